// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/utf8.hpp"

namespace frikort::kiosk::ui {

void Letters::Iterator::read()
{
    if (at_ >= text_.size()) return;
    const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(text_[at_ + i]); };
    const unsigned char first = byte(0);
    length_ = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    letter_ = length_ < 2 ? first : first & (0xFFU >> (length_ + 1));
    const bool broken = length_ == 0 || at_ + length_ > text_.size();
    for (std::size_t i = 1; !broken && i < length_; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            length_ = 0;
            break;
        }
        letter_ = (letter_ << 6) | (byte(i) & 0x3FU);
    }
    // Longer than it needs to be, half of a pair, or beyond the last.
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_none =
        letter_ < least[length_] || (letter_ >= 0xD800 && letter_ <= 0xDFFF) || letter_ > 0x10FFFF;
    if (broken || length_ == 0 || is_none) {
        length_ = 1;
        letter_ = 0xFFFD;
    }
}

} // namespace frikort::kiosk::ui
