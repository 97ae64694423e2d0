// SPDX-License-Identifier: MPL-2.0
#include <limits>

#include "core/base/must.hpp"
#include "core/store/central_mark.hpp"
#include "core/store/central_sqlite_stock.hpp"

// How a record gets into the server's stock; what comes out of it is in central_sqlite_stock.cpp.
namespace frikort::core::store {

using records::Hash;

namespace {

constexpr int erased = 2;
constexpr auto largest_number = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

bool erases(const Stock::Offer& offer)
{
    return offer.header.what == records::Class::erase && offer.form == Stock::Offer::Form::whole;
}

} // namespace

// What to answer when this record is here already; nothing when it is new.
std::optional<Stock::Taken> SqliteStock::known(const Offer& offer) const
{
    const auto hash = offer.stub.hash();
    auto row =
        connection_.prepare("SELECT hash, kept FROM record WHERE id = ?1 OR (device = ?2 AND number = ?3)");
    row.with(offer.header.id, offer.header.device, offer.header.number);
    std::optional<Taken> answer;
    while (row.step()) {
        if (row.name<Hash>(0) != hash) return Taken::other_record;
        answer = row.integer(1) == erased ? Taken::erased : Taken::duplicate;
    }
    return answer;
}

// True when its neighbours in the device's chain are not here, or fit: the one before is what this was made
// after, the one behind was made after this.
bool SqliteStock::goes_on(const Offer& offer) const
{
    if (offer.header.number == 1 && offer.stub.previous != Hash{}) return false;
    auto before = connection_.prepare("SELECT hash FROM record WHERE device = ?1 AND number = ?2");
    before.with(offer.header.device, offer.header.number - 1);
    if (before.step() && before.name<Hash>(0) != offer.stub.previous) return false;
    if (offer.header.number == largest_number) return true;
    auto next = connection_.prepare("SELECT previous FROM record WHERE device = ?1 AND number = ?2");
    next.with(offer.header.device, offer.header.number + 1);
    return !next.step() || next.name<Hash>(0) == offer.stub.hash();
}

Stock::Taken SqliteStock::take_one(const Offer& offer)
{
    if (const auto before = known(offer)) {
        if (before == Taken::duplicate && offer.form == Offer::Form::whole) fill_stub(offer);
        if (before == Taken::other_record) quarantine(offer, "other_record");
        return *before;
    }
    if (!goes_on(offer)) {
        quarantine(offer, "broken_chain");
        return Taken::broken_chain;
    }
    if (offer.header.what != records::Class::erase && is_erased(offer.header.stream)) {
        insert(offer, As::erased);
        return Taken::erased;
    }
    insert(offer, As::whole_or_stub);
    if (erases(offer)) erase(offer);
    return Taken::accepted;
}

std::vector<Stock::Taken> SqliteStock::take(std::span<const Offer> offers)
{
    const auto before = standing();
    std::vector<Taken> answers;
    std::vector<Hash> counted;
    answers.reserve(offers.size());
    auto counter = before.counter;
    for (const auto& offer : offers) {
        answers.push_back(take_one(offer));
        if (counter_ <= counter) continue;
        counter = counter_;
        counted.push_back(offer.stub.hash());
    }
    if (!counted.empty()) set_mark(connection_, counter, mark_after(before.mark, counter, counted));
    return answers;
}

void set_mark(sqlite::Connection& connection, std::uint64_t counter, const Mark& mark)
{
    connection.prepare("UPDATE server SET mark = ?1").with(mark).run();
    connection.prepare("INSERT INTO past (counter, mark) VALUES (?1, ?2)").with(counter, mark).run();
}

std::uint64_t next_counter(sqlite::Connection& connection)
{
    auto row = connection.prepare("UPDATE server SET counter = counter + 1 RETURNING counter");
    base::must(row.step());
    const auto counter = row.count(0);
    row.run();
    return counter;
}

void SqliteStock::fill_stub(const Offer& offer)
{
    auto stub = connection_.prepare("SELECT 1 FROM record WHERE id = ?1 AND kept = 1");
    if (!stub.with(offer.header.id).step()) return;
    const auto counter = counter_ = next_counter(connection_);
    connection_.prepare("UPDATE record SET counter = ?2, kept = 0, bytes = ?3 WHERE id = ?1")
        .with(offer.header.id, counter, offer.bytes)
        .run();
    note_stream(offer, counter, Counts::yes);
    if (erases(offer)) erase(offer);
}

void SqliteStock::insert(const Offer& offer, As as)
{
    const auto& header = offer.header;
    const auto counter = counter_ = next_counter(connection_);
    auto row = connection_.prepare(
        "INSERT INTO record (counter, id, stream, class, device, number, hash, previous, kept, bytes)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    row.bind(1, counter).bind(2, header.id).bind(5, header.device).bind(6, header.number);
    row.bind(7, offer.stub.hash()).bind(8, offer.stub.previous);
    if (as == As::erased) {
        row.bind(3, std::nullopt).bind(4, std::nullopt).bind(9, erased).bind(10, std::nullopt);
    } else {
        row.bind(3, header.stream.bytes()).bind(4, static_cast<int>(header.what));
        row.bind(9, static_cast<int>(offer.form)).bind(10, offer.bytes);
    }
    row.run();
    connection_
        .prepare("INSERT INTO chain (device, highest, held) VALUES (?1, ?2, 1) ON CONFLICT (device)"
                 " DO UPDATE SET highest = max(highest, excluded.highest), held = held + 1")
        .with(header.device, header.number)
        .run();
    // Whoever still writes into an erased stream must hear of the erasure: for him it has news.
    if (as == As::erased)
        note_stream(offer, counter, Counts::no);
    else if (offer.form == Offer::Form::whole)
        note_stream(offer, counter, Counts::yes);
}

void SqliteStock::note_stream(const Offer& offer, std::uint64_t counter, Counts counts)
{
    connection_
        .prepare("INSERT INTO stream (stream, counter, records) VALUES (?1, ?2, ?3) ON CONFLICT (stream)"
                 " DO UPDATE SET counter = excluded.counter, records = records + excluded.records")
        .with(offer.header.stream.bytes(), counter, static_cast<int>(counts))
        .run();
    connection_
        .prepare("INSERT INTO wrote (device, stream, keys) VALUES (?1, ?2, ?3) ON CONFLICT (device, stream)"
                 " DO UPDATE SET keys = 1 WHERE excluded.keys > keys")
        .with(offer.header.device, offer.header.stream.bytes(),
              offer.header.what == records::Class::key ? 1 : 0)
        .run();
}

void SqliteStock::quarantine(const Offer& offer, const char* why)
{
    const bool gone = offer.header.what != records::Class::erase && is_erased(offer.header.stream);
    connection_
        .prepare(
            "INSERT INTO quarantine (hash, id, device, number, why, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            " ON CONFLICT DO NOTHING")
        .with(offer.stub.hash(), offer.header.id, offer.header.device, offer.header.number, why,
              gone ? base::Bytes{} : offer.bytes)
        .run();
}

} // namespace frikort::core::store
