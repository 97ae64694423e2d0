// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/signature.hpp"

#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::sync::protocol;
using frikort::core::base::Bytes;
using frikort::core::base::view_of;
using frikort::core::sealing::SigningKey;

namespace {

SigningKey key_of(Bytes::value_type byte)
{
    frikort::core::sealing::start();
    return SigningKey::from_seed(Bytes(32, byte));
}

struct Signing {
    SigningKey key = key_of(1);
    Signed what{"POST",
                "/sync/news",
                "central.example",
                content_digest(view_of("body")),
                42,
                frikort::core::sealing::device_of(key.open())};
    SignatureFields fields = sign(what, key);
    std::string counter = "42";

    Claim claim() const
    {
        return {what.method, what.path, what.authority, what.digest, counter, fields.input, fields.signature};
    }
    bool holds(const Claim& claim) const
    {
        const auto read_claim = read(claim);
        return read_claim && proved(*read_claim, key.open());
    }
};

} // namespace

TEST_CASE("A request signed with a device's key is proved to be its own")
{
    const Signing signing;
    const auto claim = read(signing.claim());
    REQUIRE(claim);
    CHECK(claim->device == signing.what.device);
    CHECK(claim->counter == 42);
    CHECK(proved(*claim, signing.key.open()));
    CHECK_FALSE(proved(*claim, key_of(2).open()));
}

TEST_CASE("Whatever is signed cannot be exchanged afterwards")
{
    const Signing signing;
    auto claim = signing.claim();
    SECTION("the method") { claim.method = "PUT"; }
    SECTION("the path") { claim.path = "/sync/push"; }
    SECTION("the host") { claim.authority = "other.example"; }
    SECTION("the counter") { claim.counter = "43"; }
    const auto digest = content_digest(view_of("another body"));
    SECTION("the body") { claim.digest = digest; }
    CHECK_FALSE(signing.holds(claim));
}

TEST_CASE("A signature that covers less or more or in another order is not taken")
{
    const Signing signing;
    const std::string good = signing.fields.input;
    const auto refused = [&](const std::string& input) {
        auto claim = signing.claim();
        claim.input = input;
        return !read(claim);
    };
    const auto exchanged = [&](const std::string& from, const std::string& to) {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    CHECK_FALSE(refused(good));
    CHECK(refused(exchanged(" \"frikort-counter\"", "")));
    CHECK(refused(exchanged("\"@method\" \"@path\"", "\"@path\" \"@method\"")));
    CHECK(refused(exchanged("\"@method\"", "\"@method\" \"date\"")));
    CHECK(refused(exchanged("ed25519", "hmac-sha256")));
    CHECK(refused(exchanged("keyid=\"", "keyid=\"00")));
    CHECK(refused(good + ";expires=1"));
    CHECK(refused(good + ";keyid=\"00\""));
    CHECK(refused(good + ", b=(\"@method\");keyid=\"00\""));
    CHECK(refused(exchanged("frikort=", "other=")));
    CHECK(refused(""));
    CHECK(refused(std::string(100'000, '(')));
    CHECK_FALSE(refused(good + ";created=1763000000"));
    CHECK(refused(good + ";created=\"now\""));
}

TEST_CASE("A missing field or a counter that is no plain number is not taken")
{
    const Signing signing;
    for (const std::string counter : {"", "0", "-1", "042", "42 ", "4e1", "99999999999999999999"}) {
        auto claim = signing.claim();
        claim.counter = counter;
        CHECK_FALSE(read(claim));
    }
    for (const auto field : {&Claim::digest, &Claim::counter, &Claim::input, &Claim::signature}) {
        auto claim = signing.claim();
        claim.*field = std::nullopt;
        CHECK(read(claim).error() == Unsigned::missing);
    }
    auto claim = signing.claim();
    claim.signature = "frikort=:AAAA:";
    CHECK_FALSE(read(claim));
}

TEST_CASE("A body's digest is exactly one sha-256")
{
    CHECK(content_digest(view_of("")) == "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    CHECK(matches(content_digest(view_of("a")), view_of("a")));
    CHECK_FALSE(matches(content_digest(view_of("a")), view_of("b")));
    CHECK_FALSE(matches("sha-512=:AAAA:, " + content_digest(view_of("a")), view_of("a")));
}

TEST_CASE("The worked example of PROTOCOL.md holds")
{
    const auto key = key_of(1);
    const auto body = encode(NewsRequest{0});
    CHECK(frikort::core::base::to_hex(body) ==
          "180000007b2270726f746f636f6c223a322c2273696e6365223a307d00000000");
    const auto device = frikort::core::sealing::device_of(key.open());
    const auto fields =
        sign({"POST", "/sync/news", "central.example", content_digest(body), 42, device}, key);
    CHECK(key.open().hex() == "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c");
    CHECK(device.hex() == "c5e21ab1c9f6022d81c3b25e3436cb7f");
    CHECK(content_digest(body) == "sha-256=:OB2cx/34COA44chRqa6TFCwbRhVoIqP3dAlxUsq27b0=:");
    CHECK(fields.input == R"(frikort=("@method" "@path" "@authority" "content-digest" "frikort-counter");)"
                          R"(keyid="c5e21ab1c9f6022d81c3b25e3436cb7f";alg="ed25519")");
    CHECK(
        fields.signature ==
        "frikort=:BFYpraznPZuZ0k05ZFsy5b7NAftS2TGIjVH1LTDw01k9qohGExrFJhWZGPBeQi42GG9ImVpF5zNRW9hxFsqCCA==:");
}
