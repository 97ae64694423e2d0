// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/content/texts.hpp"
#include "core/people/card.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/ui/ui.hpp"

// A citizen's card on the screen, to be taken along: where it is kept, then the code to scan and the letters
// to write down. A part of several screens.
namespace frikort::kiosk::screens::card {

enum class Keeping { phone, staff, name };

// What a tile says.
struct Way {
    std::string title, detail;
    ui::Icon icon;
};
// Where the card can be kept, in the order of Keeping. Without a call name there are two ways.
std::vector<Way> ways(const core::content::Texts&, const std::optional<std::string>& call_name);

// Tiles, under what there is to say about it; in big mode one after the other.
std::optional<std::size_t> draw_ways(ui::Ui&, ui::Rect body, ui::ListState&, const std::vector<Way>&,
                                     std::string_view told, Wrong = Wrong::no);

struct View {
    std::string title, told, qr, qr_name, number, secret, done;
};
View view(const core::people::Card&, Keeping, const std::optional<std::string>& call_name,
          const core::content::Texts&);

// True when the person has it.
bool draw(ui::Ui&, ui::Rect body, ui::ListState&, const View&);

} // namespace frikort::kiosk::screens::card
