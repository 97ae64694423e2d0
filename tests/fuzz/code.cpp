// SPDX-License-Identifier: MPL-2.0
#include "core/people/code.hpp"

#include "core/people/staff.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using namespace core::people;
using tests::fuzz::holds;

// A code that may be chosen can be typed and is the same then.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::fuzz::text(bytes, size);
    const auto chosen = Pin::choose(typed);
    const auto pin = Pin::typed(typed);
    holds(!chosen || (pin && *pin == *chosen));
    holds(!pin || size == Pin::length);
    if (pin) holds(Code{*pin} == Code{*Pin::typed(typed)});

    const std::span picked{bytes, size};
    const auto pictures = PictureCode::choose(picked);
    const auto touched = PictureCode::touched(picked);
    holds(!pictures || (touched && *touched == *pictures));
    holds(!touched || size == PictureCode::length);

    const auto half = size / 2;
    const auto code = StaffCode::choose(typed.substr(0, half), typed.substr(half));
    if (code) holds(StaffCode::typed(typed.substr(0, half)) == *code);
    return 0;
}
