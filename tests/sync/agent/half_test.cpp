// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/halved.hpp"
#include "tests/sync/support/real.hpp"

// Half of the pepper, from a real server over real sockets: who gets it, when, and who never sees it.

using namespace frikort::tests;
using namespace frikort;
namespace agent = sync::agent;
using agent::End;
using sync::agent::WantedHalf;

namespace {

std::string as_text(core::base::BytesView bytes) { return {bytes.begin(), bytes.end()}; }

// What was heard and said on the way.
struct Heard final : agent::Transport {
    explicit Heard(agent::Transport& way) : line{way} {}
    const std::string& authority() const override { return line.authority(); }
    core::base::Result<agent::Reply, agent::Unreachable> post(const agent::Request& request) override
    {
        auto reply = line.post(request);
        words += as_text(request.body);
        if (reply) words += as_text(reply->body);
        return reply;
    }
    void stop() override { line.stop(); }

    agent::Transport& line;
    std::string words;
};

} // namespace

TEST_CASE("A kiosk gets its half with the first answer after each start, the same each time and its own")
{
    const ServedDatabase database{GENERATE(Engine::sqlite, Engine::postgresql)};
    RealServer server{database};
    RealKiosk kiosk{1, server};
    RealKiosk neighbour{2, server};
    Halved here{11};
    here.start();
    kiosk.break_after(1); // the line goes after the news
    CHECK(here.round(kiosk.store(), kiosk.line(), kiosk.key) != End::not_understood);
    kiosk.mend();
    REQUIRE(here.whole);
    const auto kept = half_of(server.store, kiosk.device());
    REQUIRE(kept);
    const auto half = core::sealing::PepperHalf::from(kept->view());
    CHECK(same(here.whole->now, core::sealing::joined(here.own, *half)));

    const auto first = core::sealing::joined(here.own, *half);
    kiosk.restart();
    here.start();
    CHECK_FALSE(here.whole);
    CHECK(here.round(kiosk.store(), kiosk.line(), kiosk.key) == End::done);
    REQUIRE(here.whole);
    CHECK(same(here.whole->now, first));
    CHECK_FALSE(core::actions::lost_names(*kiosk.store().begin()));

    Halved there{12};
    there.start();
    there.round(neighbour.store(), neighbour.line(), neighbour.key);
    CHECK(half_of(server.store, neighbour.device()) != kept);
}

TEST_CASE("Neither a listener nor a log nor a file of the kiosk ever holds the half")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    Heard line{kiosk.line()};
    Halved here{11};
    here.start();
    REQUIRE(here.round(kiosk.store(), line, kiosk.key) == End::done);
    REQUIRE(here.whole);
    const auto half = *half_of(server.store, kiosk.device());
    const auto hex = core::base::to_hex(half.view());
    CHECK(line.words.find(as_text(half.view())) == std::string::npos);
    CHECK(line.words.find(hex) == std::string::npos);
    CHECK(line.words.find("half_to") != std::string::npos);
    CHECK(line.words.find("halves") != std::string::npos);
    CHECK(files_with_any(kiosk.folder(), {as_text(half.view()), hex}).empty());
    // What was heard once opens nothing: each request has a key of its own.
    const auto key_at = line.words.find("half_to");
    const auto before = line.words.substr(key_at, 80);
    line.words.clear();
    here.start();
    here.round(kiosk.store(), line, kiosk.key);
    CHECK(line.words.find(before) == std::string::npos);
}

TEST_CASE("A half that came is asked for no more until the program starts again")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    Heard line{kiosk.line()};
    Halved here{11};
    here.start();
    here.round(kiosk.store(), line, kiosk.key);
    line.words.clear();
    CHECK(here.round(kiosk.store(), line, kiosk.key) == End::done);
    CHECK(line.words.find("half_to") == std::string::npos);
    CHECK(line.words.find("halves") == std::string::npos);
}

TEST_CASE("A revoked kiosk gets no half, and a frozen one gets none")
{
    const ServedDatabase database{GENERATE(Engine::sqlite, Engine::postgresql)};
    RealServer server{database};
    RealKiosk kiosk{1, server};
    Halved here{11};
    here.start();
    REQUIRE(here.round(kiosk.store(), kiosk.line(), kiosk.key) == End::done);
    REQUIRE(here.whole);
    const bool revoked = GENERATE(true, false);
    {
        const auto work = server.store.begin();
        if (revoked)
            work->kiosks().revoke(kiosk.device(), server.clock.now());
        else
            work->kiosks().freeze(kiosk.device(), server.clock.now());
        work->commit();
    }
    kiosk.restart();
    here.start();
    CHECK(here.round(kiosk.store(), kiosk.line(), kiosk.key) == (revoked ? End::turned_away : End::frozen));
    CHECK_FALSE(here.whole);
    CHECK(core::actions::needs_half(*kiosk.store().begin()));
}

TEST_CASE("A kiosk whose pepper the machine seals asks for no half, unless names need the one it had before")
{
    RealServer server;
    RealKiosk kiosk{1, server};
    Heard line{kiosk.line()};
    Halved here{11};
    here.when = WantedHalf::When::where_needed;
    here.start();
    here.round(kiosk.store(), line, kiosk.key);
    CHECK_FALSE(here.whole);
    CHECK(line.words.find("half_to") == std::string::npos);

    here.when = WantedHalf::When::always; // before there was a TPM
    here.start();
    here.round(kiosk.store(), line, kiosk.key);
    here.when = WantedHalf::When::where_needed;
    here.start();
    here.round(kiosk.store(), line, kiosk.key);
    CHECK(here.whole);
}

TEST_CASE("A kiosk whose disk is full takes no half, and takes it when there is room")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.round();
    Halved here{11};
    here.start();
    kiosk.store.fail_commits(core::store::StoreFailure::Kind::full);
    CHECK_THROWS_AS(here.round(kiosk.store, kiosk.wire, kiosk.key), core::store::StoreFailure);
    CHECK_FALSE(here.whole);
    kiosk.store.fail_commits(std::nullopt);
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK(here.whole);
}
