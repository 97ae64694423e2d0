// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/screens/visit.hpp"
#include "kiosk/ui/navigator.hpp"
#include "kiosk/ui/ui.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens {

// The bar at the bottom of every screen but home: Tilbage, Visning, and Forside, which is Luk while a
// notebook or a request is open or staff are signed in.
enum class BarTouch { back, display, leave };
enum class BackPlace {
    there,
    empty,    // there is nothing to go back to
    own_book, // nor there: the place leads to "Kort og kode"; the touch is still called `back`
};
enum class DisplayPlace { there, empty }; // empty: this is that screen
std::optional<BarTouch> draw_bar(ui::Ui&, const Visit&, BackPlace = BackPlace::there,
                                 DisplayPlace = DisplayPlace::there);

// What most screens do with it. `display` is where Visning leads. Nothing when the bar was not touched.
std::optional<ui::Move> bar_move(std::optional<BarTouch>, const ui::ScreenFactory& display);

} // namespace frikort::kiosk::screens
