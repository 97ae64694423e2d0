// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/hostile.hpp"
#include "tests/sync/support/real.hpp"

// Whole requests that an honest kiosk did not send, or sent once; and a kiosk that is honest no more.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using central::api::Event;
using frikort::core::base::Bytes;

TEST_CASE("A request that was heard before is refused by its head, and its body is not read")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    const auto body = encode(protocol::NewsRequest{});
    const auto once = request_of("/sync/news", 1'000'000, server.server.port(), kiosk.key, body);
    const Client honest{server.server.port()};
    REQUIRE(honest.say(once));
    CHECK(honest.status() == 200);
    const Client replaying{server.server.port()};
    REQUIRE(replaying.say(once));
    CHECK(replaying.status() == 409);
    // Of another body, of which nothing comes: the answer does not wait for it.
    const Bytes large(1'000'000);
    const Client holding{server.server.port()};
    REQUIRE(holding.say(head_of({"/sync/push", 1'000'000, authority_at(server.server.port()), large.size()},
                                kiosk.key, large)));
    CHECK(holding.status() == 409);
    CHECK(server.journal.count(Event::counter_behind) == 2);
    CHECK(kiosk.round().end == End::done); // goes on above it
}

TEST_CASE("Forged devices and signatures are refused by their heads and nothing is written for them")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    const Bytes body(1'000'000);
    const auto before = server.store.look()->kiosks().all();
    SeededChance chance{9};
    const Client client{server.server.port()};
    for (int i = 0; i < 50; ++i) {
        // A key of its own, which nobody enrolled.
        const auto forged = signing_key(chance);
        const Client stranger{server.server.port()};
        REQUIRE(stranger.say(
            head_of({"/sync/push", 1, authority_at(server.server.port()), body.size()}, forged, body)));
        CHECK(stranger.status() == 401);
        // The honest kiosk's name over the forger's signature.
        auto head =
            head_of({"/sync/push", 1'000'000, authority_at(server.server.port()), body.size()}, forged, body);
        const auto name = frikort::core::sealing::device_of(forged.open()).hex();
        head.replace(head.find(name), name.size(), kiosk.device().hex());
        const Client liar{server.server.port()};
        REQUIRE(liar.say(head));
        CHECK(liar.status() == 401);
    }
    // Signed for another house, or for another path.
    for (const SignedHead& elsewhere :
         {SignedHead{"/sync/push", 1'000'000, "central.example", body.size()},
          SignedHead{"/sync/pull", 1'000'000, authority_at(server.server.port()), body.size()}}) {
        auto head = head_of(elsewhere, kiosk.key, body);
        if (elsewhere.authority == "central.example")
            head.replace(head.find("central.example"), 15, authority_at(server.server.port()));
        else
            head.replace(head.find("/sync/pull"), 10, "/sync/push");
        const Client thief{server.server.port()};
        REQUIRE(thief.say(head));
        CHECK(thief.status() == 401);
    }
    CHECK(server.store.look()->kiosks().all() == before);
    CHECK(server.journal.count(Event::not_signed) == 102);
    CHECK(kiosk.round().end == End::done);
}

TEST_CASE("A kiosk gone mad is answered each time and nothing of it is taken")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    std::uint64_t counter = 1'000'000;
    const auto said = [&](const char* path, const std::string& head_words) {
        Bytes body;
        for (std::size_t shift = 0; shift < 32; shift += 8)
            body.push_back(static_cast<frikort::core::base::Byte>(head_words.size() >> shift));
        body.insert(body.end(), head_words.begin(), head_words.end());
        body.insert(body.end(), 4, 0);
        const Client client{server.server.port()};
        client.say(request_of(path, ++counter, server.server.port(), kiosk.key, body));
        return client.status();
    };
    CHECK(said("/sync/news", R"({"protocol":1,"since":0})") == 200);
    CHECK(said("/sync/news", R"({"protocol":1,"since":9223372036854775807})") == 200);
    CHECK(said("/sync/news", R"({"protocol":1,"since":9223372036854775808})") == 400);
    CHECK(said("/sync/news", R"({"protocol":1,"since":1e3})") == 400);
    CHECK(said("/sync/news", R"({"protocol":18446744073709551616,"since":0})") == 400);
    CHECK(said("/sync/news", R"({"protocol":1,"since":0,"x":)" + std::string(100'000, '[')) == 400);
    CHECK(said("/sync/news", R"({"protocol":1,"since":0,"x":")" + std::string(100'000, 'x') + "\"}") == 200);
    CHECK(said("/sync/news", "{\"protocol\":1,\"since\":0,\"x\":\"\xc3\x28\xed\xa0\x80\"}") == 400);
    CHECK(said("/sync/push", R"({"protocol":1,"records":9223372036854775807,"stubs":9223372036854775807})") ==
          400);
    CHECK(said("/sync/push", std::string(200'000, '{')) == 400);
    // Its own counter as far as it goes, and further.
    counter = 999'999'999'999'999'997;
    CHECK(said("/sync/news", R"({"protocol":1,"since":0})") == 200);
    CHECK(said("/sync/news", R"({"protocol":1,"since":0})") == 200);
    CHECK(said("/sync/news", R"({"protocol":1,"since":0})") == 401); // 19 digits
    CHECK(server.journal.count(Event::failed) == 0);
    CHECK(server.journal.count(Event::store_failed) == 0);
    RealKiosk other{2, server};
    CHECK(other.round().end == End::done);
}
