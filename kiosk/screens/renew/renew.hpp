// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/actions/renew_notebook.hpp"
#include "kiosk/screens/card/card.hpp"
#include "kiosk/screens/code/code.hpp"
#include "kiosk/screens/doors.hpp"

// A new card, or a new code, for the notebook that is open: what it means, a code twice, then the card as the
// first time. Pure.
namespace frikort::kiosk::screens::renew {

enum class Step { told, kind, code, again, making, keep, card, done, refused };

struct Model {
    Step step = Step::told;
    Renewing what = Renewing::card;
    // The card that stays, when only the code is new; nothing: there will be a new one.
    std::optional<core::people::Card> kept;
    std::optional<std::string> call_name;
    code::Model code;
    std::optional<core::people::Code> chosen;
    const char* problem = nullptr; // the text's key
    core::actions::NotRenewed refused{};
    std::optional<core::people::Card> card; // once it is made
    bool lost_recovery = false;             // the staff could let the citizen in, and now cannot
    card::Keeping keeping = card::Keeping::phone;
    ui::ListState list;
};
Model begin(Renewing, const std::optional<core::people::Card>& opened_with);

struct View {
    Step step = Step::told;
    std::string title, told, go, again;
    bool wrong = false;
    std::vector<card::Way> choices;
    code::View code;
    card::View card;
};
View view(const Model&, const core::content::Texts&);

struct Go {}; // on from what was told
struct Choose {
    std::size_t choice = 0;
};
struct Signed {
    code::Intent intent;
};
using Intent = std::variant<Go, Choose, Signed>;

enum class Effect { none, make, leave };
Effect update(Model&, const Intent&);
void made(Model&, core::people::Card);
void not_made(Model&, core::actions::NotRenewed);
// False at the beginning, and once it is made: there is nothing to take back then.
bool back(Model&);
// Whether "Tilbage" leads anywhere.
bool may_go_back(const Model&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::renew
