// SPDX-License-Identifier: MPL-2.0
#include <fstream>
#include <thread>

#include "core/store/erasures.hpp"
#include "core/store/scratch.hpp"
#include "core/store/sqlite/connection.hpp"
#include "sync/central/backup/bring_back.hpp"
#include "sync/central/backup/pack.hpp"
#include "sync/central/backup/receipt.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/sync/support/visitors.hpp"

// A server is backed up while it runs, and comes back (R5, R6, R17), on both engines.

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using frikort::sync::central::DatabasePlace;
using frikort::sync::central::read_place;
using store::StoreFailure;
namespace backup = frikort::sync::central::backup;
namespace fs = std::filesystem;
using backup::Unfit;

namespace {

// Two notebooks at a server, and a backup of them.
struct BackedUp {
    explicit BackedUp(Engine engine) : server{engine}
    {
        kiosk.log(kept.notebook, 100);
        kiosk.log(gone.notebook, 7);
        kiosk.round();
    }
    DatabasePlace place() const
    {
        const auto& database = *server.own;
        DatabasePlace at = *read_place({}, database.folder().native());
        if (is_postgresql) at = *read_place(database.url(), database.folder().native());
        return at;
    }
    backup::Manifest pack() { return backup::pack(place(), file, key.open(), now, chance); }
    auto unpack(const fs::path& from) const
    {
        const store::Scratch scratch{house / "scratch"};
        return backup::unpack(from, key, scratch.path());
    }
    Unfit why(const fs::path& from) const
    {
        const auto unpacked = unpack(from);
        REQUIRE_FALSE(unpacked);
        return unpacked.error();
    }
    std::vector<base::Bytes> erasures() const
    {
        return store::Erasures{server.own->folder() / "erasures"}.all();
    }
    void erase()
    {
        REQUIRE(actions::erase_notebook(kiosk.store(), kiosk.actions, gone.notebook) == actions::Erased::yes);
        kiosk.round();
    }

    RealServer server;
    bool is_postgresql = false;
    VisitedKiosk kiosk{1, server};
    actions::Made kept = kiosk.new_notebook();
    actions::Made gone = kiosk.new_notebook("593026");
    SeededChance chance{77};
    sealing::BackupKey key = sealing::BackupKey::random(chance);
    TemporaryFolder house;
    fs::path file = house / "tonight";
    store::Seconds now = server.clock.now();
};

struct OnEngine : BackedUp {
    explicit OnEngine(Engine engine) : BackedUp{engine} { is_postgresql = engine == Engine::postgresql; }
};

base::Bytes bytes_of(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

fs::path written(const fs::path& file, const base::Bytes& bytes)
{
    std::ofstream{file, std::ios::binary}.write(reinterpret_cast<const char*>(bytes.data()),
                                                static_cast<std::streamsize>(bytes.size()));
    return file;
}

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

std::uint64_t records_at(store::CentralStore& store, const records::StreamId& stream)
{
    for (const auto& count : store.look()->stock().counts())
        if (count.stream == stream) return count.records;
    return 0;
}

} // namespace

TEST_CASE("A backup of either engine is read back whole where its key lies, and leaves nothing beside it")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    OnEngine at{engine};
    const auto made = at.pack();
    CHECK(files_in(at.house.path()) == 1);
    CHECK((fs::status(at.file).permissions() & fs::perms{077}) == fs::perms::none);
    const auto back = at.unpack(at.file);
    REQUIRE(back);
    CHECK(back->contents == made.contents);
    CHECK(back->made == at.now);
    CHECK(back->contents.streams.size() >= 2);
    CHECK(back->contents.standing == at.server.store.look()->stock().standing());
    CHECK(files_in(at.house.path()) == 1);
    CHECK_THROWS_WITH(at.pack(), Catch::Matchers::Contains("already"));
    CHECK(at.server.store.look()->backups().all().size() == 1);
}

TEST_CASE("A backup that is made while a kiosk pushes is one moment of it, and whole")
{
    const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
    OnEngine at{engine};
    std::vector<backup::Manifest> made;
    {
        const std::jthread pushing{[&at](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                at.kiosk.log(at.kept.notebook, 1);
                at.kiosk.round();
            }
        }};
        const auto counter = [&](const backup::Manifest& one) { return one.contents.standing.counter; };
        while (made.size() < 3 || (made.size() < 30 && counter(made.front()) == counter(made.back()))) {
            at.file = at.house / std::to_string(made.size());
            made.push_back(at.pack());
        }
        CHECK(counter(made.front()) < counter(made.back()));
    }
    for (std::size_t i = 0; i < made.size(); ++i) {
        const auto back = at.unpack(at.house / std::to_string(i));
        REQUIRE(back);
        CHECK(back->contents == made[i].contents);
    }
}

TEST_CASE("A backup that is cut off, changed or for another key is refused with the reason")
{
    OnEngine at{Engine::sqlite};
    at.pack();
    const auto whole = bytes_of(at.file);
    auto cut = whole;
    cut.resize(cut.size() - 40);
    auto changed = whole;
    changed[changed.size() / 2] ^= 4;
    CHECK(at.why(written(at.house / "cut", cut)) == Unfit::damaged);
    CHECK(at.why(written(at.house / "changed", changed)) == Unfit::damaged);
    CHECK(at.why(written(at.house / "else", base::Bytes(9000, 'x'))) == Unfit::not_a_backup);
    CHECK(at.why(at.house / "nowhere") == Unfit::no_file);
    CHECK(at.why(at.house.path()) == Unfit::no_file);
    at.key = sealing::BackupKey::random(at.chance);
    CHECK(at.why(at.file) == Unfit::other_key);
}

TEST_CASE("A database that is not what it says is not backed up, and the reason is told")
{
    OnEngine at{Engine::sqlite};
    const std::string harm = GENERATE(
        "UPDATE record SET bytes = zeroblob(length(bytes)) WHERE counter = 2",
        "UPDATE record SET hash = zeroblob(32) WHERE counter = 2",
        "UPDATE record SET stream = zeroblob(33) WHERE counter = 2", "DELETE FROM record WHERE counter = 2",
        "UPDATE stream SET records = records + 1", "UPDATE server SET counter = 1");
    {
        store::sqlite::Connection harming{at.server.own->folder() / "central.db"};
        harming.make_durable();
        harming.execute(harm);
    }
    INFO(harm);
    try {
        at.pack();
        FAIL("it was backed up");
    } catch (const StoreFailure& failure) {
        CHECK(failure.kind == StoreFailure::Kind::damaged);
    }
    CHECK(files_in(at.house.path()) == 0);
}

TEST_CASE("A full disk leaves no half backup, and nothing beside it")
{
    OnEngine at{Engine::sqlite};
    {
        const FullDisk full;
        try {
            at.pack();
            FAIL("it was backed up");
        } catch (const StoreFailure& failure) {
            CHECK(failure.kind == StoreFailure::Kind::full);
        }
    }
    CHECK(files_in(at.house.path()) == 0);
    CHECK_NOTHROW(at.pack());
}

TEST_CASE("What an earlier backup left when the power went is overwritten and gone")
{
    OnEngine at{Engine::sqlite};
    fs::create_directory(at.house / "tonight.scratch");
    written(at.house / "tonight.scratch" / "central.db", base::Bytes(5000, 'x'));
    written(at.house / "tonight.part", base::Bytes(5000, 'x'));
    at.pack();
    CHECK(files_in(at.house.path()) == 1);
    CHECK(at.unpack(at.file));
}

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
    CHECK(restored->applied.refused == 0);
    CHECK(store::Erasures{target.folder() / "erasures"}.all().size() == 1);

    RealServer again{target};
    const auto standing = again.store.look()->stock().standing();
    CHECK(standing.epoch != made.contents.standing.epoch);
    CHECK(again.store.look()->stock().is_erased(at.gone.notebook.stream()));
    CHECK(again.store.look()->backups().mark(at.now - 1s) == made.contents.standing.counter);
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
    CHECK_FALSE(fs::exists(place.folder / "restoring"));
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
    CHECK(restored->applied.refused == 2);
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

TEST_CASE("Nobody without the private key makes a receipt, and no receipt stands for another backup")
{
    OnEngine at{Engine::sqlite};
    const auto made = at.pack();
    const auto noted = at.server.store.look()->backups().all().at(0);
    const auto receipt = backup::receipt_for(made, at.key);
    CHECK(backup::holds(receipt, noted));
    const auto carried = backup::Receipt::read(receipt.text());
    REQUIRE(carried);
    CHECK(backup::holds(*carried, noted));

    CHECK_FALSE(backup::holds(backup::receipt_for(made, sealing::BackupKey::random(at.chance)), noted));
    auto changed = receipt;
    changed.signature.bytes[9] ^= 1;
    CHECK_FALSE(backup::holds(changed, noted));
    auto other = made;
    other.contents.standing.counter += 1'000'000;
    CHECK_FALSE(backup::holds(backup::receipt_for(other, at.key), noted));
    at.file = at.house / "tomorrow";
    const auto next = at.pack();
    CHECK_FALSE(backup::holds(backup::receipt_for(next, at.key), noted));
    CHECK_FALSE(backup::Receipt::read(""));
    CHECK_FALSE(backup::Receipt::read(receipt.text().substr(0, 100)));
    CHECK_FALSE(backup::Receipt::read(receipt.text() + "00"));
}

TEST_CASE("A backup that says of itself what is not in it, or holds a damaged database, is no backup")
{
    OnEngine at{Engine::sqlite};
    auto manifest = at.pack();
    const TemporaryFolder copy;
    store::snapshot_sqlite(at.server.own->folder(), copy.path());
    // Sealed as anybody could who has the public half.
    const auto by_hand = [&](const base::Bytes& more = {}) {
        const auto file = at.house / "by-hand";
        std::ofstream to{file, std::ios::binary | std::ios::trunc};
        sealing::SealedOut out{at.key.open(), at.chance, [&](base::BytesView sealed) {
                                   to.write(reinterpret_cast<const char*>(sealed.data()),
                                            static_cast<std::streamsize>(sealed.size()));
                               }};
        const auto database = bytes_of(copy / "central.db");
        out.write(
            base::ByteWriter{}.sized(encode(manifest)).u64(database.size()).raw(database).u64(0).take());
        if (!more.empty()) out.write(more);
        out.finish();
        return file;
    };
    manifest.contents = store::examined(copy.path()); // with the backup's own row
    REQUIRE(at.unpack(by_hand()));
    CHECK(at.why(by_hand({1})) == Unfit::damaged); // and something behind it
    ++manifest.contents.standing.counter;
    CHECK(at.why(by_hand()) == Unfit::damaged);
    --manifest.contents.standing.counter;
    store::sqlite::Connection{copy / "central.db"}.execute(
        "UPDATE record SET bytes = zeroblob(length(bytes)) WHERE number = 1");
    CHECK(at.why(by_hand()) == Unfit::damaged);
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
    CHECK(restored->applied.refused == 1);
    CHECK(restored->applied.erased == 1); // what the file said that lay there
}
