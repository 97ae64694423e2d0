// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>

#include "core/base/id.hpp"
#include "core/people/centre_card.hpp"
#include "core/people/receipt.hpp"
#include "core/support/message.hpp"
#include "kiosk/ui/navigator.hpp"

namespace frikort::kiosk::screens {

enum class Renewing { card, code };
enum class NumberAfter { set_up, health }; // where "Tal til kontoret" leads back to

// Where a screen can lead to. kiosk/app knows every screen and what each is made of; a screen knows only
// this.
class Doors {
public:
    virtual ~Doors() = default;
    virtual ui::ScreenFactory door() = 0; // with or without a notebook?
    virtual ui::ScreenFactory new_notebook(std::optional<core::people::Card> unused) = 0;
    virtual ui::ScreenFactory open_with_card(std::optional<core::people::Card> scanned) = 0;
    virtual ui::ScreenFactory open_with_name() = 0;
    virtual ui::ScreenFactory overview() = 0;
    virtual ui::ScreenFactory entries(int year) = 0;
    virtual ui::ScreenFactory limit(int year) = 0; // where the limit of a year comes from
    virtual ui::ScreenFactory log_pay() = 0;
    virtual ui::ScreenFactory correct(core::base::Id entry) = 0;
    virtual ui::ScreenFactory learn() = 0; // "Om frikortet"
    virtual ui::ScreenFactory page(std::string id) = 0;
    virtual ui::ScreenFactory display() = 0;
    virtual ui::ScreenFactory about() = 0; // this kiosk itself
    // "Kun personale": setting up, signing in, or what staff may do.
    virtual ui::ScreenFactory staff() = 0;
    virtual ui::ScreenFactory desk() = 0; // these with somebody signed in
    virtual ui::ScreenFactory members() = 0;
    virtual ui::ScreenFactory deeds() = 0;
    virtual ui::ScreenFactory health() = 0;
    virtual ui::ScreenFactory not_taken() = 0;                     // by the server
    virtual ui::ScreenFactory books() = 0;                         // by call name
    virtual ui::ScreenFactory by_name() = 0;                       // may names open notebooks?
    virtual ui::ScreenFactory pay_for() = 0;                       // whose pay?
    virtual ui::ScreenFactory log_pay_for(std::string number) = 0; // of a card
    // In the open notebook: a member of staff signs that they saw this entry. Nobody is signed in by it.
    virtual ui::ScreenFactory sign_here(core::base::Id entry) = 0;
    virtual ui::ScreenFactory own_book(int year) = 0; // "Kort og kode", of the open notebook
    virtual ui::ScreenFactory renew(Renewing) = 0;
    virtual ui::ScreenFactory take_home(int year) = 0;
    virtual ui::ScreenFactory erase_book() = 0;
    virtual ui::ScreenFactory guide() = 0;             // "Kan jeg få det?"
    virtual ui::ScreenFactory pay_guide(int year) = 0; // "Hvad må jeg tjene?", beside the limit of that year
    virtual ui::ScreenFactory jobs() = 0;              // "Find arbejde", for everybody
    virtual ui::ScreenFactory job_desk() = 0;
    virtual ui::ScreenFactory requests() = 0;
    virtual ui::ScreenFactory help() = 0; // "Få hjælp"
    virtual ui::ScreenFactory help_with(core::support::Topic) = 0;
    // What was asked and answered: of the open notebook, or of the receipt that was tried.
    virtual ui::ScreenFactory messages() = 0;
    virtual ui::ScreenFactory receipt(std::optional<core::people::Receipt> scanned) = 0;
    virtual ui::ScreenFactory office_number(NumberAfter) = 0; // by which the office knows this centre
    // A member of staff chooses a code for this kiosk, with the centre card held up just now.
    virtual ui::ScreenFactory let_in(core::people::CentreCard) = 0;
};

} // namespace frikort::kiosk::screens
