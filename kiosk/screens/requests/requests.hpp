// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actions/answer.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// What citizens wrote to the staff and nobody has answered: read, answered, closed. Whose notebook it is in
// is neither known nor shown. Pure but for its drawing.
namespace frikort::kiosk::screens::requests {

// already: a colleague was first, while the answer was written.
enum class Step { list, one, write, check, already, close };

struct Model {
    explicit Model(core::base::Date day) : today{day} {}

    Step step = Step::list;
    std::vector<core::actions::Waiting> waiting; // oldest first
    std::optional<core::actions::Waiting> open;  // the one that is read
    core::base::Date today;
    sheet::Typing typed;     // the answer; kept while one looks at the question again
    bool taken_over = false; // it is to be sent although somebody was first
    enum class Problem { none, empty, cpr } problem = Problem::none;
    std::string told; // what came of the last task, above the list
    ui::ListState list, page;
};

// All but what `page` shows.
sheet::View view(const Model&, const core::content::Texts&);

// The conversation, or the answer before it is sent: who, when, what, and two ways on.
struct Spoken {
    std::string who, day, words;
};
struct Page {
    std::string title = {};
    std::string wish = {}; // empty: none is told
    std::vector<Spoken> said = {};
    std::string other = {}, main = {}; // the ways on
    ui::Icon other_icon = ui::Icon::none, main_icon = ui::Icon::none;
};
bool is_page(const Model&);
Page page(const Model&, const core::content::Texts&);
// Choose 0 is the other way, 1 the main one.
std::optional<sheet::Intent> draw(ui::Ui&, const Page&, ui::ListState&);

// What is to be done now.
enum class Effect { none, open, send, close };
Effect update(Model&, const sheet::Intent&);
// What came of `open`.
void opened(Model&, core::actions::Waiting);
// What came of `send`, when a colleague was first.
void was_first(Model&, core::actions::Waiting now);
// The task is over, done or not: back to the list, with what to tell.
void done(Model&, std::string told);
bool back(Model&);

std::string topic_text(core::support::Topic, const core::content::Texts&);
// "Vil gerne tale med jer i dag. Spørg efter Bo."
std::string wish_text(const core::actions::Waiting&, core::base::Date today, const core::content::Texts&);

} // namespace frikort::kiosk::screens::requests
