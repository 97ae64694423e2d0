// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "sync/central/http/server.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/hostile.hpp"
#include "tests/sync/support/real.hpp"

// Requests that begin or end otherwise than they should, on a network that is not ours.

using namespace frikort::tests;
using namespace frikort::sync;

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
