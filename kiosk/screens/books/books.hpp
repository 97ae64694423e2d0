// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/called.hpp"
#include "core/actions/lost_notebook.hpp"
#include "core/actions/server_half.hpp"
#include "kiosk/screens/code/code.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// Staff find the notebook of somebody they know, by call name, and let them in with a new card: with the code
// its owner types, or, where that is forgotten too, with the centre card and a leader; with that alone where
// names open none. Where wrong codes were typed they may end the wait instead. Leaders choose here whether
// names do. Pure.
namespace frikort::kiosk::screens::books {

enum class Step {
    list,
    filter,
    one,  // "Do you know them?"
    how,  // is the code known?
    code, // its owner types it
    centre_card,
    typed_card,
    kind, // of a new code
    fresh,
    again,
    working, // opening, recovering or renewing
    card,
    told
};
enum class Problem {
    none,
    wrong_code,
    wait,
    misread,
    other_centre,
    weak_date,
    weak_run,
    weak_repetition,
    weak_here,
    differ
};
enum class MayRecover : bool { no, yes }; // a leader

struct Model {
    Step step = Step::list;
    MayRecover may_recover = MayRecover::no;
    core::actions::Names names = core::actions::Names::open; // when one was found
    std::vector<core::actions::CalledNotebook> all;
    std::vector<core::actions::CalledNotebook> shown; // those that fit the filter
    std::string filter;
    std::optional<core::actions::CalledNotebook> who;
    sheet::Typing typed;
    code::Model code;
    std::optional<core::people::Code> chosen; // the one that the new card will have
    std::optional<core::people::CentreCard> centre_card;
    std::optional<core::people::Card> card; // the new one
    std::string told;
    Problem problem = Problem::none;
    core::people::Misread misread = core::people::Misread::empty; // of the centre card
    std::uint32_t tries_left = 0;
    std::chrono::seconds wait{0}; // to go, when it was told
    ui::Instant wait_told{0};     // and when that was
    std::chrono::seconds shut{0}; // the same of the notebook itself, after its owner's wrong codes
    ui::Instant shut_told{0};
    ui::ListState list;
};
Model begin(std::vector<core::actions::CalledNotebook>, MayRecover);
// Only the centre card helps: no name opens anything.
bool only_card(const Model&);
// Whether the list has a way to that choice, before the way to search.
bool leads_to_by_name(const Model&);

// Of every step but those on which a code is entered.
sheet::View view(const Model&, ui::Instant now, const core::content::Texts&);
bool enters_code(const Model&, ui::Instant now);
code::View code_view(const Model&, const core::content::Texts&);

// by_name: to that choice. found: one was chosen. lift: its wait. open: with the code that was typed.
// recover: with the centre card. renew: the new card is to be made now.
enum class Effect { none, by_name, found, lift, open, recover, renew, leave };
Effect update(Model&, const sheet::Intent&);
Effect update(Model&, const code::Intent&);

// What is left of its wait; zero for none.
void shut_for(Model&, std::chrono::seconds, ui::Instant now);
void pass(Model&, ui::Instant now); // it may be over
// What came of them.
void opened(Model&);
void not_opened(Model&, const core::actions::NotOpened&, ui::Instant now);
void recovered(Model&);
void not_recovered(Model&, const core::actions::NotRecovered&, std::string told);
void renewed(Model&, core::people::Card);
void not_renewed(Model&, core::actions::NotRenewed);
void tell(Model&, std::string told);
bool back(Model&);

} // namespace frikort::kiosk::screens::books
