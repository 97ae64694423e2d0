// SPDX-License-Identifier: MPL-2.0
#include <array>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/store/central_sqlite.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/site.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::CurlTransport;
using agent::End;
using agent::Unreachable;
using central::http::Bounds;
using central::http::Server;
using frikort::core::base::Bytes;

namespace {

// A client that says exactly what it is told to.
class Client {
public:
    explicit Client(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = socket_ >= 0 && ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool connected() const { return connected_; }
    bool say(std::string_view words) const
    {
        while (!words.empty()) {
            const auto said = ::send(socket_, words.data(), words.size(), MSG_NOSIGNAL);
            if (said <= 0) return false;
            words.remove_prefix(static_cast<std::size_t>(said));
        }
        return true;
    }
    // Until the server closes.
    std::string hear() const
    {
        std::string all;
        std::array<char, 4096> part{};
        for (ssize_t got = 0; (got = ::recv(socket_, part.data(), part.size(), 0)) > 0;) {
            all.append(part.data(), static_cast<std::size_t>(got));
        }
        return all;
    }
    // The status of one answer.
    int status() const
    {
        std::array<char, 13> start{}; // with a zero at its end
        const auto got = ::recv(socket_, start.data(), 12, MSG_WAITALL);
        return got == 12 ? std::atoi(start.data() + 9) : 0;
    }

private:
    int socket_;
    bool connected_ = false;
};

// The real server on the real database, on a free port of this machine.
struct RealServer {
    explicit RealServer(const Bounds& bounds = {}, const protocol::Limits& limits = {})
        : desk{store, clock, journal, limits}, server{"127.0.0.1", 0, site, bounds}
    {
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server.port()); }
    std::unique_ptr<CurlTransport> transport() const
    {
        return std::move(*CurlTransport::open({.central = url()}));
    }

    TemporaryFolder folder;
    SeededChance chance{3};
    frikort::core::store::SqliteCentralStore store{
        folder.path(), frikort::core::store::SqliteCentralStore::Opening::first, chance};
    StillClock clock;
    CountedJournal journal;
    central::api::Desk desk;
    central::DeskSite site{desk, journal};
    Server server;
};

// A kiosk that reaches it over HTTP.
struct RealKiosk {
    RealKiosk(std::uint64_t seed, RealServer& at) : kiosk{seed, central}, line{at.transport()}
    {
        const auto code = central::api::issue_code(at.store, "Perronen", at.clock.now(), at.chance);
        place = *agent::enrol(kiosk.store, *line, kiosk.key, code->in_groups());
    }
    End round() { return run_round(kiosk.store, *line, kiosk.key).end; }

    Central central; // only so that the kiosk can be made
    Kiosk kiosk;
    std::unique_ptr<CurlTransport> line;
    agent::Place place;
};

const std::string post =
    "POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.frikort.sync\r\n";

// A site that answers everything in one way.
class OneAnswer final : public central::http::Site {
public:
    explicit OneAnswer(central::http::Reply reply) : reply_{std::move(reply)} {}
    std::variant<central::http::Reply, std::unique_ptr<central::http::Visit>>
    admit(const central::http::Head&) override
    {
        return reply_;
    }
    central::http::Reply refusal(int status) override { return {status, "text/plain", {}, {}}; }

private:
    central::http::Reply reply_;
};

} // namespace

TEST_CASE("Kiosks and server find each other over real HTTP")
{
    RealServer server;
    RealKiosk first{1, server};
    RealKiosk second{2, server};
    const Notebook notebook{5};
    first.kiosk.begin(notebook);
    for (int i = 0; i < 250; ++i) first.kiosk.write(notebook);
    for (int i = 0; i < 30; ++i) {
        first.kiosk.write(first.place.stream, frikort::core::records::Class::content, {1});
    }
    CHECK(first.round() == End::done);
    CHECK(first.kiosk.standing().waiting == 0);
    CHECK(second.round() == End::done);
    CHECK(second.kiosk.holds(second.place.stream) == 30);
    CHECK(second.kiosk.holds(notebook.stream) == 0);
    CHECK(server.store.look()->stock().held_from(first.kiosk.device(), 9).highest == 281);
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
    const auto huge = kiosk.kiosk.write(notebook, std::string(5'000, 'x'));
    kiosk.kiosk.write(notebook);
    CHECK(kiosk.round() == End::done);
    CHECK(kiosk.kiosk.standing(huge).reason == "too_large");
    CHECK(server.store.look()->stock().held_from(kiosk.kiosk.device(), 9).highest == 2);
}

TEST_CASE("Slow clients do not lock an honest kiosk out")
{
    // More of them than there is room for: of head and of body, and some that say nothing at all.
    RealServer server{{.connections = 150}};
    RealKiosk kiosk{1, server};
    // As far as its head goes this could be a kiosk that enrols: the only body that is read unproved.
    const std::string slow_body =
        "POST /sync/enrol HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.frikort.sync\r\n"
        "Content-Length: 4000\r\nContent-Digest: sha-256=:AAAA:\r\nFrikort-Counter: 1\r\n"
        "Signature-Input: a=(\"@method\" \"@path\" \"@authority\" \"content-digest\" \"frikort-counter\");"
        "keyid=\"00000000000000000000000000000000\"\r\n"
        "Signature: a=:" +
        std::string(86, 'A') + "==:\r\n\r\nhalf a body";
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 250; ++i) {
        slow.push_back(std::make_unique<Client>(server.server.port()));
        REQUIRE(slow.back()->connected());
        if (i % 3 == 0) slow.back()->say(post);
        if (i % 3 == 1) slow.back()->say(slow_body);
    }
    const Notebook notebook{5};
    for (int i = 0; i < 20; ++i) {
        kiosk.kiosk.write(notebook);
        // Its own kept connection may have had to make room; then it asks again.
        const auto end = kiosk.round();
        CHECK((end == End::done || end == End::no_server));
    }
    CHECK(kiosk.round() == End::done);
    CHECK(kiosk.kiosk.standing().waiting == 0);
    // And one that comes only now.
    RealKiosk late{2, server};
    late.kiosk.write(notebook);
    CHECK(late.round() == End::done);
    CHECK(server.server.connections() <= 175);
}

TEST_CASE("A client that is slower than allowed is dropped")
{
    RealServer server{{.head_within = std::chrono::milliseconds{50}}};
    const Client client{server.server.port()};
    REQUIRE(client.say("POST /sync/pu"));
    CHECK(client.hear().empty()); // comes back because the server closes
}

TEST_CASE("A server that stops finishes what is under way and takes nothing new")
{
    auto server = std::make_unique<RealServer>();
    const auto port = server->server.port();
    const Client idle{port};
    RealKiosk kiosk{1, *server};
    kiosk.kiosk.write(Notebook{5});
    CHECK(kiosk.round() == End::done);
    server.reset();
    CHECK(idle.hear().empty());
    CHECK_FALSE(Client{port}.connected());
    CHECK(kiosk.round() == End::no_server);
}

TEST_CASE("A redirection is not followed and a page is not an answer")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.write(Notebook{5});
    const auto answer_with = [&](int status, const std::string& type, const std::string& body) {
        OneAnswer site{{status, type, Bytes(body.begin(), body.end()), {}}};
        const Server server{"127.0.0.1", 0, site};
        auto line =
            std::move(*CurlTransport::open({.central = "http://127.0.0.1:" + std::to_string(server.port())}));
        return run_round(kiosk.store, *line, kiosk.key).end;
    };
    CHECK(answer_with(200, "text/html", "<html>Log in</html>") == End::not_understood);
    CHECK(answer_with(302, "text/html", "") == End::not_understood);
    CHECK(answer_with(500, "text/html", "<html>oops</html>") == End::busy);
    CHECK(answer_with(200, "application/vnd.frikort.sync", "") == End::not_understood);
    CHECK(answer_with(200, "application/vnd.frikort.sync", std::string(9 << 20, 'x')) == End::not_understood);
    CHECK(kiosk.standing().waiting == 1);
}

TEST_CASE("Half an answer is no answer")
{
    // A server of sockets, for what no server should say.
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listening, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0);
    REQUIRE(::listen(listening, 8) == 0);
    socklen_t size = sizeof here;
    REQUIRE(::getsockname(listening, reinterpret_cast<sockaddr*>(&here), &size) == 0);
    const std::string words = GENERATE(
        "", "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.frikort.sync\r\nContent-Length: 99\r\n\r\nhalf",
        "hello?\r\n");
    std::thread answering{[&] {
        const int one = ::accept(listening, nullptr, nullptr);
        std::array<char, 4096> part{};
        static_cast<void>(::recv(one, part.data(), part.size(), 0));
        static_cast<void>(::send(one, words.data(), words.size(), MSG_NOSIGNAL));
        ::shutdown(one, SHUT_WR);
        while (::recv(one, part.data(), part.size(), 0) > 0) {
        }
        ::close(one);
    }};
    auto line = std::move(
        *CurlTransport::open({.central = "http://127.0.0.1:" + std::to_string(ntohs(here.sin_port))}));
    const auto reply = line->post({"/sync/news", {}, {1, 2, 3}});
    line.reset();
    answering.join();
    ::close(listening);
    REQUIRE_FALSE(reply);
    CHECK((reply.error() == Unreachable::cut_off || reply.error() == Unreachable::no_server));
}

TEST_CASE("A server is reached by a plain address only and without encryption only on this machine")
{
    using Refusal = CurlTransport::Refusal;
    const auto refusal = [](const std::string& central) -> std::optional<Refusal> {
        const auto line = CurlTransport::open({.central = central});
        return line ? std::nullopt : std::optional{line.error()};
    };
    CHECK_FALSE(refusal("https://central.example"));
    CHECK_FALSE(refusal("http://127.0.0.1:8480"));
    CHECK_FALSE(refusal("http://[::1]:8480/"));
    CHECK(refusal("http://central.example") == Refusal::not_encrypted);
    CHECK(refusal("http://127.0.0.1.example") == Refusal::not_encrypted);
    for (const std::string odd :
         {"", "central.example", "ftp://central.example", "https://", "https://a@central.example",
          "https://central.example/sync", "https://central.example?x", "file:///etc/passwd"}) {
        CHECK(refusal(odd) == Refusal::not_an_address);
    }
    CHECK((*CurlTransport::open({.central = "https://Central.Example:443"}))->authority() ==
          "central.example");
    CHECK((*CurlTransport::open({.central = "https://central.example:8443"}))->authority() ==
          "central.example:8443");
}
