// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/generations.hpp"

#include <algorithm>
#include <vector>

#include "core/sealing/link.hpp"
#include "tests/core/sealing/family.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;
using records::Class;

namespace {

bool is(const Generation* generation, const NotebookKeys& keys)
{
    return generation != nullptr && generation->number == keys.generation() &&
           generation->link.keys == keys.open();
}

} // namespace

TEST_CASE("Each new card makes a generation that the one before has signed")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const auto& third = family.after(second, 3);
    const auto decided = family.decided();
    REQUIRE(decided.valid.size() == 3);
    CHECK(decided.beaten.empty());
    CHECK(is(decided.of(1), family.first()));
    CHECK(is(decided.of(2), second));
    CHECK(is(decided.newest(), third));
    CHECK(decided.of(0) == nullptr);
    CHECK(decided.of(4) == nullptr);
    CHECK(lead_from(family.stream, decided.links()));
}

TEST_CASE("The order in which generation records arrive does not matter")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    family.after(second, 4);
    family.after(family.first(), 3); // loses
    std::vector<std::size_t> order{0, 1, 2, 3};
    const auto found = family.found;
    const auto expected = family.decided();
    REQUIRE(expected.valid.size() == 3);
    REQUIRE(expected.beaten.size() == 1);
    do {
        for (std::size_t i = 0; i < order.size(); ++i) family.found[i] = found[order[i]];
        const auto decided = family.decided();
        CHECK(decided.valid == expected.valid);
        CHECK(decided.beaten == expected.beaten);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("Of two new cards made offline the one the server took first holds")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& late = family.after(family.first(), 9);
    const auto& early = family.after(family.first(), 5);
    const auto& not_sent = family.after(family.first());
    const auto decided = family.decided();
    CHECK(is(decided.newest(), early));
    REQUIRE(decided.beaten.size() == 2);
    CHECK(is(&decided.beaten[0], late));
    CHECK(is(&decided.beaten[1], not_sent));
}

TEST_CASE("What was made on a generation that lost is beaten with it")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& wins = family.after(family.first(), 2);
    const auto& loses = family.after(family.first(), 3);
    const auto& on_it = family.after(loses, 4);
    const auto decided = family.decided();
    CHECK(is(decided.newest(), wins));
    REQUIRE(decided.beaten.size() == 2);
    CHECK(is(&decided.beaten[1], on_it));
}

TEST_CASE("A notebook begins with the keys it is named after and with no others")
{
    Family family;
    const auto other = NotebookKeys::random(family.chance);
    family.publish(first_generation(other), other, 1);
    CHECK(family.decided().newest() == nullptr);
    // A stranger's keys, signed for this notebook's name as rightly as a stranger can.
    const Link stolen{other.open(), other.sign(link_bytes(family.stream, 1, other.open()))};
    family.publish({1, stolen, {}}, other, 1);
    CHECK(family.decided().newest() == nullptr);
    CHECK_FALSE(lead_from(family.stream, std::vector{stolen}));
    family.publish(first_generation(family.first()), family.first(), 2);
    CHECK(is(family.decided().newest(), family.first()));
    CHECK(family.decided().beaten.empty());
}

TEST_CASE("A generation record that the one before has not signed is refused")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto thief = NotebookKeys::random(family.chance);
    const auto forged = NotebookKeys::random(family.chance, 2);
    family.publish(next_generation(family.stream, forged, thief, {}, family.chance), forged, 2);
    auto decided = family.decided();
    CHECK(is(decided.newest(), family.first()));
    CHECK(decided.beaten.empty());

    // Nor one whose keys were exchanged behind a right signature.
    const auto right = NotebookKeys::random(family.chance, 2);
    auto generation = next_generation(family.stream, right, family.first(), {}, family.chance);
    generation.link.keys = forged.open();
    family.publish(generation, forged, 3);
    // Nor one with the keys of a right one, passed on under a stranger's signature.
    generation.link.keys = right.open();
    family.publish(generation, forged, 4);
    decided = family.decided();
    CHECK(is(decided.newest(), family.first()));
    CHECK(decided.beaten.empty());
}

TEST_CASE("A generation record with any byte changed is refused")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const base::Bytes header{family.found[1].header.begin(), family.found[1].header.end()};
    const base::Bytes body{family.found[1].body.begin(), family.found[1].body.end()};
    REQUIRE(is(family.decided().newest(), second));
    for (std::size_t i = 0; i < header.size() + body.size(); ++i) {
        const bool in_header = i < header.size();
        const auto changed_header = in_header ? flipped(header, i) : header;
        const auto changed_body = in_header ? body : flipped(body, i - header.size());
        family.found[1] = {changed_header, changed_body, 2};
        INFO("byte " << i);
        REQUIRE(is(family.decided().newest(), family.first()));
    }
}

TEST_CASE("A generation cannot be left out")
{
    Family family;
    const auto& second = family.after(family.first(), 2);
    family.after(second, 3);
    CHECK(family.decided().newest() == nullptr);
    family.publish(first_generation(family.first()), family.first(), 1);
    family.found.erase(family.found.begin()); // the second
    CHECK(is(family.decided().newest(), family.first()));
}

TEST_CASE("A generation record whose header names another generation is refused")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto second = NotebookKeys::random(family.chance, 2);
    const auto generation = next_generation(family.stream, second, family.first(), {}, family.chance);
    for (const std::uint32_t named : {1, 3}) {
        const auto header = header_of(family.stream, named, Class::key, 30);
        family.publish_bytes(header, sign_body(header, generation, second), 2);
    }
    const auto content = header_of(family.stream, 2, Class::content, 31);
    family.publish_bytes(content, sign_body(content, generation, second), 2);
    CHECK(is(family.decided().newest(), family.first()));
    family.publish(generation, second, 3);
    CHECK(is(family.decided().newest(), second));
}

TEST_CASE("A generation of one notebook is none of another")
{
    Family family;
    const auto stream = notebook_of(NotebookKeys::random(family.chance).open());
    family.publish(first_generation(family.first()), family.first(), 1);
    CHECK(decide(stream, family.found).newest() == nullptr);
}

TEST_CASE("The same generation record twice is one generation")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    family.after(family.first(), 2);
    family.found.push_back(family.found[1]);
    family.found.push_back(family.found[0]);
    const auto decided = family.decided();
    CHECK(decided.valid.size() == 2);
    CHECK(decided.beaten.empty());
}
