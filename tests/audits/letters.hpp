// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/audits/screen.hpp"

namespace frikort::tests::audits {

// What failing eyes need. Numbers: kiosk.md "Numbers".

// The smallest capital letter of every text is in the band of its size or above it.
Faults small_letters(const Screen&);
// Nothing reaches out of what it must keep within, nor out of the panel, nor has no size.
Faults cut_off(const Screen&);
// The lines of a text fit its box. The list says nothing of the single line's place, so this takes the least
// room letters of that height can need: it finds what cannot fit, not everything that looks crowded.
Faults crowded_text(const Screen&);
// At most 66 characters a line.
Faults long_lines(const Screen&);
// No last line of one word where a sentence of four words or more was broken.
Faults lonely_words(const Screen&);

} // namespace frikort::tests::audits
