// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/sign_in.hpp"
#include "kiosk/screens/own_code/own_code.hpp"

// A member of staff chooses their name and types their code. A forgotten one is mended by a leader, or here
// with the centre card; and who has none on this kiosk is let in with it. Pure.
namespace frikort::kiosk::screens::sign_in {

enum class Step { nobody, who, code, opening, forgot, card, typed_card, whose, own, mending };
enum class Problem { none, wrong_code, wait, gone, misread, other_centre };

struct Model {
    Step step = Step::who;
    std::vector<core::sealing::MemberId> here; // who has a code on this kiosk; the others are let in beside
    std::vector<core::centre::Member> members;
    std::optional<core::centre::Member> who;
    sheet::Typing typed;
    std::optional<core::people::CentreCard> card;
    own_code::Model own;
    std::optional<core::people::StaffCode> code; // to sign in with
    Problem problem = Problem::none;
    core::people::Misread misread = core::people::Misread::empty; // of the card
    std::uint32_t tries_left = 0;
    std::chrono::seconds wait{0}; // to go, when it was told
    ui::Instant wait_told{0};     // and when that was
    ui::ListState list;
};
// `here` have a code on this kiosk.
Model begin(std::vector<core::centre::Member> here);
bool has_code_here(const Model&, const core::centre::Member&);

sheet::View view(const Model&, ui::Instant now, const core::content::Texts&);

// open: try the code once the picture that says so was shown. look: whether the card is this centre's.
// mend: give the new code, or let in with one, with the card.
enum class Effect { none, open, look, mend };
Effect update(Model&, const sheet::Intent&, ui::Instant now);
void not_opened(Model&, const core::actions::NotOpened&, ui::Instant now);
// The card is this centre's, whose members are these; or it is another's.
void looked(Model&, const std::optional<std::vector<core::centre::Member>>&);
void not_mended(Model&);
bool back(Model&);

} // namespace frikort::kiosk::screens::sign_in
