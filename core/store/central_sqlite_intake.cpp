// SPDX-License-Identifier: MPL-2.0
#include "core/base/must.hpp"
#include "core/store/central_sqlite_stock.hpp"

// How a record gets into the server's stock; what comes out of it is in central_sqlite_stock.cpp.
namespace frikort::core::store {

using records::Hash;

namespace {

constexpr int erased = 2;

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
    auto next = connection_.prepare("SELECT previous FROM record WHERE device = ?1 AND number = ?2");
    next.with(offer.header.device, offer.header.number + 1);
    return !next.step() || next.name<Hash>(0) == offer.stub.hash();
}

std::vector<Stock::Taken> SqliteStock::take(std::span<const Offer> offers)
{
    std::vector<Taken> answers;
    answers.reserve(offers.size());
    for (const auto& offer : offers) {
        const auto before = known(offer);
        if (before == Taken::duplicate && offer.form == Offer::Form::whole) fill_stub(offer);
        if (before == Taken::other_record) quarantine(offer, "other_record");
        if (before) {
            answers.push_back(*before);
        } else if (!goes_on(offer)) {
            quarantine(offer, "broken_chain");
            answers.push_back(Taken::broken_chain);
        } else {
            insert(offer);
            answers.push_back(Taken::accepted);
        }
    }
    return answers;
}

std::uint64_t SqliteStock::next_counter()
{
    auto row = connection_.prepare("UPDATE server SET counter = counter + 1 RETURNING counter");
    base::must(row.step());
    const auto counter = row.count(0);
    row.run();
    return counter;
}

void SqliteStock::fill_stub(const Offer& offer)
{
    auto stub = connection_.prepare("SELECT 1 FROM record WHERE id = ?1 AND kept = 1");
    if (!stub.with(offer.header.id).step()) return;
    const auto counter = next_counter();
    connection_.prepare("UPDATE record SET counter = ?2, kept = 0, bytes = ?3 WHERE id = ?1")
        .with(offer.header.id, counter, offer.bytes)
        .run();
    note_stream(offer, counter);
}

void SqliteStock::insert(const Offer& offer)
{
    const auto& header = offer.header;
    const auto counter = next_counter();
    connection_
        .prepare(
            "INSERT INTO record (counter, id, stream, class, device, number, hash, previous, kept, bytes)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .with(counter, header.id, header.stream.bytes(), static_cast<int>(header.what), header.device,
              header.number, offer.stub.hash(), offer.stub.previous, static_cast<int>(offer.form),
              offer.bytes)
        .run();
    connection_
        .prepare("INSERT INTO chain (device, highest, held) VALUES (?1, ?2, 1) ON CONFLICT (device)"
                 " DO UPDATE SET highest = max(highest, excluded.highest), held = held + 1")
        .with(header.device, header.number)
        .run();
    if (offer.form == Offer::Form::whole) note_stream(offer, counter);
}

void SqliteStock::note_stream(const Offer& offer, std::uint64_t counter)
{
    connection_
        .prepare("INSERT INTO stream (stream, counter, records) VALUES (?1, ?2, 1) ON CONFLICT (stream)"
                 " DO UPDATE SET counter = excluded.counter, records = records + 1")
        .with(offer.header.stream.bytes(), counter)
        .run();
    connection_.prepare("INSERT INTO wrote (device, stream) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .with(offer.header.device, offer.header.stream.bytes())
        .run();
}

void SqliteStock::quarantine(const Offer& offer, const char* why)
{
    connection_
        .prepare(
            "INSERT INTO quarantine (hash, id, device, number, why, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            " ON CONFLICT DO NOTHING")
        .with(offer.stub.hash(), offer.header.id, offer.header.device, offer.header.number, why, offer.bytes)
        .run();
}

} // namespace frikort::core::store
