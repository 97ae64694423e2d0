// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace frikort::core::people {

// A short secret text. Every copy overwrites itself when it goes, also where the compiler sees no reader
// left; it never touches the heap. What is copied out of it (std::string) is no longer guarded: wipe that
// yourself.
class Wiped {
public:
    static constexpr std::size_t most = 64;

    Wiped() = default;
    explicit Wiped(std::string_view); // at most `most` bytes (must)
    Wiped(const Wiped&) = default;
    Wiped& operator=(const Wiped&) = default;
    ~Wiped();

    void append(std::string_view);
    std::string_view view() const { return {letters_.data(), size_}; }
    std::size_t size() const { return size_; }
    friend bool operator==(const Wiped& a, const Wiped& b) { return a.view() == b.view(); }

private:
    std::array<char, most> letters_{};
    std::size_t size_ = 0;
};

} // namespace frikort::core::people
