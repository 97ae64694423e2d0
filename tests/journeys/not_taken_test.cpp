// SPDX-License-Identifier: MPL-2.0
#include "core/actions/pen.hpp"
#include "sync/central/api/streams.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"

// What the server did not take, and the staff who empty that list (sync.md R3, R13).

using namespace frikort::tests;
using frikort::core::store::Delivery;
namespace agent = frikort::sync::agent;
namespace app = frikort::kiosk::app;
namespace core = frikort::core;

namespace {

// Where no kiosk may write.
void write_where_it_may_not(SyncedKiosk& kiosk)
{
    const auto work = kiosk.store().begin();
    const std::array readers{core::actions::our_centre(*work, kiosk.machine())->keys.open().box};
    core::actions::Pen pen{*work, kiosk.machine(), frikort::sync::central::api::national_stream, 1};
    pen.share(readers, core::base::view_of("350 kr."), kiosk.machine().device_key);
    work->commit();
}

// The server turns it away from now on.
void revoke(CentralInTheTown& central, SyncedKiosk& kiosk)
{
    const auto work = central.store().begin();
    work->kiosks().revoke(kiosk.machine().device(), frikort::sync::central::api::SystemClock{}.now());
    work->commit();
}

// Whoever looks after it enrols it anew while it is off.
void enrol_anew(CentralInTheTown& central, SyncedKiosk& kiosk)
{
    kiosk.lose_power([&] {
        const core::store::DataFolder data{kiosk.folder() / "kiosk"};
        core::store::SqliteStore store{data};
        core::sealing::SystemChance chance;
        const auto before = app::load_identity(data, chance);
        const auto next = app::next_device_key(data, chance);
        const auto line = *agent::CurlTransport::open({.central = central.url()});
        REQUIRE(agent::enrol_anew(store, *line, next, before.kiosk.device_key, central.code_for("Havnen")));
        app::take_next_device_key(data);
    });
    kiosk.round();
}

std::uint64_t count(SyncedKiosk& kiosk, Delivery delivery)
{
    return kiosk.store().begin()->outbox().count(delivery);
}

void to_the_list(SyncedKiosk& kiosk)
{
    kiosk.sign_in();
    kiosk.tap("desk.health");
    kiosk.tap("not_taken.title");
}

} // namespace

TEST_CASE("Staff see why lines were not taken, lay them aside, and let in what bears an earlier name")
{
    CentralInTheTown central;
    SyncedKiosk kiosk{central, "Havnen"};
    kiosk.make_notebook("KIM");
    kiosk.tap("bar.close");
    kiosk.set_up(kiosk.place.stream.name);
    kiosk.tap("bar.close");
    kiosk.round();
    REQUIRE(count(kiosk, Delivery::rejected) == 0);
    write_where_it_may_not(kiosk);
    kiosk.round();

    to_the_list(kiosk);
    kiosk.tap("not_taken.stream");
    CHECK(kiosk.shows("Skærmen må ikke skrive det sted, hvor de hører til."));
    kiosk.tap("not_taken.lay_aside");
    CHECK(kiosk.shows("Lagt til side"));
    CHECK_FALSE(kiosk.shows("Send alle igen"));
    kiosk.tap("bar.back");
    kiosk.touch("linje er lagt til side."); // further down now: it wants nobody
    CHECK(kiosk.shows("Lagt til side"));
    kiosk.tap("bar.close");
    kiosk.lose_power();
    kiosk.round();
    CHECK(agent::standing(*kiosk.store().begin()).refused == 1); // as the server is told
    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    CHECK(kiosk.shows("Personalet har set det."));
    kiosk.tap("bar.home");

    // What was laid aside is asked about again when it is a fork.
    revoke(central, kiosk);
    kiosk.sign_in();
    kiosk.tap("bar.close"); // the desk's own records wait
    write_where_it_may_not(kiosk);
    enrol_anew(central, kiosk);
    const auto forks = count(kiosk, Delivery::rejected);
    CHECK(forks >= 2);
    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    kiosk.tap("about.send"); // a citizen lets nothing in
    kiosk.round();
    CHECK(count(kiosk, Delivery::rejected) == forks);
    kiosk.tap("bar.home");

    to_the_list(kiosk);
    kiosk.tap("not_taken.fork");
    kiosk.tap("health.send_again");
    CHECK(count(kiosk, Delivery::waiting) == forks + 1); // and the deed
    kiosk.round();
    CHECK(count(kiosk, Delivery::waiting) == 0);
    CHECK(kiosk.shows("Det forkerte sted")); // under any name
    CHECK_FALSE(kiosk.shows("Skrevet under det gamle navn"));
}
