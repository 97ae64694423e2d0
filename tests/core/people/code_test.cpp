// SPDX-License-Identifier: MPL-2.0
#include "core/people/code.hpp"

#include <array>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace frikort::core::people;

namespace {

std::optional<WeakCode> weak(const std::string& digits)
{
    const auto pin = Pin::choose(digits);
    return pin ? std::nullopt : std::optional{pin.error()};
}

std::optional<WeakCode> weak_pictures(const std::vector<std::uint8_t>& picked)
{
    const auto code = PictureCode::choose(picked);
    return code ? std::nullopt : std::optional{code.error()};
}

} // namespace

TEST_CASE("A code of six digits that nobody guesses first is taken")
{
    for (const auto* digits : {"482915", "730264", "905071", "447788", "998877"}) {
        INFO(digits);
        CHECK_FALSE(weak(digits));
    }
}

TEST_CASE("A birthday is not taken as a code in any order people write it")
{
    for (const auto* digits : {"190788", "880719", "071988", "311299", "290204", "010100", "123199"}) {
        INFO(digits);
        CHECK(weak(digits) == WeakCode::date);
    }
    CHECK_FALSE(weak("320788"));
}

TEST_CASE("A run or a repetition is not taken as a code")
{
    for (const auto* digits : {"123456", "654321", "567890", "890123", "210987", "012345"}) {
        INFO(digits);
        CHECK(weak(digits) == WeakCode::run);
    }
    for (const auto* digits : {"111111", "000000", "121212", "909090", "123123", "787787"}) {
        INFO(digits);
        CHECK(weak(digits) == WeakCode::repetition);
    }
}

TEST_CASE("A code that is not whole is not taken")
{
    for (const auto* digits : {"", "48291", "4829155", "48291a", "48 915", "-48291"}) {
        INFO(digits);
        CHECK(weak(digits) == WeakCode::unfinished);
        CHECK_FALSE(Pin::typed(digits));
    }
}

TEST_CASE("A weak code still opens what was made with it")
{
    CHECK(Pin::typed("123456"));
    CHECK(PictureCode::touched(std::array<std::uint8_t, 5>{3, 3, 3, 3, 3}));
}

TEST_CASE("Five pictures are taken unless they are one picture or stand in a row")
{
    CHECK_FALSE(weak_pictures({3, 11, 3, 0, 15}));
    CHECK_FALSE(weak_pictures({7, 7, 2, 7, 7}));
    CHECK(weak_pictures({4, 4, 4, 4, 4}) == WeakCode::repetition);
    CHECK(weak_pictures({0, 1, 2, 3, 4}) == WeakCode::run);
    CHECK(weak_pictures({15, 14, 13, 12, 11}) == WeakCode::run);
    CHECK(weak_pictures({14, 15, 0, 1, 2}) == WeakCode::run);
    CHECK(weak_pictures({1, 2, 3, 4}) == WeakCode::unfinished);
    CHECK(weak_pictures({1, 2, 3, 4, 5, 6}) == WeakCode::unfinished);
    CHECK(weak_pictures({16, 2, 9, 4, 7}) == WeakCode::unfinished);
}

TEST_CASE("No code of digits makes the same keys as a code of pictures")
{
    const Code digits{*Pin::typed("482915")};
    const Code pictures{*PictureCode::touched(std::array<std::uint8_t, 5>{4, 8, 2, 9, 1})};
    CHECK(digits.bytes().view() == "pin:482915");
    CHECK(pictures.bytes().view() == "pictures:eicjb");
    CHECK_FALSE(digits == pictures);
    CHECK(digits == Code{*Pin::typed("482915")});
}
