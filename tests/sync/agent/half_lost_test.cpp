// SPDX-License-Identifier: MPL-2.0
#include "core/store/contents.hpp"
#include "core/store/postgresql/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/halved.hpp"
#include "tests/sync/support/real.hpp"

// Half of the pepper from a server that has none, or another one, and for a kiosk that bore another name.

using namespace frikort::tests;
using namespace frikort;
namespace agent = sync::agent;
using agent::End;

namespace {

// That kiosk and its centre, and no halves.
void copy_without_halves(core::store::CentralStore& from, core::store::CentralStore& to,
                         const core::records::DeviceId& device)
{
    const auto look = from.look();
    const auto work = to.begin();
    const auto known = *look->kiosks().find(device);
    add_as_it_was(*work, *look->centres().find(known.centre));
    work->kiosks().add(known);
    work->commit();
}

// From now on the news come otherwise than the server sent them.
void change_news(Wire& wire, std::function<void(sync::protocol::NewsAnswer&)> change)
{
    wire.on_the_way(
        [change = std::move(change)](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
            auto reply = pass(request);
            if (!reply || request.path != sync::protocol::news_path) return reply;
            auto news = *sync::protocol::decode_news_answer(reply->body);
            change(news);
            reply->body = encode(news);
            return reply;
        });
}

} // namespace

TEST_CASE("A server that gives no half, or one that does not open, leaves a kiosk as it is")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    Halved here{11};
    here.start();
    const auto change = GENERATE(0, 1, 2);
    change_news(kiosk.wire, [&](sync::protocol::NewsAnswer& news) {
        if (change == 0) news.halves.clear(); // of the program before
        if (change == 1) news.halves.front().back() ^= 1;
        if (change == 2) news.halves.push_back(core::base::Bytes(core::sealing::sealed_half_size));
    });
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK_FALSE(here.whole);
    CHECK_FALSE(core::actions::needs_half(*kiosk.store.begin())); // it goes on as it did
    kiosk.wire.heal();
    CHECK(here.round(kiosk.store, kiosk.wire, kiosk.key) == End::done);
    CHECK(here.whole);

    // From now on no server makes it go without.
    here.start();
    change_news(kiosk.wire, [](sync::protocol::NewsAnswer& news) { news.halves.clear(); });
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
    // As a database is after the migration.
    core::store::central_memory::MemoryCentralStore older{"first epoch"};
    copy_without_halves(central.store, older, kiosk.device());
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
    core::store::central_memory::MemoryCentralStore restored{"second epoch"};
    copy_without_halves(central.store, restored, kiosk.device());
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
