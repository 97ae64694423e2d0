// SPDX-License-Identifier: MPL-2.0
#include "core/store/refill.hpp"

namespace frikort::core::store {

using sqlite::Connection;

namespace {

void put_records(Connection& connection, const Salvage& found)
{
    sqlite::Transaction change{connection};
    auto line =
        connection.prepare("INSERT OR IGNORE INTO record (arrival, id, device, number, previous, digest, "
                           "stream, generation, class,"
                           " delivery, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    auto sealed = connection.prepare("INSERT INTO sealed (record, header, body) VALUES (?1, ?2, ?3)");
    for (const auto& [arrival, one] : found.records) {
        line.with(arrival, one.header.id, one.header.device, one.header.number, one.record.previous,
                  one.record.hash(), one.header.stream.bytes(), one.header.generation,
                  static_cast<int>(one.header.what), static_cast<int>(one.delivery), one.reason)
            .run();
        const bool stored = connection.changed() == 1;
        line.again();
        if (!stored) continue; // a stale copy of one that stands elsewhere
        sealed.with(arrival, one.record.header, one.record.body).run();
        sealed.again();
    }
    auto gone = connection.prepare("INSERT INTO erased (record, header, body) VALUES (?1, ?2, ?3)");
    for (const auto& [arrival, one] : found.erased) {
        line.with(arrival, one.id, one.stub.device, one.stub.number, one.stub.previous, one.stub.hash(),
                  std::nullopt, std::nullopt, std::nullopt, static_cast<int>(Delivery::erased), "")
            .run();
        const bool stored = connection.changed() == 1;
        line.again();
        if (!stored) continue;
        gone.with(arrival, one.stub.header, one.stub.body).run();
        gone.again();
    }
    change.commit();
}

void put_the_rest(Connection& connection, const Salvage& found)
{
    sqlite::Transaction change{connection};
    for (const auto& [place, one] : found.slots) {
        if (one.live == 0) continue;
        connection
            .prepare("INSERT INTO slot (place, live, kind, lookup, stream, generation, wrapped)"
                     " VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6)")
            .with(place, one.kind, one.lookup, one.stream, one.generation, one.wrapped)
            .run();
    }
    for (const auto& [stream, sealed] : found.drafts)
        connection.prepare("INSERT INTO draft (stream, sealed) VALUES (?1, ?2)").with(stream, sealed).run();
    for (const auto& [subject, wait] : found.waits)
        connection.prepare("INSERT INTO wait (subject, wrong, seconds) VALUES (?1, ?2, ?3)")
            .with(subject, wait.first, wait.second)
            .run();
    for (const auto& [stream, copy] : found.copies)
        connection.prepare("INSERT INTO copy (stream, opened, state) VALUES (?1, ?2, ?3)")
            .with(stream, copy.first, copy.second)
            .run();
    for (const auto& stream : found.shares)
        connection.prepare("INSERT INTO share (stream, told) VALUES (?1, NULL)").with(stream).run();
    for (const auto& [name, value] : found.facts)
        connection.prepare("INSERT INTO fact (name, value) VALUES (?1, ?2)").with(name, value).run();
    auto followed = found.followed; // all of them from zero
    for (const auto& [arrival, one] : found.records) followed.insert(one.header.stream.bytes());
    for (const auto& stream : followed)
        if (records::StreamId::from(stream))
            connection.prepare("INSERT INTO cursor (stream) VALUES (?1)").with(stream).run();
    change.commit();
}

} // namespace

void refill(Connection& connection, const Salvage& found)
{
    put_records(connection, found);
    put_the_rest(connection, found);
}

} // namespace frikort::core::store
