// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actions/messages.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// What somebody asked and what was answered, and writing more. Read in the open notebook, or with a receipt.
// Pure.
namespace frikort::kiosk::screens::messages {

// A receipt has one conversation and shows it at once; in a notebook there may be more, and new ones.
enum class In { notebook, receipt };
enum class Step { none, list, one, typed, told };
enum class Problem { none, cpr, bad_words, no_words };

struct Model {
    Step step = Step::none;
    In in = In::receipt;
    std::vector<core::support::Conversation> all; // the newest first
    std::size_t which = 0;                        // of all
    Problem problem = Problem::none;
    bool nobody_reads = false; // what was written was not sent
    sheet::Typing typed;
    ui::ListState list;
    bool begins_at_last = false; // what was said last is what somebody came for; drawing it settles that
};
Model begin(std::vector<core::support::Conversation>, In);

struct View {
    sheet::View sheet; // of `one`: the title, `told` and the way on
    // What was said, oldest first.
    struct Entry {
        std::string who, words;
        ui::Icon icon = ui::Icon::person;
    };
    std::vector<Entry> entries;
};
View view(const Model&, const core::content::Texts&);

// send: what was typed, now. ask: about something else.
enum class Effect { none, send, ask };
Effect update(Model&, const sheet::Intent&);
// What came of it, and all as it stands now.
void wrote(Model&, const core::base::Result<core::base::Id, core::actions::NotSent>&,
           std::vector<core::support::Conversation> now);
bool back(Model&);

std::optional<sheet::Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::messages
