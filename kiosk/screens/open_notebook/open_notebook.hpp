// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/actions/open_notebook.hpp"
#include "core/actions/server_half.hpp"
#include "kiosk/screens/code/code.hpp"
#include "kiosk/screens/fetching.hpp"
#include "kiosk/widgets/keyboard.hpp"

// Opening a notebook that is there: what finds it (card or name), then the code. Pure.
namespace frikort::kiosk::screens::open_notebook {

enum class By { card, name };
enum class Step {
    hold_card,
    typed_card,
    name,
    code,
    opening,
    fetching,
    not_fetched,
    unknown_card,
    not_yet, // no name opens before the screen had a network (core/actions/server_half)
    off      // nor ever at this centre (core/actions/by_name)
};
// What was wrong, in the order in which people meet it.
enum class Problem {
    none,
    not_a_card,
    wrong_length,
    mistyped,
    bad_name,
    cpr,
    unknown_name,
    wrong_code,
    wait,
    damaged,
    no_net, // the card is not known here, and nobody could be asked
    busy    // or they had no time
};

struct Model {
    By by = By::card;
    Step step = Step::hold_card;
    std::string typed; // the card or the name
    std::optional<core::people::Card> card;
    std::optional<core::people::CallName> name;
    code::Model code;
    Problem problem = Problem::none;
    std::uint32_t tries_left = 0;
    std::chrono::seconds wait{0}; // to go, when it was told
    ui::Instant wait_told{0};     // and when that was
    widgets::KeyboardState keyboard;
    ui::ListState list;

    ~Model();
    Model() = default;
    Model(Model&&) = default;
    Model& operator=(Model&&) = default;
};
Model begin(By, std::optional<core::people::Card> scanned, core::actions::Names = core::actions::Names::open);

struct View {
    Step step = Step::hold_card;
    std::string title, told;
    bool wrong = false;
    bool may_enter = true; // false while one has to wait
    std::string action, field, type_it, make_new, try_again, use_card;
    std::string space, erase, digits, letters;
    code::View code;
};
View view(const Model&, ui::Instant now, const core::content::Texts&);

struct TypeCard {};
struct Scanned {
    std::string line;
};
struct Stroke {
    widgets::Keystroke stroke;
};
struct Signed {
    code::Intent intent;
};
struct MakeNew {};
struct TryAgain {}; // with another card
struct Read {};     // what was wrong has been read
struct UseCard {};  // for the name does not open
using Intent = std::variant<TypeCard, Scanned, Stroke, Signed, MakeNew, TryAgain, Read, UseCard>;

// open: the code is whole, try it once the picture that says so was shown.
enum class Effect { none, open, make_new, use_card };
Effect update(Model&, const Intent&);
// What came of it.
void not_opened(Model&, const core::actions::NotOpened&, ui::Instant now);
// The server was asked; not for `here`.
void not_fetched(Model&, const Fetching::Answer&, ui::Instant now);
// What the name can do now, where it could do nothing.
void names_are(Model&, core::actions::Names);
bool back(Model&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::open_notebook
