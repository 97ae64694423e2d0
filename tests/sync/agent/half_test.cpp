// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/half.hpp"

#include <algorithm>

#include "core/store/contents.hpp"
#include "core/store/postgresql/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/real.hpp"

// Half of the pepper, from a real server over real sockets.

using namespace frikort::tests;
using namespace frikort;
namespace agent = sync::agent;
using agent::End;
using core::actions::WholePepper;
using core::sealing::Pepper;
using sync::agent::WantedHalf;

namespace {

// A kiosk without a TPM, from one start of its program to the next.
struct Halved {
    explicit Halved(std::uint64_t seed) : chance{seed}, own{Pepper::random(chance)} {}
    void start()
    {
        whole.reset();
        wanted.emplace(WantedHalf{own, chance, when, [this](WholePepper came) { whole = std::move(came); }});
    }
    End round(core::store::Store& store, agent::Transport& line, const core::sealing::SigningKey& key)
    {
        return run_round(store, line, key, {}, &*wanted).end;
    }

    SeededChance chance;
    Pepper own;
    WantedHalf::When when = WantedHalf::When::always;
    std::optional<WholePepper> whole;
    std::optional<WantedHalf> wanted;
};

bool same(const Pepper& one, const Pepper& other) { return std::ranges::equal(one.view(), other.view()); }

std::optional<core::store::Half> half_of(core::store::CentralStore& store,
                                         const core::records::DeviceId& device)
{
    return store.look()->halves().of(device);
}

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

TEST_CASE("A server that gives no half, or one that does not open, leaves a kiosk as it is")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    Halved here{11};
    here.start();
    const auto change = GENERATE(0, 1, 2);
    kiosk.wire.on_the_way([&](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto reply = pass(request);
        if (!reply || request.path != sync::protocol::news_path) return reply;
        auto news = *sync::protocol::decode_news_answer(reply->body);
        if (change == 0) news.halves.clear(); // of the program before
        if (change == 1) news.halves.front().back() ^= 1;
        if (change == 2) news.halves.push_back(core::base::Bytes(core::sealing::sealed_half_size));
        reply->body = encode(news);
        return reply;
    });
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK_FALSE(here.whole);
    CHECK_FALSE(core::actions::needs_half(*kiosk.store.begin())); // it goes on as it did
    kiosk.wire.heal();
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK(here.whole);

    // From now on no server makes it go without.
    here.start();
    kiosk.wire.on_the_way([&](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto reply = pass(request);
        if (!reply || request.path != sync::protocol::news_path) return reply;
        auto news = *sync::protocol::decode_news_answer(reply->body);
        news.halves.clear();
        reply->body = encode(news);
        return reply;
    });
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK_FALSE(here.whole);
    CHECK(core::actions::needs_half(*kiosk.store.begin()));
}

TEST_CASE("A kiosk that was enrolled anew gets a half of its own and that of the name it bore before")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    Halved here{11};
    here.start();
    here.round(kiosk.store, kiosk.wire, kiosk.key);
    const auto old = *half_of(central.store, kiosk.device());
    {
        const auto work = central.store.begin();
        work->kiosks().revoke(kiosk.device(), central.clock.now());
        work->commit();
    }
    REQUIRE(kiosk.enrol_anew(central, 5));
    here.start();
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    REQUIRE(here.whole);
    REQUIRE(here.whole->earlier.size() == 1);
    const auto half = core::sealing::PepperHalf::from(old.view());
    CHECK(same(here.whole->earlier.front(), core::sealing::joined(here.own, *half)));
    CHECK_FALSE(same(here.whole->now, here.whole->earlier.front()));
    CHECK_FALSE(core::actions::lost_names(*kiosk.store.begin()));
}

TEST_CASE("A kiosk that was enrolled before there were halves gets one when it asks")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    // As a database is after the migration: kiosks, and no halves.
    core::store::MemoryCentralStore older{"first epoch"};
    {
        const auto from = central.store.look();
        const auto work = older.begin();
        const auto known = *from->kiosks().find(kiosk.device());
        add_as_it_was(*work, *from->centres().find(known.centre));
        work->kiosks().add(known);
        work->commit();
    }
    const sync::central::api::Desk desk{older, central.clock, central.journal, central.halves};
    kiosk.wire.lead_to(desk);
    Halved here{11};
    here.start();
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    REQUIRE(here.whole);
    CHECK(half_of(older, kiosk.device()));
}

TEST_CASE("A server restored from before the half gives another one, and the kiosk says so")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    Halved here{11};
    here.start();
    here.round(kiosk.store, kiosk.wire, kiosk.key);
    core::store::MemoryCentralStore restored{"second epoch"};
    {
        const auto from = central.store.look();
        const auto work = restored.begin();
        const auto known = *from->kiosks().find(kiosk.device());
        add_as_it_was(*work, *from->centres().find(known.centre));
        work->kiosks().add(known);
        work->commit();
    }
    const sync::central::api::Desk desk{restored, central.clock, central.journal, central.halves};
    kiosk.wire.lead_to(desk);
    here.start();
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK(here.whole);
    const auto lost = core::actions::lost_names(*kiosk.store.begin());
    REQUIRE(lost);
    CHECK(lost->why == core::actions::LostNames::Why::other_half);
    CHECK(lost->day == core::base::Date::in_denmark(central.clock.now()));
}

TEST_CASE("A backup has the halves, so that names open after a restore")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    const ServedDatabase database{engine};
    RealServer server{database};
    RealKiosk kiosk{1, server};
    const auto half = half_of(server.store, kiosk.device());
    REQUIRE(half);
    const TemporaryFolder copy;
    if (engine == Engine::sqlite)
        core::store::snapshot_sqlite(database.folder(), copy.path());
    else
        core::store::postgresql::snapshot_postgresql(database.url(), copy.path());
    SeededChance chance{9};
    core::store::SqliteCentralStore restored{copy.path(), core::store::SqliteCentralStore::Opening::first,
                                             chance};
    CHECK(half_of(restored, kiosk.device()) == half);
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
