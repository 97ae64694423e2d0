// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

struct QrFrame {
    std::string_view content = {}; // what the code says; at most 300 bytes
    std::string_view name = {};    // what it is: "Dit kort"
    std::string_view spoken = {};
};

// A QR code (model 2, level M), as large as fits in the middle of the rectangle, quiet zone of 4, black on
// white in every palette; it names UTF-8 where there is more than ASCII. Content that is too long is our own
// bug.
void qr_frame(ui::Ui&, ui::Rect, const QrFrame&);

} // namespace frikort::kiosk::widgets
