// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/stretch.hpp"

#include <set>

#include "core/sealing/keys.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

namespace {

constexpr const char* number = "7K3QXW9AB";
constexpr const char* code = "481592";

std::string hex(const Secret& secret) { return base::to_hex(secret.view()); }
FromCard card(const char* its_number, const char* secret, const char* its_code, const Cost& cost = cheap)
{
    return stretch_card(its_number, base::view_of(secret), its_code, cost);
}

} // namespace

TEST_CASE("A card and its code give the same key and proof on every kiosk")
{
    start();
    const auto here = card(number, "SECRETSECRET", code);
    const auto there = card(number, "SECRETSECRET", code);
    CHECK(hex(here.slot_key) == hex(there.slot_key));
    CHECK(hex(here.proof) == hex(there.proof));
    CHECK(hex(here.slot_key) != hex(here.proof));
}

TEST_CASE("A card opens in ten years with the key it has today")
{
    start();
    const auto today = card(number, "SECRETSECRET", code, Cost::full());
    CHECK(hex(today.slot_key) == "4a0e01a58043433dfcfafb24e1b14080537654d0de51a61d211741ce1cea15aa");
    CHECK(hex(today.proof) == "8a5b3e4589536466ca8976be17b7d069c19d65d551ba84c63bab8bfac7ad1f07");
}

TEST_CASE("Programs stretch with Argon2id in 64 MiB and three passes")
{
    CHECK(Cost::full().memory == 64U * 1024 * 1024);
    CHECK(Cost::full().passes == 3);
}

TEST_CASE("Another number or secret or code or cost gives another key")
{
    start();
    std::set<std::string> keys;
    keys.insert(hex(card(number, "SECRETSECRET", code).slot_key));
    keys.insert(hex(card("7K3QXW9AC", "SECRETSECRET", code).slot_key));
    keys.insert(hex(card(number, "SECRETSECREU", code).slot_key));
    keys.insert(hex(card(number, "SECRETSECRET", "481593").slot_key));
    keys.insert(hex(card(number, "SECRETSECRET4", "81592").slot_key)); // where one ends counts
    keys.insert(hex(card(number, "SECRETSECRET", code, {16384, 1}).slot_key));
    keys.insert(hex(card(number, "SECRETSECRET", code, {8192, 2}).slot_key));
    CHECK(keys.size() == 7);
}

TEST_CASE("A call name opens only with the pepper of the kiosk where it was made")
{
    start();
    FrozenChance chance;
    const auto here = Pepper::random(chance);
    const auto elsewhere = Pepper::random(chance);
    const auto key = hex(stretch_name("Bjørn", code, here, cheap));
    CHECK(hex(stretch_name("Bjørn", code, here, cheap)) == key);
    CHECK(hex(stretch_name("Bjørn", code, elsewhere, cheap)) != key);
    CHECK(hex(stretch_name("Bjørn", "481593", here, cheap)) != key);
    CHECK(hex(stretch_name("Bjarne", code, here, cheap)) != key);
    CHECK(name_lookup("Bjørn", here) != name_lookup("Bjørn", elsewhere));
    CHECK(name_lookup("Bjørn", here) != name_lookup("Bjarne", here));
}

TEST_CASE("A call name opens in ten years with the key it has today")
{
    start();
    const auto pepper = Pepper::from(base::Bytes(32, 7)).value();
    CHECK(hex(stretch_name("Bjørn", code, pepper, Cost::full())) ==
          "e9b34d3d160e696d1307b523c3b450994e61ff60c1f536bd10750aec31b062f3");
    CHECK(name_lookup("Bjørn", pepper).hex() ==
          "00e634e4c32e1c4b7c1a51f8b725fd8d2e98b5342936481c8253081feda491cc");
}

TEST_CASE("Blanks and capitals in a call name do not matter")
{
    start();
    FrozenChance chance;
    const auto pepper = Pepper::random(chance);
    CHECK(name_lookup("  BJØRN  den  Røde ", pepper) == name_lookup("bjørn den røde", pepper));
    CHECK(hex(stretch_name(" BJØRN", code, pepper, cheap)) ==
          hex(stretch_name("bjørn", code, pepper, cheap)));
}

TEST_CASE("A card is found by its number on every kiosk")
{
    start();
    CHECK(card_lookup(number) == card_lookup(number));
    CHECK(card_lookup(number) != card_lookup("7K3QXW9AC"));
    CHECK(card_lookup(number).hex() == "640a9ecdce83043f16ffd306ac04e76a961b603ee44a3690129e262e9250ffc0");
}

TEST_CASE("What the server keeps of a proof tells right from wrong and is not the proof")
{
    start();
    const auto right = card(number, "SECRETSECRET", code);
    const auto wrong = card(number, "SECRETSECRET", "481593");
    const auto verifier = verifier_of(right.proof.view());
    CHECK(proves(right.proof.view(), verifier));
    CHECK_FALSE(proves(wrong.proof.view(), verifier));
    CHECK_FALSE(proves(right.slot_key.view(), verifier));
    CHECK_FALSE(proves(verifier.view(), verifier));
    CHECK_FALSE(proves({}, verifier));
    CHECK(verifier.hex() != hex(right.proof));
}

TEST_CASE("A pepper is 32 bytes and comes back from what was kept")
{
    start();
    FrozenChance chance;
    const auto pepper = Pepper::random(chance);
    const auto again = Pepper::from(pepper.view());
    REQUIRE(again);
    CHECK(name_lookup("Ida", *again) == name_lookup("Ida", pepper));
    CHECK_FALSE(Pepper::from(pepper.view().first(31)));
    CHECK_FALSE(Pepper::from({}));
}
