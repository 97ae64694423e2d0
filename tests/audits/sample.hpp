// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/audits/screen.hpp"

namespace frikort::tests::audits {

// A small screen without a fault, at ten pixels a millimetre, medium, M, Danish: a heading, a text, two
// buttons with a gap of 3 mm, a private amount. Tests plant one fault each in a copy.
Screen faultless();

// Places in its list.
inline constexpr std::size_t the_heading = 0;
inline constexpr std::size_t the_text = 1;
inline constexpr std::size_t first_button = 2;
inline constexpr std::size_t second_button = 3;
inline constexpr std::size_t the_amount = 4;

} // namespace frikort::tests::audits
