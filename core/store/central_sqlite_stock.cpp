// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite_stock.hpp"

#include <algorithm>

#include "core/records/sum.hpp"
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store {

using records::DeviceId;
using records::StreamId;
using sqlite::read_stream;

Stock::Standing standing_of(sqlite::Connection& connection)
{
    auto row = connection.prepare("SELECT epoch, counter, mark FROM server");
    if (!row.step()) throw StoreFailure{StoreFailure::Kind::damaged, "the server's own row is missing"};
    return {row.text(0), row.count(1), row.name<Mark>(2)};
}

bool SqliteStock::was_at(std::uint64_t counter, const Mark& mark) const
{
    if (counter == 0) return true;
    auto row = connection_.prepare("SELECT mark FROM past WHERE counter = ?1");
    return row.with(counter).step() && row.name<Mark>(0) == mark;
}

void SqliteStock::begin_epoch(const std::string& epoch)
{
    connection_.prepare("UPDATE server SET epoch = ?1").with(std::string_view{epoch}).run();
}

Stock::Held SqliteStock::held_from(const DeviceId& device, std::size_t most) const
{
    Held held;
    auto row = connection_.prepare("SELECT highest, held FROM chain WHERE device = ?1");
    if (!row.with(device).step()) return held;
    held.highest = row.count(0);
    if (row.count(1) == held.highest) return held;

    auto gaps = connection_.prepare("SELECT first, last FROM gap WHERE device = ?1 ORDER BY first LIMIT ?2");
    gaps.with(device, static_cast<std::uint64_t>(most));
    while (gaps.step()) held.lacks.push_back({gaps.count(0), gaps.count(1)});
    return held;
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

namespace {

// A stream that is heard of in two ways has the later news.
void note_news(std::vector<Stock::News>& all, const Stock::News& news)
{
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.stream == news.stream; });
    if (known == all.end())
        all.push_back(news);
    else
        known->counter = std::max(known->counter, news.counter);
}

} // namespace

std::vector<Stock::News> SqliteStock::news(const Listener& who, std::span<const StreamId> also,
                                           std::uint64_t since, std::size_t most) const
{
    std::vector<News> all;
    auto heard = connection_.prepare(
        "SELECT stream, max(counter) AS newest FROM ("
        "  SELECT stream, counter FROM wrote JOIN stream USING (stream)"
        "   WHERE device IN (?1, ?2) AND counter > ?3 AND (keys = 1 OR erased = 1)"
        "  UNION ALL SELECT follow.stream, max(follow.counter, coalesce(stream.counter, 0)) AS latest"
        "   FROM follow LEFT JOIN stream USING (stream)"
        "   WHERE centre = ?4 AND latest > ?3 AND (opened > ?5 OR erased = 1)"
        " ) GROUP BY stream ORDER BY newest LIMIT ?6");
    heard.with(who.device, who.fork, since, who.centre.bytes(),
               std::int64_t{who.opened_after.time_since_epoch().count()}, static_cast<std::uint64_t>(most));
    while (heard.step()) all.push_back({read_stream(heard, 0), heard.count(1)});
    for (const auto& stream : also) {
        auto one = connection_.prepare("SELECT counter FROM stream WHERE stream = ?1 AND counter > ?2");
        if (one.with(stream.bytes(), since).step()) note_news(all, {stream, one.count(0)});
    }
    std::sort(all.begin(), all.end(), [](const News& a, const News& b) { return a.counter < b.counter; });
    if (all.size() > most) all.resize(most);
    return all;
}

bool SqliteStock::hears(const Listener& who, const StreamId& stream) const
{
    auto row = connection_.prepare(
        "SELECT EXISTS (SELECT 1 FROM wrote WHERE device IN (?1, ?6) AND stream = ?3"
        " AND (keys = 1 OR ?5))"
        " OR EXISTS (SELECT 1 FROM follow WHERE centre = ?2 AND stream = ?3 AND (opened > ?4 OR ?5))");
    row.with(who.device, who.centre.bytes(), stream.bytes(),
             std::int64_t{who.opened_after.time_since_epoch().count()}, is_erased(stream) ? 1 : 0, who.fork);
    return row.step() && row.integer(0) == 1;
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

base::Hash SqliteStock::sum(const StreamId& stream) const
{
    records::Sum sum;
    // An erasure may be kept under another id than its writer gave it (brought.hpp): in its bytes that stands
    // behind the header's size and the version.
    auto row = connection_.prepare("SELECT CASE class WHEN 3 THEN substr(bytes, 6, 16) ELSE id END, hash"
                                   " FROM record WHERE stream = ?1 AND kept = 0");
    row.with(stream.bytes());
    while (row.step()) sum.add(row.name<records::Id>(0), row.name<records::Hash>(1));
    return sum.value();
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
