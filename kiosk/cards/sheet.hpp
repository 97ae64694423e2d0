// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/people/card.hpp"

namespace frikort::kiosk::cards {

// Cards on an A4 page: two columns and five rows of 85.6 x 54 mm, edge to edge, with cut lines.
inline constexpr std::size_t cards_on_a_sheet = 10;

// One page as SVG in millimetres. Holds the cards' secrets: wipe it after use. At most `cards_on_a_sheet`
// (must).
std::string sheet(std::span<const core::people::Card>);

} // namespace frikort::kiosk::cards
