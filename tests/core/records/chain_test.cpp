// SPDX-License-Identifier: MPL-2.0
#include "core/records/chain.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::records;

namespace {

Record record_of(base::Byte device, std::uint64_t number, const Hash& previous, const char* body)
{
    Header header;
    header.id.bytes.fill(static_cast<base::Byte>(number));
    header.device.bytes.fill(device);
    header.number = number;
    const auto text = base::view_of(body);
    return {encode(header), previous, {text.begin(), text.end()}};
}

// One device's first five records.
std::vector<Stub> five()
{
    std::vector<Stub> chain;
    Hash previous;
    for (std::uint64_t number = 1; number <= 5; ++number) {
        chain.push_back(record_of(1, number, previous, "a body").stub());
        previous = chain.back().hash();
    }
    return chain;
}

} // namespace

TEST_CASE("A device's records in order have no break")
{
    const auto chain = five();
    CHECK_FALSE(first_break(chain));
    CHECK_FALSE(first_break({}));
    CHECK(known_after(chain) == Known{5, chain[4].hash()});
    CHECK(known_after({}, {5, chain[4].hash()}) == Known{5, chain[4].hash()});
}

TEST_CASE("A chain goes on from what was known before")
{
    const auto chain = five();
    const auto later = std::span{chain}.subspan(2);
    CHECK_FALSE(first_break(later, {2, chain[1].hash()}));
    CHECK(first_break(later, {2, chain[0].hash()}) == Break{Break::Kind::wrong_previous, 3});
    CHECK(first_break(later) == Break{Break::Kind::missing, 3});
}

TEST_CASE("A record that is missing is found by the number after it")
{
    auto chain = five();
    chain.erase(chain.begin() + 2);
    CHECK(first_break(chain) == Break{Break::Kind::missing, 4});
}

TEST_CASE("A body that was erased leaves no hole in the chain")
{
    // Only the digest of the third body is left, and the chain holds; another digest breaks it at the fourth.
    auto chain = five();
    const auto third = record_of(1, 3, chain[1].hash(), "a body");
    chain[2] = Stub{third.stub().device, 3, third.previous, third.stub().header, digest(third.body)};
    CHECK_FALSE(first_break(chain));
    chain[2].body = digest(base::view_of("another body"));
    CHECK(first_break(chain) == Break{Break::Kind::wrong_previous, 4});
}

TEST_CASE("Two records with one number show a cloned or restored device")
{
    auto chain = five();
    chain.insert(chain.begin() + 3, record_of(1, 3, chain[1].hash(), "written by the clone").stub());
    CHECK(first_break(chain) == Break{Break::Kind::twice, 3});
}

TEST_CASE("A first record that claims one before it is a break")
{
    auto chain = five();
    chain[0].previous.bytes.fill(1);
    CHECK(first_break(chain) == Break{Break::Kind::wrong_previous, 1});
}

TEST_CASE("Another device's record does not fit into a chain")
{
    auto chain = five();
    chain[4].device.bytes.fill(2);
    CHECK(first_break(chain) == Break{Break::Kind::other_device, 5});
}
