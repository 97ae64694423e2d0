// SPDX-License-Identifier: MPL-2.0
#include "core/store/brought.hpp"
#include "core/store/contents_of.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sqlite/streams.hpp"

// Whether a database is what it says it is, down to each byte of each record.
namespace frikort::core::store {

using sqlite::Connection;

namespace {

[[noreturn]] void damaged(const char* what) { throw StoreFailure{StoreFailure::Kind::damaged, what}; }

// SQLite's own structure: pages, indexes against tables, what columns demand, what refers to what.
void check_file(Connection& connection)
{
    auto whole = connection.prepare("PRAGMA integrity_check(1)");
    if (!whole.step() || whole.text(0) != "ok") damaged("the database is damaged");
    if (connection.prepare("PRAGMA foreign_key_check").step()) damaged("a row refers to nothing");
}

enum Kept { whole = 0, stub = 1 };

void check_header(const sqlite::Statement& row, base::BytesView bytes, const records::Hash& body)
{
    const auto header = records::decode_header(bytes);
    const auto id = row.name<records::Id>(1);
    const auto is_brought = [&] { // and kept under an id that is nobody's
        return header->what == records::Class::erase &&
               id == brought_id({{}, 0, {}, records::digest(bytes), body});
    };
    const bool same =
        header && (header->id == id || is_brought()) && header->stream == sqlite::read_stream(row, 2) &&
        static_cast<std::int64_t>(header->what) == row.integer(3) && header->number == row.count(4);
    if (!same) damaged("a record and its row differ");
}

records::Hash hash_of(const records::Hash& previous, base::BytesView header, const records::Hash& body)
{
    return records::Stub{{}, 0, previous, records::digest(header), body}.hash();
}

void check_record(const sqlite::Statement& row)
{
    const auto bytes = row.view(6);
    const auto hash = row.name<records::Hash>(7);
    if (row.integer(5) == whole) {
        const auto record = records::decode_record(bytes);
        if (!record || record->hash() != hash || record->previous != row.name<records::Hash>(8))
            damaged("a record does not match its digest");
        check_header(row, record->header, records::digest(record->body));
    } else if (row.integer(5) == stub) {
        base::ByteReader reader{bytes};
        const auto header = reader.sized();
        const auto previous = records::Hash::from(reader.raw(records::Hash::size));
        const auto body = records::Hash::from(reader.raw(records::Hash::size));
        if (!reader.at_end() || hash_of(*previous, header, *body) != hash)
            damaged("a record's stub does not match its digest");
        check_header(row, header, *body);
    }
}

void check_records(Connection& connection)
{
    auto row = connection.prepare(
        "SELECT counter, id, stream, class, number, kept, bytes, hash, previous FROM record");
    while (row.step()) check_record(row);
    auto above = connection.prepare("SELECT 1 FROM record, server WHERE record.counter > server.counter");
    if (above.step()) damaged("a record is newer than the server's counter");
}

void check_chains(Connection& connection)
{
    auto torn = connection.prepare("SELECT 1 FROM record AS next JOIN record AS before"
                                   " ON before.device = next.device AND before.number = next.number - 1"
                                   " WHERE next.previous <> before.hash LIMIT 1");
    if (torn.step()) damaged("a device's chain does not go on");
    auto counted = connection.prepare("SELECT 1 FROM chain WHERE (highest, held) <>"
                                      " (SELECT max(number), count(*) FROM record"
                                      "  WHERE record.device = chain.device) LIMIT 1");
    if (counted.step()) damaged("a device's records are not as many as were counted");
    auto noted = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'gap'");
    if (!noted.step()) return; // before central/0008
    auto gap = connection.prepare(
        "WITH lacks AS (SELECT device, before + 1, number - 1 FROM (SELECT device, number,"
        "  lag(number, 1, 0) OVER (PARTITION BY device ORDER BY number) AS before FROM record)"
        "  WHERE number > before + 1)"
        " SELECT * FROM (SELECT device, first, last FROM gap EXCEPT SELECT * FROM lacks)"
        " UNION ALL SELECT * FROM (SELECT * FROM lacks EXCEPT SELECT device, first, last FROM gap) LIMIT 1");
    if (gap.step()) damaged("what lacks of a device's chain is not what was noted");
}

void check_streams(Connection& connection)
{
    auto counted = connection.prepare("SELECT 1 FROM stream WHERE records <> (SELECT count(*) FROM record"
                                      " WHERE record.stream = stream.stream AND kept = 0) LIMIT 1");
    if (counted.step()) damaged("a stream's records are not as many as were counted");
}

} // namespace

Contents examined(const std::filesystem::path& folder)
{
    Connection connection{folder / "central.db", Connection::Create::no};
    const auto schema = central_schema();
    connection.inspect(schema.application_id, static_cast<std::uint32_t>(schema.steps.size()));
    connection.execute("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; BEGIN");
    check_file(connection);
    check_records(connection);
    check_chains(connection);
    check_streams(connection);
    auto contents = contents_of(connection);
    connection.execute("ROLLBACK");
    return contents;
}

} // namespace frikort::core::store
