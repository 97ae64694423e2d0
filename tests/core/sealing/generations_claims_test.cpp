// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/generations.hpp"

#include "tests/core/sealing/family.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;
using records::Class;

TEST_CASE("A slot holds when its generation signed it for its own record")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const auto decided = family.decided();
    const OpenSlot slot{OpenSlot::Kind::recovery, family.stream.name, std::nullopt, {6, 1, 2, 3}};
    const auto header = header_of(family.stream, 2, Class::key, 40);
    const auto body = sign_body(header, slot, second);
    REQUIRE(slot_holds(decided, header, body));

    CHECK_FALSE(slot_holds(decided, header, sign_body(header, slot, family.first())));
    CHECK_FALSE(slot_holds(decided, header_of(family.stream, 2, Class::key, 41), body));
    const auto old_header = header_of(family.stream, 1, Class::key, 40);
    CHECK_FALSE(slot_holds(decided, old_header, sign_body(old_header, slot, second)));
    const auto wrong_class = header_of(family.stream, 2, Class::content, 40);
    CHECK_FALSE(slot_holds(decided, wrong_class, sign_body(wrong_class, slot, second)));
    const auto other = header_of(notebook_of(NotebookKeys::random(family.chance).open()), 2, Class::key, 40);
    CHECK_FALSE(slot_holds(decided, other, sign_body(other, slot, second)));
    for (std::size_t i = 0; i < body.size(); ++i) CHECK_FALSE(slot_holds(decided, header, flipped(body, i)));
}

TEST_CASE("A slot of a generation that lost still holds so that its card can open it")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    family.after(family.first(), 2);
    const auto& loses = family.after(family.first(), 3);
    const OpenSlot slot{OpenSlot::Kind::recovery, family.stream.name, std::nullopt, {6, 1, 2, 3}};
    const auto header = header_of(family.stream, 2, Class::key, 40);
    CHECK(slot_holds(family.decided(), header, sign_body(header, slot, loses)));
}

TEST_CASE("Only who can open a notebook can erase from it")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const auto links = family.decided().links();
    const auto header = header_of(family.stream, 2, Class::erase, 50);
    const Erase erase{{base::Id{}}, links};
    const auto body = sign_body(header, erase, second);
    // The erasure proves itself: no generation record is asked for.
    CHECK(erased_by(header, body) == 2U);

    const auto thief = NotebookKeys::random(family.chance, 2);
    CHECK_FALSE(erased_by(header, sign_body(header, erase, thief)));
    auto forged = erase;
    forged.links[1].keys = thief.open();
    CHECK_FALSE(erased_by(header, sign_body(header, forged, thief)));
    forged.links = {Link{thief.open(), {}}, Link{thief.open(), {}}};
    CHECK_FALSE(erased_by(header, sign_body(header, forged, thief)));
    for (std::size_t i = 0; i < body.size(); ++i) CHECK_FALSE(erased_by(header, flipped(body, i)));
    for (std::size_t i = 0; i < header.size(); ++i) CHECK_FALSE(erased_by(flipped(header, i), body));
}

TEST_CASE("An erasure says with which generation it was signed and cannot pretend a newer one")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    auto links = family.decided().links();
    const auto header = header_of(family.stream, 1, Class::erase, 50);
    const auto newer = header_of(family.stream, 2, Class::erase, 50);
    CHECK(erased_by(header, sign_body(header, Erase{{}, links}, family.first())) == 1U);
    CHECK_FALSE(erased_by(newer, sign_body(newer, Erase{{}, links}, family.first())));
    links.push_back(links[0]);
    CHECK_FALSE(erased_by(newer, sign_body(newer, Erase{{}, links}, family.first())));
    const auto key = header_of(family.stream, 1, Class::key, 50);
    CHECK_FALSE(erased_by(key, sign_body(key, Erase{{}, family.decided().links()}, family.first())));
}

// So that a thousand beaten ones cost as many signatures, not a million.
TEST_CASE("A beaten generation is held only against the one that it names first")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const auto& beaten = family.after(family.first(), 3);
    const auto third = NotebookKeys::random(family.chance, 3);
    auto generation = next_generation(family.stream, third, beaten, {}, family.chance);
    generation.earlier.front().whose = second.open().sign;
    family.publish(generation, third, 4);
    CHECK(family.decided().beaten.size() == 1);

    generation.earlier.front().whose = beaten.open().sign;
    family.publish(generation, third, 5);
    CHECK(family.decided().beaten.size() == 2);
}
