// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <source_location>
#include <string_view>

#include "core/base/bytes.hpp"

// What a target is: this one function, under the name that libFuzzer and replay.cpp look for. It is given
// bytes that stand at the very end of readable memory and answers 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace frikort::tests::fuzz {

// Ends the program with a line that says where: what was just read does not keep its promise.
void holds(bool, std::source_location where = std::source_location::current());

inline core::base::BytesView view(const std::uint8_t* bytes, std::size_t size) { return {bytes, size}; }
inline std::string_view text(const std::uint8_t* bytes, std::size_t size)
{
    return {reinterpret_cast<const char*>(bytes), size};
}

} // namespace frikort::tests::fuzz
