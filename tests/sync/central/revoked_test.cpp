// SPDX-License-Identifier: MPL-2.0
#include "core/store/revocations.hpp"
#include "core/store/sqlite/connection.hpp"
#include "sync/central/backup/bring_back.hpp"
#include "sync/central/backup/pack.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

// A kiosk that was revoked stays revoked, whatever becomes of the database, on both engines.

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using frikort::sync::agent::End;
using frikort::sync::central::Database;
using frikort::sync::central::DatabasePlace;
using frikort::sync::central::read_place;
namespace backup = frikort::sync::central::backup;

namespace {

DatabasePlace place_of(const ServedDatabase& database, Engine engine)
{
    return engine == Engine::postgresql ? *read_place(database.url(), database.folder().native())
                                        : *read_place({}, database.folder().native());
}

// As the command does it, while the server runs.
void revoke(const DatabasePlace& place, const records::DeviceId& device, store::Seconds now)
{
    SeededChance chance{9};
    Database beside{place, Database::Use::beside, chance};
    const auto work = beside.store().begin();
    work->kiosks().revoke(device, now);
    work->commit();
}

std::vector<store::Revocation> named_in(const DatabasePlace& place)
{
    return store::Revocations{place.folder / "revoked"}.all();
}

// A server of its own process and folder on a database.
struct Served {
    explicit Served(const DatabasePlace& place) : database{place, Database::Use::serving, chance} {}
    bool has_revoked(const records::DeviceId& device)
    {
        return database.store().look()->kiosks().find(device)->revoked.has_value();
    }
    SeededChance chance{4};
    Database database;
};

} // namespace

TEST_CASE("A kiosk that was revoked since the backup reads nothing from the restored server")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    const auto to = GENERATE(Engine::sqlite, Engine::postgresql);
    const auto known = GENERATE(false, true); // the file of revoked kiosks was copied off the machine
    CAPTURE(known);
    RealServer server{engine};
    VisitedKiosk honest{1, server};
    VisitedKiosk stolen{2, server};
    const auto made = honest.new_notebook();
    honest.log(made.notebook, 100);
    honest.round();
    REQUIRE(stolen.follow(made.card, "482915"));
    SeededChance chance{77};
    const auto key = sealing::BackupKey::random(chance);
    const TemporaryFolder house;
    const auto now = server.clock.now();
    backup::pack(place_of(server.database, engine), house / "tonight", key.open(), now, chance);
    revoke(place_of(server.database, engine), stolen.device(), now + 1h);
    REQUIRE(stolen.round().end == End::turned_away);
    honest.log(made.notebook, 20);
    const auto revoked = named_in(place_of(server.database, engine));
    REQUIRE(revoked == std::vector<store::Revocation>{{stolen.device(), now + 1h}});

    const ServedDatabase target{to};
    const auto place = place_of(target, to);
    backup::Since since;
    // And another one, that came and went after the backup was made.
    const store::Revocation unheard_of{RealKiosk{3, server}.device(), now + 2h};
    // One file was told, the other was put where the server is to be.
    if (known) since.revoked = {revoked.at(0)};
    if (known) store::Revocations{place.folder / "revoked"}.keep({{unheard_of}});
    const auto restored = backup::restore(house / "tonight", key, place, since, backup::Age::at_most_35_days,
                                          now + 24h, chance);
    REQUIRE(restored);
    CHECK(restored->applied.revoked == (known ? 1 : 0));
    CHECK(named_in(place) ==
          (known ? std::vector{revoked.at(0), unheard_of} : std::vector<store::Revocation>{}));

    RealServer again{target};
    honest.lead_to(again.url());
    stolen.lead_to(again.url());
    const auto had = stolen.holds(made.notebook.stream());
    CHECK((stolen.round().end == End::turned_away) == known);
    CHECK(honest.round().end == End::done);
    honest.round();
    CHECK((stolen.round().end == End::turned_away) == known);
    CHECK((stolen.holds(made.notebook.stream()) == had) == known);
}

TEST_CASE("A database that was put back under a server has its revoked kiosks again before it answers")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    const ServedDatabase database{engine};
    const auto place = place_of(database, engine);
    records::DeviceId device;
    {
        RealServer server{database};
        device = RealKiosk{1, server}.device();
        revoke(place, device, server.clock.now());
    }
    // The file is lost, and written anew from what the database knows.
    REQUIRE(std::filesystem::remove(place.folder / "revoked"));
    {
        const Served once{place};
        REQUIRE(named_in(place).size() == 1);
    }
    // As it was last night.
    if (engine == Engine::sqlite)
        store::sqlite::Connection{place.folder / "central.db"}.execute("UPDATE kiosk SET revoked = NULL");
    else
        told_by(place.address, "UPDATE kiosk SET revoked = NULL; UPDATE server SET place = 'elsewhere'");
    Served again{place};
    CHECK(again.has_revoked(device));
}

TEST_CASE("Each of several servers names in its own folder whom another one revoked")
{
    const ServedDatabase database{Engine::postgresql};
    const TemporaryFolder one;
    const TemporaryFolder two;
    RealServer server{database};
    const auto device = RealKiosk{1, server}.device();
    revoke(*read_place(database.url(), one.path().native()), device, server.clock.now());
    const auto other = *read_place(database.url(), two.path().native());
    CHECK(named_in(other).empty());
    {
        const Served served{other};
        CHECK(named_in(other).size() == 1);
    }
    told_by(database.url(), "UPDATE kiosk SET revoked = NULL; UPDATE server SET place = 'elsewhere'");
    Served again{other};
    CHECK(again.has_revoked(device));
}

TEST_CASE("A code of before a backup lets nobody in when it comes back")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    RealServer server{engine};
    RealKiosk kiosk{1, server};
    const auto code = server.new_code();
    SeededChance chance{77};
    const auto key = sealing::BackupKey::random(chance);
    const TemporaryFolder house;
    const auto now = server.clock.now();
    backup::pack(place_of(server.database, engine), house / "tonight", key.open(), now, chance);
    const ServedDatabase target{engine};
    REQUIRE(
        backup::restore(house / "tonight", key, place_of(target, engine), {}, backup::Age::any, now, chance));
    RealServer again{target};
    const Central nowhere;
    Kiosk thief{5, nowhere};
    const auto line = frikort::sync::agent::CurlTransport::open({.central = again.url()});
    const auto let_in = frikort::sync::agent::enrol(thief.store, **line, thief.key, code);
    REQUIRE_FALSE(let_in);
    CHECK(let_in.error() == frikort::sync::agent::EnrolRefusal::unknown_code);
}
