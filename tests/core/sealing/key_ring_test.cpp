// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_ring.hpp"

#include "core/sealing/link.hpp"
#include "tests/core/sealing/family.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

namespace {

struct Written {
    base::Bytes header;
    base::Bytes body;
};

Written write(Family& family, const NotebookKeys& keys, std::string_view words)
{
    auto header = header_of(family.stream, keys.generation(), records::Class::content, 77);
    auto body = keys.seal(header, bytes_of(words), family.chance);
    return {std::move(header), std::move(body)};
}

} // namespace

TEST_CASE("A new card opens everything that was written before it")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const auto& third = family.after(second, 3);
    const auto in_first = write(family, family.first(), "written first");
    const auto in_third = write(family, third, "written third");

    const auto ring = KeyRing::from(family.stream, copy_of(third), family.decided());
    REQUIRE(ring);
    CHECK(ring->keys().size() == 3);
    CHECK(ring->opened().open() == third.open());
    CHECK(ring->stream() == family.stream);
    REQUIRE(ring->open_body(in_first.header, in_first.body));
    CHECK(text_of(*ring->open_body(in_first.header, in_first.body)) == "written first");
    CHECK(text_of(*ring->open_body(in_third.header, in_third.body)) == "written third");
    CHECK_FALSE(ring->open_body(in_first.header, in_third.body));
    CHECK_FALSE(ring->open_body({}, in_third.body));
}

TEST_CASE("An old card does not open what was written after the new one was made")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& second = family.after(family.first(), 2);
    const auto before = write(family, family.first(), "before");
    const auto after = write(family, second, "after");

    const auto ring = KeyRing::from(family.stream, copy_of(family.first()), family.decided());
    REQUIRE(ring);
    CHECK(ring->keys().size() == 1);
    CHECK(ring->open_body(before.header, before.body));
    CHECK_FALSE(ring->open_body(after.header, after.body));
    CHECK_FALSE(family.first().open_body(after.header, after.body));
    // Nor does it open the secret that the newer generation holds for itself.
    const auto earlier = family.decided().valid[1].earlier.at(0);
    const auto context = earlier_context(family.stream, 2, 1, earlier.whose);
    CHECK(second.open_earlier(context, earlier.sealed));
    CHECK_FALSE(family.first().open_earlier(context, earlier.sealed));
    CHECK_FALSE(contains(earlier.sealed, family.first().secret().view()));
}

TEST_CASE("A card that lost to another made at the same time still opens its own and can be joined")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto& wins = family.after(family.first(), 2);
    const auto& loses = family.after(family.first(), 3);
    const auto in_first = write(family, family.first(), "before both");
    const auto in_loser = write(family, loses, "with the card that lost");

    const auto alone = KeyRing::from(family.stream, copy_of(loses), family.decided());
    REQUIRE(alone);
    CHECK(alone->open_body(in_loser.header, in_loser.body));
    CHECK(alone->open_body(in_first.header, in_first.body));
    const auto winner = KeyRing::from(family.stream, copy_of(wins), family.decided());
    REQUIRE(winner);
    CHECK_FALSE(winner->open_body(in_loser.header, in_loser.body));

    const auto& third = family.after(wins, 4, {&loses});
    const auto joined = KeyRing::from(family.stream, copy_of(third), family.decided());
    REQUIRE(joined);
    CHECK(joined->keys().size() == 4);
    REQUIRE(joined->open_body(in_loser.header, in_loser.body));
    CHECK(text_of(*joined->open_body(in_loser.header, in_loser.body)) == "with the card that lost");
    CHECK(joined->open_body(in_first.header, in_first.body));
}

TEST_CASE("Keys that belong to no known generation make no ring")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto stranger = NotebookKeys::random(family.chance);
    CHECK_FALSE(KeyRing::from(family.stream, copy_of(stranger), family.decided()));
    auto wrong_number = NotebookKeys::from_secret(Secret::copy_of(family.first().secret().view()), 2);
    CHECK_FALSE(KeyRing::from(family.stream, std::move(wrong_number), family.decided()));
}

TEST_CASE("Keys do not open a notebook whose record lets others write to a key that is not theirs")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto second = NotebookKeys::random(family.chance, 2);
    const PublicKeys mixed{second.open().sign, NotebookKeys::random(family.chance).open().box};
    auto generation = next_generation(family.stream, second, family.first(), {}, family.chance);
    generation.link = {mixed, family.first().sign(link_bytes(family.stream, 2, mixed))};
    family.publish(generation, second, 2);
    REQUIRE(family.decided().valid.size() == 2);
    CHECK_FALSE(KeyRing::from(family.stream, copy_of(second), family.decided()));
}

TEST_CASE("An earlier secret that is not what it says shuts its own entries and no others")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto second = NotebookKeys::random(family.chance, 2);
    auto generation = next_generation(family.stream, second, family.first(), {}, family.chance);
    generation.earlier[0].sealed[30] ^= 1;
    family.publish(generation, second, 2);
    const auto old = write(family, family.first(), "old");
    const auto now = write(family, second, "now");
    const auto ring = KeyRing::from(family.stream, copy_of(second), family.decided());
    REQUIRE(ring);
    CHECK(ring->keys().size() == 1);
    CHECK_FALSE(ring->open_body(old.header, old.body));
    CHECK(ring->open_body(now.header, now.body));
}

TEST_CASE("An earlier secret is taken for nobody else's")
{
    // A careless or hostile program sealed one secret under the name of another.
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto second = NotebookKeys::random(family.chance, 2);
    auto generation = next_generation(family.stream, second, family.first(), {}, family.chance);
    const auto other = NotebookKeys::random(family.chance);
    const auto context = earlier_context(family.stream, 2, 1, family.first().open().sign);
    generation.earlier[0].sealed = second.seal_earlier(context, other.secret(), family.chance);
    family.publish(generation, second, 2);
    const auto ring = KeyRing::from(family.stream, copy_of(second), family.decided());
    REQUIRE(ring);
    CHECK(ring->keys().size() == 1);
    // Nor is anything else than a secret.
    generation.earlier[0].sealed = second.seal_earlier(context, Secret{31}, family.chance);
    family.found.pop_back();
    family.publish(generation, second, 2);
    CHECK(KeyRing::from(family.stream, copy_of(second), family.decided())->keys().size() == 1);
}

TEST_CASE("A body of another notebook is not opened even with the right key")
{
    Family family;
    family.publish(first_generation(family.first()), family.first(), 1);
    const auto ring = KeyRing::from(family.stream, copy_of(family.first()), family.decided());
    REQUIRE(ring);
    const auto other = notebook_of(NotebookKeys::random(family.chance).open());
    const auto header = header_of(other);
    CHECK_FALSE(ring->open_body(header, family.first().seal(header, bytes_of("x"), family.chance)));
}
