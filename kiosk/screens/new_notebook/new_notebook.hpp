// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/actions/open_new_notebook.hpp"
#include "core/actions/server_half.hpp"
#include "kiosk/screens/card/card.hpp"
#include "kiosk/screens/code/code.hpp"
#include "kiosk/widgets/keyboard.hpp"

// Making a notebook: a name to be called by, a code twice, recovery, and where the card is kept. Pure.
namespace frikort::kiosk::screens::new_notebook {

enum class Step { name, kind, code, again, recovery, making, keep, card };
enum class Problem {
    none,
    no_name,
    cpr,
    weak_date,
    weak_run,
    weak_repetition,
    weak_here,
    differ,
    card_in_use
};
using card::Keeping;

struct Model {
    Step step = Step::name;
    bool recovery_asked = false;              // this centre has a recovery key, so the question makes sense
    std::optional<core::people::Card> unused; // printed beforehand and scanned
    std::string typed;
    std::optional<core::people::CallName> name;
    code::Model code;
    std::optional<core::people::Code> chosen;
    core::actions::Recovery recovery = core::actions::Recovery::no;
    Problem problem = Problem::none;
    widgets::KeyboardState keyboard;
    std::optional<core::people::Card> card; // the notebook's, once it is made
    Keeping keeping = Keeping::phone;
    core::actions::Names names = core::actions::Names::open; // when it was made
    ui::ListState list;
};

struct View {
    Step step = Step::name;
    std::string title, corner, told;
    bool wrong = false;
    std::string action, field, space, erase, digits, letters;
    std::vector<card::Way> choices;
    code::View code;
    card::View card;
    std::string again;
};
View view(const Model&, const core::content::Texts&);

struct Stroke {
    widgets::Keystroke stroke;
};
struct Choose {
    std::size_t choice = 0; // of the question at hand, in the order of `View::choices`
};
struct Signed {
    code::Intent intent;
};
struct Done {};
struct Again {}; // what was wrong has been read
using Intent = std::variant<Stroke, Choose, Signed, Done, Again>;

enum class Effect { none, make, enter };
Effect update(Model&, const Intent&);
void made(Model&, core::people::Card, core::actions::Names = core::actions::Names::open);
void not_made(Model&, core::actions::NotMade);
// False at the first question, and once the notebook is made: there is nothing to take back then.
bool back(Model&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::new_notebook
