// SPDX-License-Identifier: MPL-2.0
#include "core/support/message.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::core::support;

TEST_CASE("A field of a message that is null is one that was left out")
{
    const auto message = decode(
        R"({"kind":"message.request","topic":1,"wish":1,"words":null,"whom":null,"day":null,"after":null})");
    REQUIRE(message);
    CHECK_FALSE(message->day);
    CHECK_FALSE(message->after);
    const auto& request = std::get<Request>(message->body);
    CHECK_FALSE(request.words);
    CHECK_FALSE(request.whom);
    CHECK_FALSE(decode(R"({"kind":"message.request","topic":1,"wish":1,"words":7})"));
    CHECK_FALSE(decode(R"({"kind":"message.request","topic":null,"wish":1})"));
}
