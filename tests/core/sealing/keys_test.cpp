// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/keys.hpp"

#include <set>
#include <thread>

#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;
using namespace frikort::tests;

namespace {

// "350 kr. for two hours", sealed by the first program there was.
const char* const frozen_body =
    "0125eb8c48ff89cb854fc09081cc47edfc8619b214fe6592d4e9b9488592adad8f90703b946d1feeedd423fecb01e8acb48e"
    "f1d7c3c1df827b6291d6681e5fa1e12d73464351115eb2b0ef281a5ca1fe947b1cc276f06a012bb09d305f0f2ab0e7f1c193"
    "ca86daa6d9817659587aa92df91bef37aaa64bfa685094a422547205b7e612980251fc1dd028f390bc2d992cac5aa4b737d1"
    "f61a85046c7ac4e6c00ef96ffb0b5ce18e29ab596fd5e9cad40acd47990d953bfa3bf26b1d22c9abe7641685ed465bdb89a5"
    "221ed47cdd746390371c0be96b94b1cdefcf692c8262d77b700c2924f6f59ac0d2af083cf85905ac281b7c2cf76a0e863ba9"
    "90df1cbe302ee7753b2f5c29c6b6d0e564835df7b7ba001f7156831bdfeadaaf9e79d1f4e72a32bcd1bd051f80b2cb";

NotebookKeys frozen_keys(std::uint32_t generation = 1)
{
    Secret secret{32};
    for (std::size_t i = 0; i < 32; ++i) secret.span()[i] = static_cast<base::Byte>(i);
    return NotebookKeys::from_secret(std::move(secret), generation);
}

} // namespace

TEST_CASE("Starting twice or from two threads is harmless")
{
    start();
    std::thread other{[] { start(); }};
    start();
    other.join();
}

TEST_CASE("The system's chance does not repeat itself")
{
    start();
    SystemChance chance;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(chance.name<base::Id>().hex());
    CHECK(seen.size() == 1000);
}

TEST_CASE("A signature holds for its message and its key only")
{
    start();
    FrozenChance chance;
    const auto device = SigningKey::random(chance);
    const auto other = SigningKey::random(chance);
    const auto message = bytes_of("a batch of records");
    const auto signature = device.sign(message);
    CHECK(verified(device.open(), message, signature));
    CHECK_FALSE(verified(other.open(), message, signature));
    for (std::size_t i = 0; i < message.size(); ++i) {
        CHECK_FALSE(verified(device.open(), flipped(message, i), signature));
    }
    for (std::size_t i = 0; i < Signature::size; ++i) {
        auto changed = signature;
        changed.bytes[i] ^= 1;
        CHECK_FALSE(verified(device.open(), message, changed));
    }
}

TEST_CASE("A device keeps its key as a seed and is the same device after a restart")
{
    start();
    FrozenChance chance;
    const auto device = SigningKey::random(chance);
    const auto again = SigningKey::from_seed(device.seed());
    CHECK(again.open() == device.open());
    CHECK(again.sign({}) == device.sign({}));
    CHECK(device_of(again.open()) == device_of(device.open()));
}

TEST_CASE("A device is named after its key by the first half of the digest")
{
    start();
    // Python: hashlib.blake2b(bytes(32), digest_size=32).digest()[:16]
    CHECK(device_of(SignPublic{}).hex() == "89eb0d6a8a691dae2cd15ed0369931ce");
}

TEST_CASE("A notebook's keys today are its keys in ten years")
{
    start();
    // Made by a second program: Python, hashlib.blake2b with salt and person, and the package cryptography.
    const auto open = frozen_keys().open();
    CHECK(open.sign.hex() == "6c8227f90de978ee591a184ddae0684e0b64be0a52f9e4c6f6be207b12a8bdcd");
    CHECK(open.box.hex() == "df3b48f64bf1736b3473ad6b87b513b514d42c0648e56ac14a218b658d42556b");
    CHECK(notebook_of(open).kind == records::StreamKind::notebook);
    CHECK(notebook_of(open).name.hex() == "b6abadbd372db621d635b0d492e7f9af601c1ca85631c98e9a2ae49ac185eca2");
}

TEST_CASE("What was sealed today opens in ten years")
{
    start();
    const auto keys = frozen_keys();
    const auto header = header_of(notebook_of(keys.open()));
    const auto body = base::from_hex(frozen_body).value();
    const auto plain = keys.open_body(header, body);
    REQUIRE(plain);
    CHECK(text_of(*plain) == "350 kr. for two hours");
}

TEST_CASE("Each of a notebook's keys is another and none is the secret")
{
    start();
    FrozenChance chance;
    const auto keys = NotebookKeys::random(chance);
    const auto header = header_of(notebook_of(keys.open()));
    CHECK(keys.open().sign.view().size() == 32);
    CHECK(base::to_hex(keys.secret().view()) != keys.open().sign.hex());
    // What is sealed for the stream does not open as something local, nor the other way round.
    CHECK_FALSE(keys.open_local(header, keys.seal(header, bytes_of("x"), chance)));
    CHECK_FALSE(keys.open_body(header, keys.seal_local(header, bytes_of("x"), chance)));
    CHECK_FALSE(keys.open_earlier(header, keys.seal(header, bytes_of("x"), chance)));
}

TEST_CASE("Nothing can be sealed to a key that opens for everybody")
{
    start();
    FrozenChance chance;
    CHECK(usable(NotebookKeys::random(chance).open().box));
    CHECK_FALSE(usable(BoxPublic{}));
    BoxPublic one;
    one.bytes[0] = 1;
    CHECK_FALSE(usable(one));
}
