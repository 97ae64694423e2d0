// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/audits/screen.hpp"

namespace frikort::tests::audits {

// What a shaking finger needs. Numbers: kiosk.md "Numbers".

// Shortest side of what is drawn: 20 mm, 30 mm at XL; letter keys 15 mm; the staff door 12.7 mm. Disabled
// targets too: they become touchable where they are.
Faults small_targets(const Screen&);
// 2.54 mm between what is drawn of any two.
Faults close_targets(const Screen&);
// Where a finger counts never belongs to two.
Faults overlapping_hits(const Screen&);
// A finger counts everywhere on what is drawn.
Faults short_hits(const Screen&);

} // namespace frikort::tests::audits
