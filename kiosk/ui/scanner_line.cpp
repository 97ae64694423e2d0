// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/scanner_line.hpp"

#include <utility>

#include "core/base/text.hpp"

namespace frikort::kiosk::ui {

void ScannerLine::type(std::string_view characters, Instant now)
{
    if (now - last_ > pause) {
        clear();
        too_long_ = false;
    }
    last_ = now;
    if (line_.size() + characters.size() > longest) too_long_ = true;
    if (too_long_)
        clear();
    else
        line_ += characters;
}

void ScannerLine::clear() { core::base::wipe(line_); }

std::optional<std::string> ScannerLine::enter(Instant now)
{
    const bool stale = now - last_ > pause;
    std::string line = line_;
    clear();
    if (std::exchange(too_long_, false) || stale || line.size() < least) return std::nullopt;
    return line;
}

} // namespace frikort::kiosk::ui
