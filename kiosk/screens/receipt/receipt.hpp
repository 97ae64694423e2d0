// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/messages.hpp"
#include "kiosk/screens/fetching.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// A receipt is held up or typed, and what was asked with it opens, with no code. Pure.
namespace frikort::kiosk::screens::receipt {

using core::people::Receipt;

enum class Step { hold, typed, opening, fetching, not_fetched, unknown };
enum class Problem { none, not_a_receipt, wrong_length, mistyped, wait, no_net, busy };

struct Model {
    Step step = Step::hold;
    std::optional<Receipt> receipt;
    Problem problem = Problem::none;
    std::chrono::seconds wait{0}; // to go, when it was told
    ui::Instant wait_told{0};     // and when that was
    sheet::Typing typed;
    ui::ListState list;
};
Model begin(std::optional<Receipt> scanned);

sheet::View view(const Model&, ui::Instant now, const core::content::Texts&);

// True when the receipt is to be tried, once the picture that says so was shown.
bool update(Model&, const sheet::Intent&, ui::Instant now);
void not_opened(Model&, const core::actions::NotOpened&, ui::Instant now);
// The server was asked; not for `here`.
void not_fetched(Model&, const Fetching::Answer&, ui::Instant now);
bool back(Model&);

} // namespace frikort::kiosk::screens::receipt
