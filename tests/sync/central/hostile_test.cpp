// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "sync/central/http/server.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/hostile.hpp"
#include "tests/sync/support/real.hpp"

// What is tried against a server on a network that is not ours. The whole process and its memory:
// hostile_process_test.cpp.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using Catch::Matchers::StartsWith;
using central::api::Event;
using frikort::core::base::Bytes;

namespace {

const std::string post =
    "POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.frikort.sync\r\n";
const std::string get = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";

int answers_in(const std::string& heard)
{
    int answers = 0;
    for (auto at = heard.find("HTTP/1.1 "); at != std::string::npos; at = heard.find("HTTP/1.1 ", at + 1))
        ++answers;
    return answers;
}

std::string authority(const RealServer& server)
{
    return "127.0.0.1:" + std::to_string(server.server.port());
}

} // namespace

TEST_CASE(
    "A request that two readers could cut apart differently is refused and what hides in it is not heard")
{
    RealServer server;
    const auto refused = [&](const std::string& request) {
        const Client client{server.server.port()};
        REQUIRE(client.say(request));
        client.end();
        const auto heard = client.hear();
        CAPTURE(request, heard);
        CHECK(answers_in(heard) <= 1);
        CHECK_THAT(heard, !ContainsSubstring("well"));
        CHECK((heard.empty() || heard.starts_with("HTTP/1.1 4")));
    };
    // Of the first, a server would go on with what hides behind its body; of the second it must read one.
    const auto start = GENERATE(as<std::string>{}, "GET /health HTTP/1.1\r\nHost: a\r\n", post);
    const auto hides = [&](const std::string& fields) {
        refused(start + fields + "\r\n\r\n0\r\n\r\n" + get);
    };
    SECTION("a length and chunks")
    {
        hides("Content-Length: 5\r\nTransfer-Encoding: chunked");
        hides("Transfer-Encoding: chunked\r\nContent-Length: 5");
        hides("Transfer-Encoding: chunked");
    }
    SECTION("chunks under another name")
    {
        for (const auto* name :
             {"xchunked", "chunked, identity", "identity", "\tchunked", "chunked ", "Chunked", ""})
            hides(std::string{"Transfer-Encoding: "} + name);
        hides("Transfer-Encoding : chunked");
    }
    SECTION("a field on two lines")
    {
        // Read as one, as it always was; the body keeps its length, and the line ends behind the answer.
        const Client client{server.server.port()};
        REQUIRE(client.say(
            start + "Content-Length: 5\r\nX: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get));
        client.end();
        CHECK(answers_in(client.hear()) == 1);
    }
    SECTION("two lengths")
    {
        hides("Content-Length: 5\r\nContent-Length: 0");
        hides("Content-Length: 0\r\nContent-Length: 5");
        hides("Content-Length: 5\r\nContent-Length: 5");
        hides("Content-Length: 5, 0");
        hides("Content-Length: 5, 5");
    }
    SECTION("a length that is none")
    {
        for (const auto* length : {"+5", "-5", "0x5", "5;", "5 5", "", "٥", "18446744073709551616",
                                   "18446744073709551621", "99999999999999999999999"})
            hides(std::string{"Content-Length: "} + length);
    }
    SECTION("lines that end otherwise")
    {
        refused("GET /health HTTP/1.1\nHost: a\n\n");
        refused("GET /health HTTP/1.1\rHost: a\r\r");
        refused("GET /health HTTP/1.1\r\nHost: a\r\nX: a" + std::string(1, '\0') + "b\r\n\r\n");
    }
    SECTION("another way to say where")
    {
        refused("GET http://a/health HTTP/1.1\r\nHost: a\r\n\r\n");
        refused("GET /health?x HTTP/1.1\r\nHost: a\r\n\r\n");
        refused("GET //health HTTP/1.1\r\nHost: a\r\n\r\n");
        refused("GET /health/ HTTP/1.1\r\nHost: a\r\n\r\n");
        refused("GET /%68ealth HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    SECTION("a body where none is asked for")
    {
        // Not read as a second request: the connection ends.
        const Client client{server.server.port()};
        REQUIRE(client.say("GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 45\r\n\r\n" + get));
        CHECK(answers_in(client.hear()) == 1);
    }
}

TEST_CASE("Who speaks another language than HTTP/1.1 is sent away at once")
{
    RealServer server;
    for (const std::string& words :
         {std::string{"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
          std::string{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11},
          std::string{"SSH-2.0-OpenSSH_9.2\r\n"}, std::string{"GET /health HTTP/1.0\r\nHost: a\r\n\r\n"},
          std::string{"GET /health HTTP/0.9\r\n\r\n"}, std::string{"GET /health\r\n"},
          std::string(64, '\0')}) {
        const Client client{server.server.port()};
        REQUIRE(client.say(words));
        client.end();
        const auto heard = client.hear();
        CHECK((heard.empty() || heard.starts_with("HTTP/1.1 400")));
    }
    CHECK(server.server.counts().bytes_out < 7 * 300);
}

TEST_CASE("Several requests in one breath are answered one after the other")
{
    RealServer server;
    const Client client{server.server.port()};
    REQUIRE(client.say(get + get + "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get));
    CHECK(answers_in(client.hear()) == 3);
}

TEST_CASE("Who closes one half of the line still gets the answer")
{
    RealServer server;
    const Client client{server.server.port()};
    REQUIRE(client.say(get));
    client.end();
    CHECK_THAT(client.hear(), ContainsSubstring("well"));
}

TEST_CASE("A request cut off at any byte changes nothing and is counted")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    const auto body = encode(protocol::NewsRequest{});
    const auto whole = request_of("/sync/news", 1'000'000, server.server.port(), kiosk.key, body);
    const auto before = server.store.look()->kiosks().find(kiosk.device())->request;
    int cut_off = 0;
    for (std::size_t cut = 1; cut < whole.size(); cut += 7, ++cut_off) {
        const Client client{server.server.port()};
        REQUIRE(client.say(whole.substr(0, cut)));
        client.end();
        CHECK(client.hear().empty());
    }
    CHECK(server.store.look()->kiosks().find(kiosk.device())->request == before);
    while (server.server.counts().cut_off < static_cast<std::uint64_t>(cut_off)) std::this_thread::yield();
    CHECK(server.server.counts().cut_off == static_cast<std::uint64_t>(cut_off));
    const Client client{server.server.port()};
    REQUIRE(client.say(whole));
    CHECK(client.status() == 200);
}

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
    REQUIRE(
        holding.say(head_of({"/sync/push", 1'000'000, authority(server), large.size()}, kiosk.key, large)));
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
        REQUIRE(stranger.say(head_of({"/sync/push", 1, authority(server), body.size()}, forged, body)));
        CHECK(stranger.status() == 401);
        // The honest kiosk's name over the forger's signature.
        auto head = head_of({"/sync/push", 1'000'000, authority(server), body.size()}, forged, body);
        const auto name = frikort::core::sealing::device_of(forged.open()).hex();
        head.replace(head.find(name), name.size(), kiosk.device().hex());
        const Client liar{server.server.port()};
        REQUIRE(liar.say(head));
        CHECK(liar.status() == 401);
    }
    // Signed for another house, or for another path.
    for (const SignedHead& elsewhere :
         {SignedHead{"/sync/push", 1'000'000, "central.example", body.size()},
          SignedHead{"/sync/pull", 1'000'000, authority(server), body.size()}}) {
        auto head = head_of(elsewhere, kiosk.key, body);
        if (elsewhere.authority == "central.example")
            head.replace(head.find("central.example"), 15, authority(server));
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
            head_of({"/sync/push", 1'000'000 + i, authority(server), body.size()}, tampered.key, body) +
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
    REQUIRE(client.say(get));
    const auto heard = client.hear();
    CHECK_THAT(heard, StartsWith("HTTP/1.1 503"));
    CHECK_THAT(heard, ContainsSubstring("Retry-After: "));
    CHECK(server.server.counts().overloaded == 1);
}
