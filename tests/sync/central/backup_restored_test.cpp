// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/connection.hpp"
#include "sync/central/backup/receipt.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/backed_up.hpp"

// A server comes back from its backup (R6, R17), on both engines.

using namespace frikort::tests;
using namespace frikort::core;
using backup::Unfit;
using namespace std::chrono_literals;
using store::StoreFailure;

TEST_CASE("A backup brings a server back on either engine, and what was erased since stays erased")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    const auto to = GENERATE(Engine::sqlite, Engine::postgresql);
    OnEngine at{engine};
    const auto made = at.pack();
    at.erase();
    at.kiosk.log(at.kept.notebook, 11); // and this the backup does not know

    const ServedDatabase target{to};
    const auto place = to == Engine::postgresql ? *read_place(target.url(), target.folder().native())
                                                : *read_place({}, target.folder().native());
    const auto restored = backup::restore(at.file, at.key, place, {at.erasures(), {}},
                                          backup::Age::at_most_35_days, at.now + 24h, at.chance);
    REQUIRE(restored);
    CHECK(restored->applied.erased == 1);
    CHECK(restored->applied.refused.empty());
    CHECK(store::Erasures{target.folder() / "erasures"}.all().size() == 1);

    RealServer again{target};
    const auto standing = again.store.look()->stock().standing();
    CHECK(standing.epoch != made.contents.standing.epoch);
    CHECK(again.store.look()->stock().is_erased(at.gone.notebook.stream()));
    CHECK(again.store.look()->backups().mark(at.now + 24h) == made.contents.standing.counter);
    at.kiosk.lead_to(again.url());
    at.kiosk.round();
    at.kiosk.round();
    CHECK(at.kiosk.standing().waiting == 0);
    CHECK(records_at(again.store, at.kept.notebook.stream()) == at.kiosk.holds(at.kept.notebook.stream()));
    CHECK(records_at(again.store, at.gone.notebook.stream()) == 1); // the erasure
    CHECK(at.kiosk.sum(at.kept.notebook) == 111);
}

TEST_CASE("What was told and what was compared of centres comes back with a backup, from engine to engine")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    const auto to = GENERATE(Engine::sqlite, Engine::postgresql);
    OnEngine at{engine};
    const auto root = *store::CentreRoot::from(at.kiosk.key.open().view());
    {
        const auto work = at.server.store.begin();
        const auto centre = *work->centres().named("Perronen");
        work->kiosks().tell_root(at.kiosk.device(), root);
        work->centres().compare(centre.stream, {root, at.now});
        work->commit();
    }
    const auto before = at.server.store.look()->centres().all();
    at.pack();
    const ServedDatabase target{to};
    const auto place = to == Engine::postgresql ? *read_place(target.url(), target.folder().native())
                                                : *read_place({}, target.folder().native());
    REQUIRE(
        backup::restore(at.file, at.key, place, {}, backup::Age::at_most_35_days, at.now + 24h, at.chance));
    const RealServer again{target};
    CHECK(again.store.look()->centres().all() == before);
    CHECK(before.front().compared->root == root);
    CHECK(again.store.look()->kiosks().find(at.kiosk.device())->root == root);
}

TEST_CASE("A backup goes into an empty place only, and an old one only when somebody insists")
{
    OnEngine at{Engine::sqlite};
    at.pack();
    const TemporaryFolder target;
    const auto place = *read_place({}, (target / "central").native());
    const auto restore = [&](const DatabasePlace& where, store::Seconds now, backup::Age age) {
        return backup::restore(at.file, at.key, where, {}, age, now, at.chance);
    };
    const auto old = restore(place, at.now + 24h * 36, backup::Age::at_most_35_days);
    REQUIRE_FALSE(old);
    CHECK_FALSE(old.error().unfit);
    CHECK(old.error().days == 36);
    CHECK_FALSE(fs::exists(place.folder / "central.db"));
    CHECK_FALSE(fs::exists(place.folder / "restoring.scratch"));
    REQUIRE(restore(place, at.now + 24h * 36, backup::Age::any));
    CHECK_THROWS_WITH(restore(place, at.now, backup::Age::any), Catch::Matchers::Contains("empty"));
}

TEST_CASE("An erasure that the notebook did not sign erases nothing when a backup comes back")
{
    OnEngine at{Engine::sqlite};
    at.pack();
    at.erase();
    auto forged = at.erasures().at(0);
    forged.back() ^= 1;
    const TemporaryFolder target;
    const auto place = *read_place({}, (target / "central").native());
    const auto restored = backup::restore(at.file, at.key, place, {{forged, {1, 2, 3}}, {}},
                                          backup::Age::at_most_35_days, at.now, at.chance);
    REQUIRE(restored);
    CHECK(restored->applied.erased == 0);
    CHECK(restored->applied.refused.size() == 2);
    SeededChance chance{5};
    store::SqliteCentralStore store{place.folder, store::SqliteCentralStore::Opening::first, chance};
    CHECK_FALSE(store.look()->stock().is_erased(at.gone.notebook.stream()));
}

TEST_CASE("What the backup itself says is erased is told to the next one, though its file is lost")
{
    OnEngine at{Engine::sqlite};
    at.erase();
    fs::remove(at.server.own->folder() / "erasures");
    at.pack();
    const TemporaryFolder target;
    const auto place = *read_place({}, (target / "central").native());
    REQUIRE(backup::restore(at.file, at.key, place, {}, backup::Age::at_most_35_days, at.now, at.chance));
    CHECK(store::Erasures{place.folder / "erasures"}.all().size() == 1);
}

TEST_CASE(
    "An erasure of single records erases no notebook when a backup comes back, and files left there count")
{
    OnEngine at{Engine::sqlite};
    const Notebook other{5};
    at.kiosk.scribe().begin(other);
    const auto entry = at.kiosk.scribe().write(other);
    at.kiosk.round();
    at.pack();
    at.erase();
    const auto part = at.kiosk.scribe().erase(other, {{records::decode_header(entry.header)->id}, {}});
    const TemporaryFolder target;
    const auto place = *read_place({}, (target / "central").native());
    fs::create_directory(place.folder);
    fs::permissions(place.folder, fs::perms::owner_all);
    fs::copy_file(at.server.own->folder() / "erasures", place.folder / "erasures");
    const auto restored = backup::restore(at.file, at.key, place, {{encode(part)}, {}},
                                          backup::Age::at_most_35_days, at.now, at.chance);
    REQUIRE(restored);
    CHECK(restored->applied.refused.size() == 1);
    CHECK(restored->applied.erased == 1); // what the file said that lay there
}
