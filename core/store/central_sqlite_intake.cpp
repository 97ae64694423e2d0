// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_batch.hpp"
#include "core/store/central_sqlite_gaps.hpp"
#include "core/store/central_sqlite_stock.hpp"

// How a batch gets into the server's stock; what comes out of it is in central_sqlite_stock.cpp.
namespace frikort::core::store {

using records::DeviceId;
using records::Hash;

namespace {

void know(Batch& batch, const sqlite::Statement& row)
{
    batch.know(row.name<base::Id>(0), {row.name<DeviceId>(1), row.count(2)},
               {row.name<Hash>(3), row.name<Hash>(4), static_cast<Batch::Kept>(row.integer(5))});
}

void look_for_ids(sqlite::Connection& connection, std::span<const Stock::Offer> offers, Batch& batch)
{
    auto row =
        connection.prepare("SELECT id, device, number, hash, previous, kept FROM record WHERE id = ?1");
    for (const auto& id : Batch::ids_near(offers)) {
        row.with(id);
        if (row.step()) know(batch, row);
        row.again();
    }
}

// Numbers stand in runs, and each run is read at once: never more rows than there are numbers.
void look_for_numbers(sqlite::Connection& connection, std::span<const Stock::Offer> offers, Batch& batch)
{
    auto row = connection.prepare("SELECT id, device, number, hash, previous, kept FROM record"
                                  " WHERE device = ?1 AND number BETWEEN ?2 AND ?3");
    const auto near = Batch::numbers_near(offers);
    for (auto at = near.begin(); at != near.end();) {
        const auto& [device, first] = *at;
        auto last = first;
        for (++at; at != near.end() && *at == Batch::Number{device, last + 1}; ++at) ++last;
        row.with(device, first, last);
        while (row.step()) know(batch, row);
        row.again();
    }
}

void look_for_highest(sqlite::Connection& connection, std::span<const Stock::Offer> offers, Batch& batch)
{
    auto row = connection.prepare("SELECT highest FROM chain WHERE device = ?1");
    for (const auto& device : Batch::devices_of(offers)) {
        row.with(device);
        if (row.step()) batch.know_highest(device, row.count(0));
        row.again();
    }
}

void insert(sqlite::Connection& connection, const Batch& batch)
{
    auto statement = connection.prepare(
        "INSERT INTO record (counter, id, stream, class, device, number, hash, previous, kept, bytes)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    for (const auto& row : batch.rows()) {
        if (row.from != Batch::From::offer) continue;
        const auto& header = row.offer->header;
        statement.bind(1, row.counter).bind(2, row.id).bind(5, row.device).bind(6, header.number);
        statement.bind(7, row.hash).bind(8, row.previous).bind(9, static_cast<int>(row.kept));
        if (row.kept == Batch::Kept::erased)
            statement.bind(3, std::nullopt).bind(4, std::nullopt).bind(10, std::nullopt);
        else
            statement.bind(3, header.stream.bytes())
                .bind(4, static_cast<int>(header.what))
                .bind(10, row.offer->bytes);
        statement.run();
        statement.again();
    }
}

void claim(sqlite::Connection& connection, const Batch& batch)
{
    for (const auto& one : batch.claimed()) {
        const auto& [header, stub, form, bytes] = *one.offer;
        connection
            .prepare(
                "UPDATE record SET id = ?1, device = ?2, number = ?3, counter = ?4, hash = ?5, previous = ?6,"
                " bytes = ?7 WHERE id = ?8")
            .with(header.id, header.device, header.number, one.counter, stub.hash(), stub.previous, bytes,
                  one.kept_as)
            .run();
        connection.prepare("DELETE FROM chain WHERE device = ?1").with(one.kept_under).run();
        SqliteGaps{connection}.forget(one.kept_under);
    }
}

void fill(sqlite::Connection& connection, const Batch& batch)
{
    for (const auto& row : batch.rows()) {
        if (row.from != Batch::From::database_stub_filled || row.kept == Batch::Kept::erased) continue;
        connection.prepare("UPDATE record SET counter = ?2, kept = 0, bytes = ?3 WHERE id = ?1")
            .with(row.id, row.counter, row.offer->bytes)
            .run();
    }
}

// What the record table says of devices and streams.
void note(sqlite::Connection& connection, const Batch& batch)
{
    for (const auto& [device, chain] : batch.chains())
        connection
            .prepare("INSERT INTO chain (device, highest, held) VALUES (?1, ?2, ?3) ON CONFLICT (device)"
                     " DO UPDATE SET highest = max(highest, excluded.highest), held = held + excluded.held")
            .with(device, chain.highest, chain.more)
            .run();
    for (const auto& [stream, noted] : batch.streams())
        connection
            .prepare("INSERT INTO stream (stream, counter, records) VALUES (?1, ?2, ?3) ON CONFLICT (stream)"
                     " DO UPDATE SET counter = excluded.counter, records = records + excluded.records")
            .with(stream.bytes(), noted.counter, noted.more)
            .run();
    for (const auto& [who_and_where, keys] : batch.wrote())
        connection
            .prepare("INSERT INTO wrote (device, stream, keys) VALUES (?1, ?2, ?3)"
                     " ON CONFLICT (device, stream) DO UPDATE SET keys = 1 WHERE excluded.keys > keys")
            .with(who_and_where.first, who_and_where.second.bytes(), keys == Batch::Keys::yes ? 1 : 0)
            .run();
}

void set_aside(sqlite::Connection& connection, const Batch& batch)
{
    for (const auto& [hash, aside] : batch.aside()) {
        const auto& header = aside.offer->header;
        connection
            .prepare("INSERT INTO quarantine (hash, id, device, number, why, bytes)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")
            .with(hash, header.id, header.device, header.number, aside.why,
                  aside.is_erased ? base::Bytes{} : aside.offer->bytes)
            .run();
    }
}

} // namespace

std::vector<Stock::Taken> SqliteStock::take(std::span<const Offer> offers)
{
    Batch batch{standing()};
    look_for_ids(connection_, offers, batch);
    look_for_numbers(connection_, offers, batch);
    look_for_highest(connection_, offers, batch);
    for (const auto& stream : Batch::streams_of(offers))
        if (is_erased(stream)) batch.know_erased(stream);
    auto answers = batch.judge(offers);
    if (batch.counted()) {
        claim(connection_, batch);
        insert(connection_, batch);
        fill(connection_, batch);
        SqliteGaps gaps{connection_};
        note_gaps(gaps, batch);
        note(connection_, batch);
        count_to(connection_, batch.counter(), batch.mark());
    }
    set_aside(connection_, batch);
    for (const auto& stream : batch.newly_erased()) erase(stream);
    erasures_.insert(erasures_.end(), batch.erasures().begin(), batch.erasures().end());
    return answers;
}

void count_to(sqlite::Connection& connection, std::uint64_t counter, const Mark& mark)
{
    connection.prepare("UPDATE server SET counter = ?1, mark = ?2").with(counter, mark).run();
    connection.prepare("INSERT INTO past (counter, mark) VALUES (?1, ?2)").with(counter, mark).run();
}

} // namespace frikort::core::store
