// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace frikort::tests {

// Words that stand nowhere in this process in clear: looking for them does not plant them.
template <std::size_t Size>
struct Masked {
    static constexpr char mask = 0x55;
    std::array<char, Size - 1> signs{};
    consteval Masked(const char (&words)[Size])
    {
        for (std::size_t i = 0; i + 1 < Size; ++i) signs[i] = static_cast<char>(words[i] ^ mask);
    }
};

// Where in this process's own writable memory the words stand, as "[heap] 0x5581...": freed memory, stacks
// and buffers of libraries too. Empty: nowhere.
std::vector<std::string> places_in_memory(const char* masked, std::size_t size);
template <std::size_t Size>
std::vector<std::string> places_in_memory(const Masked<Size>& words)
{
    return places_in_memory(words.signs.data(), words.signs.size());
}

} // namespace frikort::tests
