// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>

#include "core/base/result.hpp"
#include "core/content/texts.hpp"
#include "core/people/code.hpp"
#include "kiosk/ui/ui.hpp"
#include "kiosk/widgets/number_pad.hpp"
#include "kiosk/widgets/picture_pad.hpp"

// Entering a code: six digits or five pictures. A part of two screens; what was entered is never shown.
namespace frikort::kiosk::screens::code {

enum class Kind { digits, pictures };

class Model {
public:
    Model() = default;
    Model(Model&&) = default;
    Model& operator=(Model&&) = default;
    ~Model() { forget(); }

    Kind kind = Kind::digits;
    std::string entered; // '0'-'9', or 'a'-'p' for the pictures
    widgets::PicturePadState pad;

    std::size_t wanted() const { return kind == Kind::digits ? 6 : 5; }
    bool whole() const { return entered.size() == wanted(); }
    void forget(); // wipes what was entered
    // For opening: nothing until it is whole.
    std::optional<core::people::Code> code() const;
    // For choosing a new one: what the first to try would try is refused.
    core::base::Result<core::people::Code, core::people::WeakCode> choice() const;
};

struct View {
    Kind kind = Kind::digits;
    std::string heading, dots, told, hint, action, erase;
    std::string other; // the other kind of code, where it may be that; else empty
    std::size_t chosen = 0, wanted = 0;
    bool whole = false;
    std::array<std::string, 16> names;
};
// `hint` stands beside the pad: what to do, or what was wrong.
View view(const Model&, std::string heading, std::string hint, std::string action,
          const core::content::Texts&);

struct Sign {
    char sign;
};
struct Erase {};
struct Enter {};
struct OtherKind {};
using Intent = std::variant<Sign, Erase, Enter, OtherKind>;

// True when the code is whole and the person wants to go on.
bool update(Model&, const Intent&);

std::optional<Intent> draw(ui::Ui&, const View&, widgets::PicturePadState&);

} // namespace frikort::kiosk::screens::code
