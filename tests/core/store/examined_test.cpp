// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"
#include "core/store/contents.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

// Each thing that is looked at before a database from a backup is believed, damaged by itself.

using namespace frikort::tests;
using namespace frikort::core::store;
namespace base = frikort::core::base;
namespace records = frikort::core::records;

namespace {

// What the server keeps of a record that it was only told the header of.
base::Bytes stub_bytes(const records::Record& record)
{
    return base::ByteWriter{}
        .sized(record.header)
        .raw(record.previous.view())
        .raw(record.stub().body.view())
        .take();
}

// Three records of a kiosk, and a fourth of which only the header is known.
struct Examined {
    Examined()
    {
        SeededChance chance{1};
        SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
        {
            const auto work = store.begin();
            work->centres().add({notebook(9), "Perronen"});
            work->kiosks().add({device(1), named<DeviceKey>(1), notebook(9), Seconds{}});
            work->commit();
        }
        for (std::size_t i = 0; i < 3; ++i) take(store, all[i]);
        auto last = offer(all[3], Stock::Offer::Form::stub);
        last.bytes = stub_bytes(all[3]);
        take(store, last);
    }
    sqlite::Connection open() const { return sqlite::Connection{folder / "central.db"}; }
    void change(const std::string& sql) const { open().execute(sql); }
    std::string complaint() const
    {
        try {
            examined(folder.path());
            return {};
        } catch (const StoreFailure& failure) {
            CHECK(failure.kind == StoreFailure::Kind::damaged);
            return failure.what();
        }
    }

    TemporaryFolder folder;
    std::vector<records::Record> all = chain(4);
};

} // namespace

TEST_CASE("A server's database that is well is found well, and stays as it is byte for byte", "[store]")
{
    const Examined at;
    const auto before = content_of(at.folder / "central.db");
    CHECK(at.complaint() == "");
    CHECK(examined(at.folder.path()).standing.counter == 4);
    CHECK(content_of(at.folder / "central.db") == before);
}

TEST_CASE("Whatever is wrong with a server's database is found before it is believed", "[store]")
{
    struct Wrong {
        const char* sql;
        const char* complaint;
    };
    const auto wrong = GENERATE(
        Wrong{"PRAGMA ignore_check_constraints = ON; UPDATE kiosk SET sign = x'00'",
              "the database is damaged"},
        Wrong{"PRAGMA foreign_keys = OFF; INSERT INTO code VALUES (zeroblob(32), zeroblob(33), 1, NULL)",
              "a row refers to nothing"},
        Wrong{"UPDATE record SET class = 2 WHERE number = 2", "a record and its row differ"},
        Wrong{"UPDATE record SET class = 2 WHERE number = 4", "a record and its row differ"}, // of a stub
        Wrong{"UPDATE record SET previous = randomblob(32) WHERE number = 1",
              "a record does not match its digest"},
        Wrong{"UPDATE record SET hash = randomblob(32) WHERE number = 4",
              "a record's stub does not match its digest"},
        Wrong{"UPDATE server SET counter = 3", "a record is newer than the server's counter"},
        Wrong{"UPDATE chain SET held = 5", "a device's records are not as many as were counted"},
        Wrong{"INSERT INTO gap SELECT device, 2, 3 FROM chain",
              "what lacks of a device's chain is not what was noted"},
        Wrong{"DELETE FROM record WHERE number = 3; UPDATE chain SET held = 3",
              "what lacks of a device's chain is not what was noted"},
        Wrong{"UPDATE stream SET records = 5", "a stream's records are not as many as were counted"});
    CAPTURE(wrong.sql);
    const Examined at;
    at.change(wrong.sql);
    CHECK(at.complaint() == wrong.complaint);
}

TEST_CASE("A server's database whose index lacks what stands in its table is not believed", "[store]")
{
    const Examined at;
    auto bytes = content_of(at.folder / "central.db");
    const std::string words = "record_keys ON record (stream, counter) WHERE class = 2";
    const auto place = bytes.find(words);
    REQUIRE(place != std::string::npos);
    bytes[place + words.size() - 1] = '1';
    write(at.folder / "central.db", bytes);
    CHECK(at.complaint() == "the database is damaged");
}

TEST_CASE("A server's database in which a record lost a byte's worth is not believed", "[store]")
{
    const Examined at;
    auto bytes = encode(at.all[2]);
    bytes.back() ^= 1;
    at.open().prepare("UPDATE record SET bytes = ?1 WHERE number = 3").with(bytes).run();
    CHECK(at.complaint() == "a record does not match its digest");
}

TEST_CASE("A server's database in which another whole record stands in a chain is not believed", "[store]")
{
    const Examined at;
    const auto other = made({.number = 2, .body = base::Bytes(256, 8), .previous = at.all[0].hash()});
    at.open()
        .prepare("UPDATE record SET bytes = ?1, hash = ?2 WHERE number = 2")
        .with(encode(other), other.hash())
        .run();
    CHECK(at.complaint() == "a device's chain does not go on");
}
