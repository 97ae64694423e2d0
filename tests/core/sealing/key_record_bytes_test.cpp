// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"

#include <random>
#include <vector>

#include "tests/core/records/guarded.hpp"
#include "tests/core/sealing/bodies.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

TEST_CASE("A signed body cut off anywhere or with a byte too much is refused")
{
    Bodies bodies;
    const auto check = [](const base::Bytes& body, const auto& decode) {
        for (std::size_t size = 0; size < body.size(); ++size) {
            const Guarded cut{base::BytesView{body}.first(size)};
            INFO("cut to " << size);
            REQUIRE_FALSE(decode(cut.view()));
        }
        auto longer = body;
        longer.push_back(0);
        CHECK(decode(longer).error() == Malformed::cut_off);
    };
    check(sign_body(bodies.header, bodies.generation, bodies.second), decode_generation);
    check(sign_body(bodies.header, bodies.card, bodies.second), decode_slot);
    check(sign_body(bodies.header, bodies.recovery, bodies.second), decode_slot);
    check(sign_body(bodies.header, bodies.some, bodies.second), decode_erase);
}

TEST_CASE("A statement cut off anywhere is refused though it is rightly signed")
{
    Bodies bodies;
    const auto check = [&](const base::Bytes& body, const auto& decode) {
        const auto size = base::ByteReader{base::BytesView{body}.subspan(1)}.u32();
        for (std::uint32_t left = 0; left < size; ++left) {
            const auto cut = with_statement(bodies, body, [&](auto& statement) { statement.resize(left); });
            INFO("cut to " << left);
            REQUIRE_FALSE(decode(Guarded{cut}.view()));
        }
    };
    check(sign_body(bodies.header, bodies.generation, bodies.second), decode_generation);
    check(sign_body(bodies.header, bodies.card, bodies.second), decode_slot);
    check(sign_body(bodies.header, bodies.some, bodies.second), decode_erase);
}

TEST_CASE("What a newer program says at the end of a statement is signed and does not disturb an older one")
{
    Bodies bodies;
    const auto more = [](base::Bytes& statement) { statement.insert(statement.end(), 100, 9); };
    const auto generation =
        with_statement(bodies, sign_body(bodies.header, bodies.generation, bodies.second), more);
    const auto slot = with_statement(bodies, sign_body(bodies.header, bodies.card, bodies.second), more);
    const auto erase = with_statement(bodies, sign_body(bodies.header, bodies.some, bodies.second), more);
    CHECK(decode_generation(generation) == bodies.generation);
    CHECK(decode_slot(slot) == bodies.card);
    CHECK(decode_erase(erase) == bodies.some);
    for (const auto* body : {&generation, &slot, &erase}) {
        CHECK(signed_by(bodies.second.open().sign, bodies.header, *body));
        CHECK_FALSE(signed_by(bodies.second.open().sign, bodies.header, flipped(*body, body->size() - 70)));
    }
}

TEST_CASE("A count that is too large is refused before anything is made of it")
{
    Bodies bodies;
    const auto count_at = [](std::size_t at) {
        return [at](base::Bytes& statement) {
            for (std::size_t i = 0; i < 4; ++i) statement.at(at + i) = 0xFF;
        };
    };
    const auto generation = sign_body(bodies.header, bodies.generation, bodies.second);
    CHECK(decode_generation(with_statement(bodies, generation, count_at(4 + 128))).error() ==
          Malformed::bad_value);
    CHECK(decode_generation(with_statement(bodies, generation, count_at(0))).error() == Malformed::bad_value);
    const auto erase = sign_body(bodies.header, bodies.some, bodies.second);
    CHECK(decode_erase(with_statement(bodies, erase, count_at(0))).error() == Malformed::bad_value);
    CHECK(decode_erase(with_statement(bodies, erase, count_at(4 + 32))).error() == Malformed::bad_value);
    const auto slot = sign_body(bodies.header, bodies.card, bodies.second);
    CHECK(decode_slot(with_statement(bodies, slot, count_at(33))).error() == Malformed::cut_off);
}

TEST_CASE("The largest erasure still fits into a record")
{
    Bodies bodies;
    Erase erase;
    erase.records.resize(most_erased_at_once);
    erase.links.resize(most_generations);
    records::Record record{bodies.header, {}, sign_body(bodies.header, erase, bodies.second)};
    record.header.resize(1024);
    CHECK(records::encode(record).size() <= records::largest_record);
    CHECK(decode_erase(record.body) == erase);
}

TEST_CASE("The largest generation record still fits into a record")
{
    Bodies bodies;
    auto generation = bodies.generation;
    generation.number = most_generations;
    generation.earlier.assign(most_generations, generation.earlier[0]);
    generation.earlier[0].generation = most_generations - 1;
    records::Record record{bodies.header, {}, sign_body(bodies.header, generation, bodies.second)};
    record.header.resize(1024);
    CHECK(records::encode(record).size() <= records::largest_record);
    CHECK(decode_generation(record.body) == generation);
}

TEST_CASE("Signed bodies of any bytes are refused or read and nothing behind their end is")
{
    Bodies bodies;
    std::mt19937 random{20251120};
    const std::vector<base::Bytes> all{sign_body(bodies.header, bodies.generation, bodies.second),
                                       sign_body(bodies.header, bodies.card, bodies.second),
                                       sign_body(bodies.header, bodies.some, bodies.second)};
    int read = 0;
    for (int round = 0; round < 6000; ++round) {
        auto body = all[random() % all.size()];
        for (auto changes = 1 + random() % 3; changes > 0; --changes) {
            body[random() % body.size()] = static_cast<base::Byte>(random());
        }
        if (random() % 4 == 0) body.resize(random() % (2 * body.size()));
        const Guarded guarded{body};
        read += decode_generation(guarded.view()).has_value() + decode_slot(guarded.view()).has_value() +
                decode_erase(guarded.view()).has_value();
        if (body != all[0] && body != all[1] && body != all[2]) {
            REQUIRE_FALSE(signed_by(bodies.second.open().sign, bodies.header, guarded.view()));
        }
    }
    CHECK(read > 100);
}
