// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"
#include "core/store/contents.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/contract/offers.hpp"
#include "tests/core/store/filled.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

// Databases of every program there ever was, with rows in every table, brought up to date step by step and at
// once. A step that is added is tried by itself.

using namespace frikort::tests;
using namespace frikort::core::store;
using sqlite::Connection;
using Kind = FilledColumn::Kind;

namespace {

Schema up_to(const Schema& whole, std::size_t count)
{
    return {whole.application_id, whole.steps.first(count)};
}

void bring(const std::filesystem::path& file, const Schema& schema)
{
    Connection connection{file};
    bring_up_to_date(connection, file, schema);
}

std::vector<FilledTable> tables_of(Connection& connection)
{
    std::vector<FilledTable> all;
    auto tables = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
                                     " AND name NOT LIKE 'sqlite%' ORDER BY rowid");
    while (tables.step()) {
        FilledTable table{tables.text(0), {}, tables.text(1)};
        auto columns = connection.prepare(R"(SELECT name, type, "notnull" OR pk FROM pragma_table_info(?1))");
        columns.with(std::string_view{table.name});
        while (columns.step()) {
            const auto type = columns.text(1);
            const auto kind = type == "INTEGER" ? Kind::integer : type == "TEXT" ? Kind::text : Kind::blob;
            table.columns.push_back({columns.text(0), kind, columns.integer(2) == 0});
        }
        all.push_back(std::move(table));
    }
    return all;
}

void fill(const std::filesystem::path& file)
{
    Connection connection{file};
    for (const auto& table : tables_of(connection))
        for (const auto& statement : filling(table, "x'", "'")) connection.execute(statement);
}

FilledRows rows_of(const std::filesystem::path& file)
{
    Connection connection{file};
    FilledRows all;
    for (const auto& table : tables_of(connection)) {
        std::string names;
        for (const auto& column : table.columns)
            names += (names.empty() ? "" : ", ") + ("quote(" + column.name + ")");
        auto rows = connection.prepare("SELECT " + names + " FROM " + table.name + " ORDER BY 1, 2");
        while (rows.step()) {
            auto& row = all.emplace_back();
            row["table"] = table.name;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                row[table.columns[i].name] = rows.text(static_cast<int>(i));
        }
    }
    return all;
}

std::string form_of(const std::filesystem::path& file)
{
    Connection connection{file};
    auto rows =
        connection.prepare("SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    std::string all;
    while (rows.step()) all += rows.text(0) + '\n';
    return all;
}

std::string said(const std::filesystem::path& file, const std::string& sql)
{
    Connection connection{file};
    auto row = connection.prepare(sql);
    return row.step() ? row.text(0) : "";
}

void put_in_kiosk(const std::filesystem::path& file, const std::vector<frikort::core::records::Record>& all,
                  std::uint64_t number)
{
    const auto& record = all[number - 1];
    const auto header = *frikort::core::records::decode_header(record.header);
    Connection connection{file};
    connection
        .prepare("INSERT INTO record (arrival, id, device, number, previous, digest, stream, generation,"
                 " class, delivery) VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6, ?7, ?8, 0)")
        .with(number, header.id, header.device, record.previous, record.hash(), header.stream.bytes(),
              header.generation, static_cast<int>(header.what))
        .run();
    connection.prepare("INSERT INTO sealed VALUES (?1, ?2, ?3)")
        .with(number, record.header, record.body)
        .run();
}

void put_in_central(const std::filesystem::path& file, const std::vector<frikort::core::records::Record>& all,
                    std::uint64_t number)
{
    const auto& record = all[number - 1];
    const auto header = *frikort::core::records::decode_header(record.header);
    Connection{file}
        .prepare(
            "INSERT INTO record (counter, id, stream, class, device, number, previous, hash, kept, bytes)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?1, ?6, ?7, 0, ?8)")
        .with(number, header.id, header.stream.bytes(), static_cast<int>(header.what), header.device,
              record.previous, record.hash(), frikort::core::records::encode(record))
        .run();
}

// All that a server says of three records of one kiosk in one notebook, in the first program's tables.
std::string served()
{
    const auto hex = [](auto bytes) { return "x'" + frikort::core::base::to_hex(bytes) + "'"; };
    const auto kiosk = hex(device(1).bytes);
    const auto stream = hex(notebook(1).bytes());
    return "INSERT INTO server (one, epoch, counter) VALUES (1, 'epoch', 3);"
           "INSERT INTO centre (stream, name) VALUES (" +
           stream +
           ", 'Perronen');"
           "INSERT INTO kiosk (device, sign, centre, enrolled, request, contact) VALUES (" +
           kiosk + ", zeroblob(32), " + stream +
           ", 1, 9, 1);"
           "INSERT INTO stream (stream, counter, records) VALUES (" +
           stream +
           ", 3, 3);"
           "INSERT INTO chain VALUES (" +
           kiosk +
           ", 3, 3);"
           "INSERT INTO wrote (device, stream) VALUES (" +
           kiosk + ", " + stream + ")";
}
constexpr std::size_t past_step = 5;
constexpr std::size_t gap_step = 8;

} // namespace

TEST_CASE("A database of any program before keeps every row through each step to the newest", "[store]")
{
    const auto schema = GENERATE(as<Schema>{}, kiosk_schema(), central_schema());
    const TemporaryFolder folder;
    bring(folder / "new.db", schema);
    for (std::size_t from = 1; from <= schema.steps.size(); ++from) {
        CAPTURE(schema.steps[0].name, from);
        const auto steps = folder / (std::to_string(from) + "-steps.db");
        const auto jump = folder / (std::to_string(from) + "-jump.db");
        for (const auto& file : {steps, jump}) {
            bring(file, up_to(schema, from));
            fill(file);
        }
        auto before = rows_of(steps);
        REQUIRE(before.size() > 10);
        for (auto next = from + 1; next <= schema.steps.size(); ++next) {
            CAPTURE(schema.steps[next - 1].name);
            bring(steps, up_to(schema, next));
            const auto after = rows_of(steps);
            CHECK(gone(before, after) == FilledRows{});
            before = after;
        }
        bring(jump, schema);
        CHECK(rows_of(jump) == before);
        for (const auto& file : {steps, jump}) {
            CHECK(form_of(file) == form_of(folder / "new.db"));
            CHECK(said(file, "PRAGMA foreign_key_check") == "");
            CHECK(said(file, "PRAGMA integrity_check") == "ok");
        }
    }
}

TEST_CASE("A kiosk of any program before reads its records, and goes on where it was", "[store]")
{
    const auto schema = kiosk_schema();
    const auto from = GENERATE_COPY(range(std::size_t{1}, schema.steps.size() + 1));
    CAPTURE(from);
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    const auto records = chain(4);
    bring(data.file("kiosk.db"), up_to(schema, from));
    for (std::uint64_t number = 1; number <= 3; ++number)
        put_in_kiosk(data.file("kiosk.db"), records, number);

    SqliteStore store{data};
    const auto work = store.begin();
    CHECK(work->records().of_stream(notebook(1)).size() == 3);
    CHECK(work->records().of_stream(notebook(1)).back().hash() == records[2].hash());
    CHECK(work->outbox().count(Delivery::waiting) == 3);
    CHECK(work->records().add(records[3], Delivery::waiting) == Records::Added::stored);
    CHECK(work->records().tip(device(1)).number == 4);
}

TEST_CASE("What a kiosk erased before copies could be let go stays erased and is no copy that comes again",
          "[store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "kiosk.db";
    bring(file, up_to(kiosk_schema(), 2));
    fill(file);
    bring(file, kiosk_schema());
    CHECK(said(file, "SELECT count(*) FROM erased WHERE gone = 0") == "3");
    CHECK(said(file, "SELECT count(*) FROM copy WHERE confirmed IS NULL") == "3"); // nobody compared them yet
}

TEST_CASE("A server of any program before serves its records, and what it holds is examined well", "[store]")
{
    const auto schema = central_schema();
    const auto from = GENERATE_COPY(range(std::size_t{1}, schema.steps.size()));
    CAPTURE(from);
    const TemporaryFolder folder;
    const auto file = folder / "central.db";
    const auto records = chain(4);
    bring(file, up_to(schema, from));
    {
        Connection connection{file};
        connection.execute(served());
        if (from >= past_step) connection.execute("INSERT INTO past SELECT counter, mark FROM server");
    }
    for (std::uint64_t number = 1; number <= 3; ++number) put_in_central(file, records, number);

    SeededChance chance{1};
    SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    CHECK(store.look()->stock().standing().epoch == "epoch");
    CHECK(numbers(page(store, 0)) == std::vector<std::uint64_t>{1, 2, 3});
    CHECK(store.look()->kiosks().find(device(1))->request == 9);
    CHECK(said(file, "SELECT counter FROM past") == "3"); // what it was when it began to remember
    CHECK(take(store, records[3]) == Stock::Taken::accepted);
    CHECK(examined(folder.path()).standing.counter == 4);
}

TEST_CASE("A server of any program before knows what lacked of its chains", "[store]")
{
    const auto schema = central_schema();
    const auto from = GENERATE_COPY(range(std::size_t{1}, schema.steps.size()));
    CAPTURE(from);
    const TemporaryFolder folder;
    const auto file = folder / "central.db";
    const auto records = chain(9);
    bring(file, up_to(schema, from));
    {
        Connection connection{file};
        connection.execute(served());
        connection.execute("UPDATE chain SET highest = 8; UPDATE server SET counter = 8");
        if (from >= past_step) connection.execute("INSERT INTO past SELECT counter, mark FROM server");
        if (from >= gap_step)
            connection.execute("INSERT INTO gap SELECT device, 1, 2 FROM chain"
                               " UNION ALL SELECT device, 5, 7 FROM chain");
    }
    for (const std::uint64_t number : {3U, 4U, 8U}) put_in_central(file, records, number);

    SeededChance chance{1};
    SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    const auto lacks = [&] { return store.look()->stock().held_from(device(1), 9).lacks; };
    CHECK(lacks() == std::vector<Stock::Range>{{1, 2}, {5, 7}});
    take(store, records[5]);
    CHECK(lacks() == std::vector<Stock::Range>{{1, 2}, {5, 5}, {7, 7}});
    CHECK(examined(folder.path()).standing.counter == 9);
}
