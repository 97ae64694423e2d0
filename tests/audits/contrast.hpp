// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/ui/picture.hpp"
#include "tests/audits/screen.hpp"

namespace frikort::tests::audits {

using kiosk::ui::Picture;

// What stands out from what. 10:1, 20:1 in dark and light, 4.5:1 in low (kiosk.md "Numbers").

// WCAG 2.2, 1 to 21; of "#rrggbb". Own arithmetic, so that a fault in the kiosk's cannot hide itself.
double contrast_of(const std::string& a, const std::string& b);

// The colours the list gives for text, icons and pictures.
Faults pale_as_listed(const Screen&);
// The pixels inside each text and picture: the listed colours are really there, and its darkest and lightest
// parts (24 pixels each, so that a speck is not enough) stand as far apart as asked.
Faults pale_as_drawn(const Screen&, const Picture&);
// All four edges of what can be touched, against what lies just outside.
Faults pale_edges(const Screen&, const Picture&);
// Black and white only in the themes dark and light, but for the grey between them where edges are smoothed.
Faults coloured_pixels(const Screen&, const Picture&);

} // namespace frikort::tests::audits
