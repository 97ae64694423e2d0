// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace frikort::kiosk::cards {

struct QrPath {
    std::string path; // SVG path data, one unit a module, without the quiet zone
    int modules = 0;  // a side
};

// Level Q: a quarter of the code may be scratched or stained. Content is A-Z and 0-9 (must fit in version 4).
QrPath qr_path(std::string_view content);

} // namespace frikort::kiosk::cards
