// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/records.hpp"

#include "core/base/must.hpp"
#include "core/records/fork.hpp"

namespace frikort::core::store::sqlite {

using records::Class;
using records::DeviceId;
using records::Hash;
using records::Id;
using records::Record;
using records::StreamId;
using records::Stub;

namespace {

std::vector<Record> read_all(Statement found)
{
    std::vector<Record> all;
    while (found.step()) all.push_back(read_record(found, 0));
    return all;
}

} // namespace

Record read_record(const Statement& row, int column)
{
    Record record{row.bytes(column + 2), row.name<Hash>(column), row.bytes(column + 3)};
    if (!records::decode_header(record.header) || record.hash() != row.name<Hash>(column + 1)) {
        throw StoreFailure{StoreFailure::Kind::damaged, "a record does not match its digest"};
    }
    return record;
}

Records::Tip SqliteRecords::tip(const DeviceId& device)
{
    auto last = work_.connection().prepare(
        "SELECT number, digest FROM record WHERE device = ?1 ORDER BY number DESC LIMIT 1");
    if (!last.with(device).step()) return {};
    return {last.count(0), last.name<Hash>(1)};
}

Records::Added SqliteRecords::add(const Record& record, Delivery delivery)
{
    const auto header = records::decode_header(record.header);
    base::must(header.has_value());
    return add_as(record, *header, delivery);
}

Records::Added SqliteRecords::add_fork(const Record& record, Delivery delivery)
{
    auto header = records::decode_header(record.header);
    base::must(header.has_value());
    header->device = records::fork_name(header->device, record.hash());
    return add_as(record, *header, delivery);
}

Records::Added SqliteRecords::add_as(const Record& record, const records::Header& header, Delivery delivery)
{
    const auto digest = record.hash();
    auto& connection = work_.connection();

    auto known = connection.prepare("SELECT id, device, number, digest FROM record"
                                    " WHERE id = ?1 OR (device = ?2 AND number = ?3)");
    known.with(header.id, header.device, header.number);
    bool duplicate = false;
    while (known.step()) {
        if (known.name<Hash>(3) != digest) return Added::conflict;
        duplicate = true;
    }
    if (duplicate) return come_again(record, header, delivery);

    connection
        .prepare(
            "INSERT INTO record (id, device, number, previous, digest, stream, generation, class, delivery)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .with(header.id, header.device, header.number, record.previous, digest, header.stream.bytes(),
              header.generation, static_cast<int>(header.what), static_cast<int>(delivery))
        .run();
    connection.prepare("INSERT INTO sealed (record, header, body) VALUES (?1, ?2, ?3)")
        .with(connection.last_row(), record.header, record.body)
        .run();
    if (delivery == Delivery::waiting) own_ = Own{header.device, {header.number, digest}};
    return Added::stored;
}

// What was let go comes into its own place: it has just that room.
Records::Added SqliteRecords::come_again(const Record& record, const records::Header& header,
                                         Delivery delivery)
{
    auto& connection = work_.connection();
    auto gone = connection.prepare("SELECT arrival FROM record JOIN erased ON erased.record = arrival"
                                   " WHERE id = ?1 AND gone = 1");
    if (!gone.with(header.id).step()) return Added::duplicate;
    const auto arrival = gone.integer(0);
    connection.prepare("UPDATE sealed SET header = ?2, body = ?3 WHERE record = ?1")
        .with(arrival, record.header, record.body)
        .run();
    connection
        .prepare("UPDATE record SET stream = ?2, generation = ?3, class = ?4, delivery = ?5"
                 " WHERE arrival = ?1")
        .with(arrival, header.stream.bytes(), header.generation, static_cast<int>(header.what),
              static_cast<int>(delivery))
        .run();
    connection.prepare("DELETE FROM erased WHERE record = ?1").with(arrival).run();
    return Added::stored;
}

std::optional<Record> SqliteRecords::find(const Id& id)
{
    auto found = work_.connection().prepare("SELECT previous, digest, header, body"
                                            " FROM record JOIN sealed ON sealed.record = arrival"
                                            " WHERE id = ?1 AND stream IS NOT NULL");
    if (!found.with(id).step()) return std::nullopt;
    return read_record(found, 0);
}

std::optional<Stub> SqliteRecords::stub(const Id& id)
{
    if (const auto whole = find(id)) return whole->stub();
    auto found =
        work_.connection().prepare("SELECT device, number, previous, erased.header, erased.body"
                                   " FROM record JOIN erased ON erased.record = arrival WHERE id = ?1");
    if (!found.with(id).step()) return std::nullopt;
    return Stub{found.name<DeviceId>(0), found.count(1), found.name<Hash>(2), found.name<Hash>(3),
                found.name<Hash>(4)};
}

bool SqliteRecords::erase_body(const Id& id)
{
    auto& connection = work_.connection();
    const auto whole = find(id);
    if (!whole) return false;
    const auto stub = whole->stub();
    connection
        .prepare("INSERT INTO erased (record, header, body) SELECT arrival, ?2, ?3 FROM record WHERE id = ?1")
        .with(id, stub.header, stub.body)
        .run();
    connection
        .prepare("UPDATE sealed SET header = zeroblob(length(header)), body = zeroblob(length(body))"
                 " WHERE record = (SELECT arrival FROM record WHERE id = ?1)")
        .with(id)
        .run();
    connection
        .prepare(
            "UPDATE record SET stream = NULL, generation = NULL, class = NULL, reason = '', delivery = ?2"
            " WHERE id = ?1")
        .with(id, static_cast<int>(Delivery::erased))
        .run();
    removed_ = Removed::bytes;
    return true;
}

void SqliteRecords::let_go(const StreamId& stream)
{
    auto& connection = work_.connection();
    std::vector<records::Id> others;
    auto found =
        connection.prepare("SELECT id FROM record WHERE stream = ?1 AND delivery = ?2 AND class <> ?3");
    found.with(stream.bytes(), static_cast<int>(Delivery::foreign), static_cast<int>(Class::erase));
    while (found.step()) others.push_back(found.name<records::Id>(0));
    for (const auto& id : others) {
        erase_body(id);
        connection
            .prepare("UPDATE erased SET gone = 1 WHERE record = (SELECT arrival FROM record WHERE id = ?1)")
            .with(id)
            .run();
    }
}

std::vector<Record> SqliteRecords::of_stream(const StreamId& stream)
{
    auto found = work_.connection().prepare("SELECT previous, digest, header, body"
                                            " FROM record JOIN sealed ON sealed.record = arrival"
                                            " WHERE stream = ?1 ORDER BY arrival");
    found.with(stream.bytes());
    return read_all(std::move(found));
}

std::vector<Record> SqliteRecords::of_stream(const StreamId& stream, Class what)
{
    auto found = work_.connection().prepare("SELECT previous, digest, header, body"
                                            " FROM record JOIN sealed ON sealed.record = arrival"
                                            " WHERE stream = ?1 AND class = ?2 ORDER BY arrival");
    found.with(stream.bytes(), static_cast<int>(what));
    return read_all(std::move(found));
}

} // namespace frikort::core::store::sqlite
