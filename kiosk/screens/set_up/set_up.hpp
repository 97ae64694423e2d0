// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/actions/set_up_centre.hpp"
#include "kiosk/screens/own_code/own_code.hpp"

// The first of the staff sets up the centre: the set-up code, a name, a code of their own, and the centre
// card, which is shown once. Nothing is written before the person has shown that they kept it. Pure.
namespace frikort::kiosk::screens::set_up {

enum class Step { not_invited, code, name, own, card, prove, making };
enum class Problem { none, wrong_code, wait, no_name, cpr, not_kept };

inline constexpr std::size_t proved_letters = 4; // of the card, its last

struct Model {
    Step step = Step::not_invited;
    sheet::Typing typed;
    std::optional<core::people::SetUpCode> code;
    std::string name;
    own_code::Model own;
    std::optional<core::people::StaffCode> chosen;
    std::optional<core::people::CentreCard> card;
    Problem problem = Problem::none;
    std::chrono::seconds wait{0};
    ui::ListState list;
};
Model begin(core::actions::SetUp);

sheet::View view(const Model&, const core::content::Texts&);

// check: whether that is the code. make_card: one is needed now. found: write it all.
enum class Effect { none, check, make_card, found };
Effect update(Model&, const sheet::Intent&);
// What came of `check`.
void checked(Model&, const core::base::Result<void, core::actions::NotOpened>&);
// What came of `found`, when it was refused.
void not_founded(Model&);
bool back(Model&);

} // namespace frikort::kiosk::screens::set_up
