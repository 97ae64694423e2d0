// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "core/store/sqlite/connection.hpp"
#include "sync/central/backup/receipt.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/sync/support/backed_up.hpp"

// A server is backed up while it runs (R5), on both engines.

using namespace frikort::tests;
using namespace frikort::core;
using backup::Unfit;
using store::StoreFailure;

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
    fs::permissions(at.house / "tonight.scratch", fs::perms::owner_all);
    {
        const store::Scratch earlier{at.house / "earlier"};
        fs::copy_file(earlier.path() / "scratch", at.house / "tonight.scratch" / "scratch");
    }
    written(at.house / "tonight.scratch" / "central.db", base::Bytes(5000, 'x'));
    written(at.house / "tonight.part", base::Bytes(5000, 'x'));
    at.pack();
    CHECK(files_in(at.house.path()) == 1);
    CHECK(at.unpack(at.file));
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
