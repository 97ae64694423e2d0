// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite_stock.hpp"

#include <algorithm>

#include "core/base/must.hpp"

namespace frikort::core::store {

using records::Class;
using records::DeviceId;
using records::Hash;
using records::StreamId;

namespace {

StreamId read_stream(const sqlite::Statement& row, int column)
{
    const auto stream = StreamId::from(row.view(column));
    if (!stream) throw StoreFailure{StoreFailure::Kind::damaged, "a stream's name is not one"};
    return *stream;
}

constexpr int erased = 2;

} // namespace

Stock::Standing SqliteStock::standing() const
{
    auto row = connection_.prepare("SELECT epoch, counter FROM server");
    if (!row.step()) throw StoreFailure{StoreFailure::Kind::damaged, "the server's own row is missing"};
    return {row.text(0), row.count(1)};
}

Stock::Held SqliteStock::held_from(const DeviceId& device, std::size_t most) const
{
    Held held;
    auto row = connection_.prepare("SELECT highest, held FROM chain WHERE device = ?1");
    if (!row.with(device).step()) return held;
    held.highest = row.count(0);
    if (row.count(1) == held.highest) return held;

    auto gaps = connection_.prepare("SELECT before + 1, number - 1 FROM"
                                    " (SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS before"
                                    "  FROM record WHERE device = ?1)"
                                    " WHERE number > before + 1 ORDER BY number LIMIT ?2");
    gaps.with(device, static_cast<std::uint64_t>(most));
    while (gaps.step()) held.lacks.push_back({gaps.count(0), gaps.count(1)});
    return held;
}

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

Stock::Page SqliteStock::page(const StreamId& stream, std::uint64_t after, std::size_t most,
                              std::size_t bytes, const std::optional<DeviceId>& but) const
{
    Page page;
    page.counter = after;
    auto row = connection_.prepare("SELECT counter, bytes FROM record WHERE stream = ?1 AND counter > ?2"
                                   " AND kept = 0 AND (?3 IS NULL OR device <> ?3) ORDER BY counter");
    row.with(stream.bytes(), after, but);
    for (std::size_t used = 0; row.step();) {
        used += row.view(1).size();
        page.more = page.records.size() == most || (used > bytes && !page.records.empty());
        if (page.more) return page;
        page.records.push_back(row.bytes(1));
        page.counter = row.count(0);
    }
    // What was left out at the end lies behind the cursor too.
    auto newest = connection_.prepare("SELECT counter FROM stream WHERE stream = ?1");
    if (newest.with(stream.bytes()).step()) page.counter = std::max(page.counter, newest.count(0));
    return page;
}

std::vector<Stock::News> SqliteStock::news(const DeviceId& device, std::span<const StreamId> also,
                                           std::uint64_t since, std::size_t most) const
{
    std::vector<News> all;
    const auto limit = static_cast<std::uint64_t>(most);
    auto row = connection_.prepare("SELECT stream.stream, counter FROM wrote JOIN stream USING (stream)"
                                   " WHERE device = ?1 AND counter > ?2 ORDER BY counter LIMIT ?3");
    row.with(device, since, limit);
    while (row.step()) all.push_back({read_stream(row, 0), row.count(1)});
    for (const auto& stream : also) {
        auto one = connection_.prepare("SELECT counter FROM stream WHERE stream = ?1 AND counter > ?2");
        if (!one.with(stream.bytes(), since).step()) continue;
        const News news{stream, one.count(0)};
        if (std::find(all.begin(), all.end(), news) == all.end()) all.push_back(news);
    }
    std::sort(all.begin(), all.end(), [](const News& a, const News& b) { return a.counter < b.counter; });
    if (all.size() > most) all.resize(most);
    return all;
}

bool SqliteStock::wrote(const DeviceId& device, const StreamId& stream) const
{
    auto row = connection_.prepare("SELECT 1 FROM wrote WHERE device = ?1 AND stream = ?2");
    return row.with(device, stream.bytes()).step();
}

std::vector<records::Record> SqliteStock::keys_of(const StreamId& stream) const
{
    std::vector<records::Record> keys;
    auto row = connection_.prepare("SELECT bytes FROM record WHERE stream = ?1 AND class = 2 AND kept = 0"
                                   " ORDER BY counter");
    row.with(stream.bytes());
    while (row.step()) {
        auto record = records::decode_record(row.view(0));
        if (!record) throw StoreFailure{StoreFailure::Kind::damaged, "a record cannot be read"};
        keys.push_back(std::move(*record));
    }
    return keys;
}

std::vector<Stock::Count> SqliteStock::counts() const
{
    std::vector<Count> all;
    auto row = connection_.prepare("SELECT stream, records FROM stream ORDER BY stream");
    while (row.step()) all.push_back({read_stream(row, 0), row.count(1)});
    return all;
}

std::uint64_t SqliteStock::quarantined() const
{
    auto row = connection_.prepare("SELECT count(*) FROM quarantine");
    row.step();
    return row.count(0);
}

} // namespace frikort::core::store
