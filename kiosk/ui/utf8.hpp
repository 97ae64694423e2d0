// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace frikort::kiosk::ui {

// The code points of a UTF-8 text, for range-for. What is broken reads as U+FFFD.
class Letters {
public:
    explicit Letters(std::string_view utf8) : text_{utf8} {}

    class Iterator {
    public:
        Iterator(std::string_view text, std::size_t at) : text_{text}, at_{at} { read(); }
        char32_t operator*() const { return letter_; }
        Iterator& operator++()
        {
            at_ += length_;
            read();
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        void read();
        std::string_view text_;
        std::size_t at_;
        std::size_t length_ = 0;
        char32_t letter_ = 0;
    };

    Iterator begin() const { return {text_, 0}; }
    Iterator end() const { return {text_, text_.size()}; }

private:
    std::string_view text_;
};

} // namespace frikort::kiosk::ui
