// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"

#include <functional>

#include "core/sealing/body.hpp"
#include "tests/core/sealing/bodies.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

TEST_CASE("What a notebook says of its keys and slots and erasures comes back as it was said")
{
    Bodies bodies;
    CHECK(decode_generation(sign_body(bodies.header, bodies.generation, bodies.second)) == bodies.generation);
    CHECK(decode_slot(sign_body(bodies.header, bodies.card, bodies.second)) == bodies.card);
    CHECK(decode_slot(sign_body(bodies.header, bodies.recovery, bodies.second)) == bodies.recovery);
    CHECK(decode_erase(sign_body(bodies.header, bodies.some, bodies.second)) == bodies.some);
    CHECK(decode_erase(sign_body(bodies.header, bodies.whole, bodies.second)) == bodies.whole);
}

TEST_CASE("A signed body is of one kind and not taken for another")
{
    Bodies bodies;
    const auto generation = sign_body(bodies.header, bodies.generation, bodies.second);
    const auto slot = sign_body(bodies.header, bodies.card, bodies.second);
    const auto erase = sign_body(bodies.header, bodies.some, bodies.second);
    CHECK(kind_of(generation) == BodyKind::signed_generation);
    CHECK(kind_of(slot) == BodyKind::signed_slot);
    CHECK(kind_of(erase) == BodyKind::signed_erase);
    CHECK(decode_slot(generation).error() == Malformed::other_kind);
    CHECK(decode_erase(slot).error() == Malformed::other_kind);
    CHECK(decode_generation(erase).error() == Malformed::other_kind);
    CHECK(decode_erase({}).error() == Malformed::other_kind);
    auto renamed = slot;
    renamed[0] = erase[0];
    CHECK_FALSE(signed_by(bodies.second.open().sign, bodies.header, renamed));
}

TEST_CASE("A signed body holds for its record and its key only")
{
    Bodies bodies;
    const auto body = sign_body(bodies.header, bodies.card, bodies.second);
    const auto& key = bodies.second.open().sign;
    CHECK(signed_by(key, bodies.header, body));
    CHECK_FALSE(signed_by(bodies.family.first().open().sign, bodies.header, body));
    CHECK_FALSE(signed_by(key, {}, body));
    CHECK_FALSE(signed_by(key, bodies.header, {}));
    for (std::size_t i = 0; i < body.size(); ++i)
        CHECK_FALSE(signed_by(key, bodies.header, flipped(body, i)));
    for (std::size_t i = 0; i < bodies.header.size(); ++i) {
        CHECK_FALSE(signed_by(key, flipped(bodies.header, i), body));
    }
}

TEST_CASE("A generation that does not follow from the one before is refused")
{
    Bodies bodies;
    const auto refused = [&](const std::function<void(Generation&)>& change) {
        auto generation = bodies.generation;
        change(generation);
        return decode_generation(sign_body(bodies.header, generation, bodies.second)) ==
               base::no(Malformed::bad_value);
    };
    CHECK(refused([](auto& generation) { generation.number = 0; }));
    CHECK(refused([](auto& generation) { generation.number = 1; })); // which has nothing before it
    CHECK(refused([](auto& generation) { generation.number = 3; }));
    CHECK(refused([](auto& generation) { generation.earlier.clear(); }));
    CHECK(refused([](auto& generation) { generation.earlier.push_back({2, {}, {}}); }));
    CHECK(refused([](auto& generation) { generation.earlier.push_back({0, {}, {}}); }));
    CHECK(refused([](auto& generation) { generation.link.keys.box = {}; })); // opens for everybody
    CHECK_FALSE(refused([](auto&) {}));
}

TEST_CASE("A slot record is of a card with a proof or of recovery without one")
{
    Bodies bodies;
    const auto refused = [&](const OpenSlot& slot) {
        return decode_slot(sign_body(bodies.header, slot, bodies.second)) == base::no(Malformed::bad_value);
    };
    auto without_proof = bodies.card;
    without_proof.verifier.reset();
    CHECK(refused(without_proof));
    auto with_proof = bodies.recovery;
    with_proof.verifier.emplace();
    CHECK(refused(with_proof));
    auto of_a_name = bodies.card; // which never leaves the kiosk
    of_a_name.kind = static_cast<OpenSlot::Kind>(2);
    CHECK(refused(of_a_name));
    auto other_content = bodies.card;
    other_content.wrapped = bodies.recovery.wrapped;
    CHECK(refused(other_content));
    other_content.wrapped.clear();
    CHECK(refused(other_content));
}

TEST_CASE("What a notebook says of its keys today holds in ten years")
{
    // Keys, chance and header are the same on every run and on every machine, so the bytes are too.
    Bodies bodies;
    const auto digest_of = [&](const auto& said) {
        return records::digest(sign_body(bodies.header, said, bodies.second)).hex();
    };
    CHECK(digest_of(bodies.generation) == "532688454fb3000aa1270611a794d9224275cc226d0c92895d54ba84483f920c");
    CHECK(digest_of(bodies.card) == "ac8a1a436bfd18b109559bd9d906a759b765cf3ff6f5dbb57ef6aee709193147");
    CHECK(digest_of(bodies.recovery) == "b267853b657983ee80e31e3bfc3a0944c33fc40e8df1e87fbf0e03890d476ca0");
    CHECK(digest_of(bodies.some) == "9346c918d76efd9d1b60c9506918db8b6a66cab7f108fa3cfc45bc80760e7fd0");
}
