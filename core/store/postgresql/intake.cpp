// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_batch.hpp"
#include "core/store/postgresql/gaps.hpp"
#include "core/store/postgresql/stock.hpp"

// How a batch gets into the stock: what is near it is asked for, and what comes of it written, each with a
// fixed number of statements.
namespace frikort::core::store::postgresql {

using records::Class;
using records::DeviceId;
using records::Hash;

namespace {

void ask_for_records(Transaction& work, std::span<const Stock::Offer> offers, Batch& batch)
{
    Array ids{Array::Of::uuid};
    for (const auto& id : Batch::ids_near(offers)) ids.add(id);
    Array devices{Array::Of::uuid};
    Array numbers{Array::Of::bigint};
    for (const auto& [device, number] : Batch::numbers_near(offers)) {
        devices.add(device);
        numbers.add(number);
    }
    Array writers{Array::Of::uuid};
    for (const auto& device : Batch::devices_of(offers)) writers.add(device);
    auto row = work.ask("SELECT id, device, number, hash, previous, kept FROM record"
                        " WHERE id = ANY ($1::uuid[])"
                        " UNION ALL SELECT id, device, number, hash, previous, kept"
                        " FROM unnest($2::uuid[], $3::bigint[]) AS near (device, number)"
                        " JOIN record USING (device, number)"
                        " UNION ALL SELECT NULL, device, highest, NULL, NULL, NULL FROM chain"
                        " WHERE device = ANY ($4::uuid[])",
                        ids, devices, numbers, writers);
    while (row.step())
        if (row.is_null(0))
            batch.know_highest(row.name<DeviceId>(1), row.count(2));
        else
            batch.know(row.name<base::Id>(0), {row.name<DeviceId>(1), row.count(2)},
                       {row.name<Hash>(3), row.name<Hash>(4), static_cast<Batch::Kept>(row.integer(5))});
}

void ask_for_erased(Transaction& work, std::span<const Stock::Offer> offers, Batch& batch)
{
    Array streams{Array::Of::bytea};
    for (const auto& stream : Batch::streams_of(offers)) streams.add(stream.bytes());
    auto row = work.ask("SELECT stream FROM stream WHERE stream = ANY ($1::bytea[]) AND erased", streams);
    while (row.step()) batch.know_erased(row.stream(0));
}

// One statement for all of an ordinary batch: each part writes another table, so their order is no matter.
constexpr const char* keep_all =
    "WITH"
    " counted AS (UPDATE server SET counter = $1::bigint, mark = $21::bytea),"
    " marked AS (INSERT INTO past (counter, mark) VALUES ($1::bigint, $21::bytea)),"
    " chained AS (INSERT INTO chain (device, highest, held)"
    "  SELECT * FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) ON CONFLICT (device) DO UPDATE"
    "  SET highest = greatest(chain.highest, excluded.highest), held = chain.held + excluded.held),"
    " noted AS (INSERT INTO stream (stream, counter, records)"
    "  SELECT * FROM unnest($5::bytea[], $6::bigint[], $7::bigint[]) ON CONFLICT (stream) DO UPDATE"
    "  SET counter = excluded.counter, records = stream.records + excluded.records),"
    " writing AS (INSERT INTO wrote (device, stream, keys)"
    "  SELECT device, stream, keys <> 0 FROM unnest($8::uuid[], $9::bytea[], $20::bigint[])"
    "  AS sent (device, stream, keys) ON CONFLICT (device, stream)"
    "  DO UPDATE SET keys = true WHERE excluded.keys AND NOT wrote.keys)"
    " INSERT INTO record (counter, id, stream, class, device, number, previous, hash, kept, bytes)"
    " SELECT * FROM unnest($10::bigint[], $11::uuid[], $12::bytea[], $13::bigint[], $14::uuid[], "
    "$15::bigint[],"
    " $16::bytea[], $17::bytea[], $18::bigint[], $19::bytea[])";

constexpr const char* fill_stubs =
    "UPDATE record SET counter = filled.counter, kept = 0, bytes = filled.bytes"
    " FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS filled (id, counter, bytes)"
    " WHERE record.id = filled.id";

constexpr const char* set_all_aside =
    "INSERT INTO quarantine (hash, id, device, number, why, stream, class, bytes)"
    " SELECT * FROM unnest($1::bytea[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::bytea[],"
    " $7::bigint[], $8::bytea[]) ON CONFLICT DO NOTHING";

constexpr const char* erase_records = "UPDATE record SET stream = NULL, class = NULL, kept = 2, bytes = NULL"
                                      " WHERE stream = ANY ($1::bytea[]) AND class <> 3";
constexpr const char* erase_quarantine = "UPDATE quarantine SET stream = NULL, class = NULL, bytes = ''"
                                         " WHERE stream = ANY ($1::bytea[]) AND class <> 3";
constexpr const char* forget_cards = "DELETE FROM card WHERE stream = ANY ($1::bytea[])";
constexpr const char* mark_streams = "UPDATE stream SET erased = true, records = (SELECT count(*) FROM record"
                                     "  WHERE record.stream = stream.stream AND kept = 0)"
                                     " WHERE stream = ANY ($1::bytea[])";

void write_kept(Transaction& work, const Batch& batch, const Mark& mark)
{
    Array chain_devices{Array::Of::uuid};
    Array highest{Array::Of::bigint};
    Array held{Array::Of::bigint};
    for (const auto& [device, chain] : batch.chains()) {
        chain_devices.add(device);
        highest.add(chain.highest);
        held.add(chain.more);
    }
    Array streams{Array::Of::bytea};
    Array newest{Array::Of::bigint};
    Array more{Array::Of::bigint};
    for (const auto& [stream, noted] : batch.streams()) {
        streams.add(stream.bytes());
        newest.add(noted.counter);
        more.add(noted.more);
    }
    Array writers{Array::Of::uuid};
    Array written{Array::Of::bytea};
    Array keys{Array::Of::bigint};
    for (const auto& [who_and_where, wrote_keys] : batch.wrote()) {
        writers.add(who_and_where.first);
        written.add(who_and_where.second.bytes());
        keys.add(std::uint64_t{wrote_keys == Batch::Keys::yes ? 1U : 0U});
    }
    Array counters{Array::Of::bigint};
    Array ids{Array::Of::uuid};
    Array of{Array::Of::bytea};
    Array classes{Array::Of::bigint};
    Array devices{Array::Of::uuid};
    Array numbers{Array::Of::bigint};
    Array previous{Array::Of::bytea};
    Array hashes{Array::Of::bytea};
    Array kept{Array::Of::bigint};
    Array bytes{Array::Of::bytea};
    for (const auto& row : batch.rows()) {
        if (row.from != Batch::From::offer) continue;
        const auto& header = row.offer->header;
        counters.add(row.counter);
        ids.add(row.id);
        devices.add(row.device);
        numbers.add(header.number);
        previous.add(row.previous);
        hashes.add(row.hash);
        kept.add(static_cast<std::uint64_t>(row.kept));
        if (row.kept == Batch::Kept::erased) {
            of.add(std::nullopt);
            classes.add(std::nullopt);
            bytes.add(std::nullopt);
        } else {
            of.add(header.stream.bytes());
            classes.add(static_cast<std::uint64_t>(header.what));
            bytes.add(row.offer->bytes);
        }
    }
    work.ask(keep_all, batch.counter(), chain_devices, highest, held, streams, newest, more, writers, written,
             counters, ids, of, classes, devices, numbers, previous, hashes, kept, bytes, keys, mark);
}

void write_claimed(Transaction& work, const Batch& batch)
{
    for (const auto& one : batch.claimed()) {
        const auto& [header, stub, form, bytes] = *one.offer;
        work.ask("UPDATE record SET id = $1::uuid, device = $2::uuid, number = $3::bigint,"
                 " counter = $4::bigint, hash = $5::bytea, previous = $6::bytea, bytes = $7::bytea"
                 " WHERE id = $8::uuid",
                 header.id, header.device, header.number, one.counter, stub.hash(), stub.previous, bytes,
                 one.kept_as);
        work.ask("DELETE FROM chain WHERE device = $1::uuid", one.kept_under);
        PostgresGaps{work}.forget(one.kept_under);
    }
}

void write_filled(Transaction& work, const Batch& batch)
{
    Array ids{Array::Of::uuid};
    Array counters{Array::Of::bigint};
    Array bytes{Array::Of::bytea};
    for (const auto& row : batch.rows()) {
        if (row.from != Batch::From::database_stub_filled || row.kept == Batch::Kept::erased) continue;
        ids.add(row.id);
        counters.add(row.counter);
        bytes.add(row.offer->bytes);
    }
    if (!ids.empty()) work.ask(fill_stubs, ids, counters, bytes);
}

void write_quarantine(Transaction& work, const Batch& batch)
{
    Array hashes{Array::Of::bytea};
    Array ids{Array::Of::uuid};
    Array devices{Array::Of::uuid};
    Array numbers{Array::Of::bigint};
    Array reasons{Array::Of::text};
    Array streams{Array::Of::bytea};
    Array classes{Array::Of::bigint};
    Array bytes{Array::Of::bytea};
    for (const auto& [hash, aside] : batch.aside()) {
        const auto& header = aside.offer->header;
        hashes.add(hash);
        ids.add(header.id);
        devices.add(header.device);
        numbers.add(header.number);
        reasons.add(std::string_view{aside.why});
        if (aside.is_erased) {
            streams.add(std::nullopt);
            classes.add(std::nullopt);
            bytes.add(base::BytesView{});
        } else {
            streams.add(header.stream.bytes());
            classes.add(static_cast<std::uint64_t>(header.what));
            bytes.add(aside.offer->bytes);
        }
    }
    work.ask(set_all_aside, hashes, ids, devices, numbers, reasons, streams, classes, bytes);
}

void write_erased(Transaction& work, const Batch& batch)
{
    Array streams{Array::Of::bytea};
    for (const auto& stream : batch.newly_erased()) streams.add(stream.bytes());
    for (const auto* statement : {erase_records, erase_quarantine, forget_cards, mark_streams})
        work.ask(statement, streams);
}

} // namespace

std::vector<Stock::Taken> PostgresStock::take(std::span<const Offer> offers)
{
    if (offers.empty()) return {};
    Batch batch{work_.standing()};
    ask_for_records(work_, offers, batch);
    ask_for_erased(work_, offers, batch);
    auto answers = batch.judge(offers);
    if (batch.counted()) {
        const auto mark = batch.mark();
        write_claimed(work_, batch);
        write_kept(work_, batch, mark);
        PostgresGaps gaps{work_};
        note_gaps(gaps, batch);
        work_.count_to(batch.counter(), mark);
    }
    write_filled(work_, batch);
    if (!batch.aside().empty()) write_quarantine(work_, batch);
    if (!batch.newly_erased().empty()) write_erased(work_, batch);
    erasures_.insert(erasures_.end(), batch.erasures().begin(), batch.erasures().end());
    return answers;
}

} // namespace frikort::core::store::postgresql
