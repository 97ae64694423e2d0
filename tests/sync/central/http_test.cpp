// SPDX-License-Identifier: MPL-2.0
#include "sync/central/http/server.hpp"

#include "tests/support/catch.hpp"
#include "tests/sync/support/client.hpp"
#include "tests/sync/support/real.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using central::http::Bounds;

namespace {

const std::string post =
    "POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.frikort.sync\r\n";

// As far as its head goes this could be a kiosk that enrols: the only body that is read unproved.
const std::string slow_body =
    "POST /sync/enrol HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.frikort.sync\r\n"
    "Content-Length: 4000\r\nContent-Digest: sha-256=:AAAA:\r\nFrikort-Counter: 1\r\n"
    "Signature-Input: a=(\"@method\" \"@path\" \"@authority\" \"content-digest\" \"frikort-counter\");"
    "keyid=\"00000000000000000000000000000000\"\r\n"
    "Signature: a=:" +
    std::string(86, 'A') + "==:\r\n\r\nhalf a body";

} // namespace

TEST_CASE("Kiosks and server find each other over real HTTP")
{
    RealServer server{GENERATE(Engine::sqlite, Engine::postgresql)};
    RealKiosk first{1, server};
    RealKiosk second{2, server};
    const Notebook notebook{5};
    first.scribe().begin(notebook);
    for (int i = 0; i < 250; ++i) first.scribe().write(notebook);
    for (int i = 0; i < 30; ++i) {
        first.scribe().write(first.place.stream, frikort::core::records::Class::content, {1});
    }
    CHECK(first.round().end == End::done);
    CHECK(first.standing().waiting == 0);
    CHECK(second.round().end == End::done);
    CHECK(second.holds(second.place.stream) == 30);
    CHECK(second.holds(notebook.stream) == 0);
    CHECK(server.store.look()->stock().held_from(first.device(), 9).highest == 281);
}

TEST_CASE("The server says that it is well")
{
    RealServer server;
    const Client client{server.server.port()};
    REQUIRE(client.say("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const auto heard = client.hear();
    CHECK_THAT(heard, ContainsSubstring("HTTP/1.1 200 OK"));
    CHECK_THAT(heard, ContainsSubstring("well"));
}

TEST_CASE("Who asks for the head alone gets no body, and the next answer stands where he looks for it")
{
    RealServer server;
    const Client client{server.server.port()};
    const std::string target = GENERATE("/health", "/sync/push");
    REQUIRE(client.say("HEAD " + target + " HTTP/1.1\r\nHost: a\r\n\r\n" +
                       "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const auto heard = client.hear();
    CHECK_THAT(heard, ContainsSubstring(target == "/health" ? "HTTP/1.1 200 OK" : "HTTP/1.1 405 "));
    CHECK_THAT(heard, ContainsSubstring("\r\n\r\nHTTP/1.1 200 OK\r\n"));
    CHECK(heard.find("Content-Length: 0") == std::string::npos);
}

TEST_CASE("What HTTP allows and this server does not is refused with the right number")
{
    RealServer server;
    const Client client{server.server.port()};
    const auto refused = [&](const std::string& request, int status) {
        REQUIRE(client.say(request));
        CHECK(client.status() == status);
    };
    SECTION("chunks") { refused(post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", 411); }
    SECTION("no length") { refused(post + "\r\n", 411); }
    SECTION("gzip") { refused(post + "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx", 415); }
    SECTION("Expect") { refused(post + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n", 417); }
    SECTION("no host") { refused("POST /sync/push HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400); }
    SECTION("two hosts") { refused("GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400); }
    SECTION("HTTP/1.0") { refused("GET /health HTTP/1.0\r\nHost: a\r\n\r\n", 400); }
    SECTION("two lengths") { refused(post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400); }
    SECTION("no HTTP") { refused("\x16\x03\x01 hello\r\n\r\n", 400); }
    SECTION("a head without end") { refused(post + "X: " + std::string(9000, 'x'), 431); }
    SECTION("many fields")
    {
        std::string many = post;
        for (int i = 0; i < 1000; ++i) many += "X" + std::to_string(i) + ": y\r\n";
        refused(many + "\r\n", 431);
    }
    SECTION("unsigned") { refused(post + "Content-Length: 1\r\n\r\nx", 401); }
    SECTION("unknown") { refused("GET /etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 404); }
}

TEST_CASE("A body larger than stated is refused before it is sent")
{
    RealServer server{{}, {.push_bytes = 1000}};
    RealKiosk kiosk{1, server};
    const Notebook notebook{5};
    const auto huge = kiosk.scribe().write(notebook, std::string(5'000, 'x'));
    kiosk.scribe().write(notebook);
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing(huge).reason == "too_large");
    CHECK(server.store.look()->stock().held_from(kiosk.device(), 9).highest == 2);
}

TEST_CASE("Slow clients do not lock an honest kiosk out")
{
    // More of them than there is room for: of head and of body, and some that say nothing at all.
    RealServer server{{.connections = 150}};
    RealKiosk kiosk{1, server};
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 250; ++i) {
        slow.push_back(std::make_unique<Client>(server.server.port()));
        REQUIRE(slow.back()->connected());
        if (i % 3 == 0) slow.back()->say(post);
        if (i % 3 == 1) slow.back()->say(slow_body);
    }
    const Notebook notebook{5};
    for (int i = 0; i < 20; ++i) {
        kiosk.scribe().write(notebook);
        // Its own kept connection may have had to make room; then it asks again.
        const auto end = kiosk.round().end;
        CHECK((end == End::done || end == End::no_server));
    }
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().waiting == 0);
    // And one that comes only now.
    RealKiosk late{2, server};
    late.scribe().write(notebook);
    CHECK(late.round().end == End::done);
    CHECK(server.server.connections() <= 175);
}

TEST_CASE("A client that is slower than allowed is dropped")
{
    const std::chrono::milliseconds soon{50};
    SECTION("with its head")
    {
        RealServer server{{.head_within = soon}};
        const Client client{server.server.port()};
        REQUIRE(client.say("POST /sync/pu"));
        CHECK(client.hear().empty()); // comes back because the server closes
    }
    SECTION("with its body")
    {
        RealServer server{{.body_within = soon}};
        const Client client{server.server.port()};
        REQUIRE(client.say(slow_body));
        CHECK(client.hear().empty());
    }
    SECTION("with a second request")
    {
        RealServer server{{.head_within = soon}};
        const Client client{server.server.port()};
        REQUIRE(client.say("GET /health HTTP/1.1\r\nHost: a\r\n\r\n"));
        CHECK_THAT(client.hear(), ContainsSubstring("well"));
    }
}

TEST_CASE("A server that stops finishes what is under way and takes nothing new")
{
    auto server = std::make_unique<RealServer>();
    const auto port = server->server.port();
    const Client idle{port};
    RealKiosk kiosk{1, *server};
    kiosk.scribe().write(Notebook{5});
    CHECK(kiosk.round().end == End::done);
    server.reset();
    CHECK(idle.hear().empty());
    CHECK_FALSE(Client{port}.connected());
    CHECK(kiosk.round().end == End::no_server);
}
