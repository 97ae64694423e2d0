// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/actions/join_centre.hpp"
#include "kiosk/screens/about/about.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// A further kiosk of a centre: once it has heard from the server, the set-up code, then the centre card. The
// card decides, not the server: nothing is taken over that the card did not sign. Pure. Source: sync.md
// "Enrolment".
namespace frikort::kiosk::screens::join {

// How the kiosk stands, looked at in each frame while it waits.
struct Line {
    // further: the centre was set up elsewhere, and that is here. first: the server knows of nobody who did.
    // not_compared: set up elsewhere, and nothing of it comes before the office has called.
    enum class Heard { nothing, further, first, not_compared } heard = Heard::nothing;
    about::Server server = about::Server::none;
    std::optional<about::Trouble> trouble; // of the last round
    std::uint64_t rounds = 0;              // that ended since the program began
    std::string centre;                    // what the server calls it
};

enum class Step { asking, no_way, code, card, typed_card, joined };
enum class Problem { none, wrong_code, wait, misread, other_centre };

struct Model {
    Step step = Step::asking;
    sheet::Typing typed;
    std::optional<core::people::SetUpCode> code;
    std::optional<core::people::CentreCard> card;
    Problem problem = Problem::none;
    core::people::Misread misread = core::people::Misread::empty; // of the card
    std::chrono::seconds wait{0};
    Line line;            // as it was when it was asked, or when that came to nothing
    ui::Instant asked{0}; // since when one waits for the server
    ui::ListState list;
};
Model begin(const Line&, ui::Instant now);

sheet::View view(const Model&, const core::content::Texts&);

// ask: the server, now. check: whether that is the set-up code. join: with code and card. set_up: nobody did
// that yet. let_in: the first member, with the card.
enum class Effect { none, ask, check, join, set_up, let_in };
Effect update(Model&, const sheet::Intent&, ui::Instant now);
// While it waits: it goes on by itself, and never waits for ever.
Effect hear(Model&, const Line&, ui::Instant now);
// What came of `check`.
void checked(Model&, const core::base::Result<void, core::actions::NotOpened>&);
// What came of `join`.
void joined(Model&);
void not_joined(Model&, core::actions::NotDone);
bool back(Model&);

} // namespace frikort::kiosk::screens::join
