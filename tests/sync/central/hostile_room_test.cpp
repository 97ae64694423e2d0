// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "sync/central/http/server.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/hostile.hpp"
#include "tests/sync/support/real.hpp"

// Who takes up room and time and gives nothing. The whole process and its memory: hostile_process_test.cpp.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using Catch::Matchers::StartsWith;
using frikort::core::base::Bytes;

TEST_CASE("Bodies and answers that stand still make room for those that move")
{
    // Each of the kiosk's bodies may be a million bytes, and there is room for four.
    constexpr std::size_t room = 4'000'000;
    RealServer server{{.held_bytes = room}};
    RealKiosk tampered{1, server};
    RealKiosk honest{2, server};
    const Bytes body(1'000'000);
    std::vector<std::unique_ptr<Client>> slow;
    for (std::uint64_t i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<Client>(server.server.port()));
        slow.back()->say(
            head_of({"/sync/push", 1'000'000 + i, authority_at(server.server.port()), body.size()},
                    tampered.key, body) +
            std::string(100'000, 'x'));
        CHECK(server.server.counts().held_bytes <= room);
    }
    honest.scribe().write(Notebook{5}, std::string(20'000, 'x'));
    CHECK(honest.round().end == End::done);
    CHECK(honest.standing().waiting == 0);
    const auto counts = server.server.counts();
    CHECK(counts.held_bytes <= room);
    CHECK(counts.made_room >= 10);
    for (const auto& client : slow) client->end();
}

TEST_CASE("Who asks for much and takes nothing does not keep others out")
{
    RealServer server{{.connections = 20}};
    RealKiosk tampered{1, server};
    for (int i = 0; i < 60; ++i) tampered.scribe().write(Notebook{5}, std::string(20'000, 'x'));
    REQUIRE(tampered.round().end == End::done);
    tampered.scribe().begin(Notebook{6});
    for (int i = 0; i < 80; ++i) tampered.scribe().write(Notebook{6}, std::string(20'000, 'x'));
    REQUIRE(tampered.round().end == End::done);
    const auto body = encode(
        protocol::PullRequest{{{Notebook{6}.stream, 0, std::nullopt}}, protocol::PullRequest::Own::send});
    std::vector<std::unique_ptr<Client>> slow;
    for (std::uint64_t i = 0; i < 40; ++i) {
        slow.push_back(std::make_unique<Client>(server.server.port(), Client::Ear::small));
        REQUIRE(slow.back()->say(
            request_of("/sync/pull", 1'000'000 + i, server.server.port(), tampered.key, body)));
        // Once the first bytes are here the answer stands in the server. One that had to wait for room is
        // closed.
        slow.back()->status();
    }
    CHECK(server.server.counts().held_bytes > 1'000'000);
    RealKiosk honest{2, server};
    honest.scribe().write(Notebook{7});
    CHECK(honest.round().end == End::done);
    CHECK(honest.standing().waiting == 0);
    CHECK(server.server.counts().made_room >= 20);
}

TEST_CASE("Every way to waste the server's time is counted by what it was")
{
    const std::chrono::milliseconds soon{50};
    RealServer server{{.head_within = soon, .body_within = soon}};
    const Client unused{server.server.port()};
    const Client slow_head{server.server.port()};
    REQUIRE(slow_head.say("POST /sync/pu"));
    const Client slow_body{server.server.port()};
    REQUIRE(slow_body.say(enrolment_without_body(4000)));
    for (const auto* client : {&unused, &slow_head, &slow_body}) CHECK(client->hear().empty());
    // A line ends a moment before it is counted why.
    const auto ended = [](const auto& all) { return all.unused + all.late_heads + all.late_bodies; };
    while (ended(server.server.counts()) < 3) std::this_thread::yield();
    const auto counts = server.server.counts();
    CHECK(counts.opened == 3);
    CHECK(counts.unused == 1);
    CHECK(counts.late_heads == 1);
    CHECK(counts.late_bodies == 1);
    CHECK(counts.cut_off == 0);
    CHECK(counts.bytes_in > 300);
}

TEST_CASE("More requests than can wait are told to come again")
{
    RealServer server{{.waiting_requests = 0}};
    const Client client{server.server.port()};
    REQUIRE(client.say("GET /health HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto heard = client.hear();
    CHECK_THAT(heard, StartsWith("HTTP/1.1 503"));
    CHECK_THAT(heard, ContainsSubstring("Retry-After: "));
    CHECK(server.server.counts().overloaded == 1);
}
