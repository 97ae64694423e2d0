// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/stock.hpp"

#include <algorithm>

#include "core/records/sum.hpp"

// What comes out of the server's stock; how a record gets into it is in intake.cpp.
namespace frikort::core::store::postgresql {

using records::DeviceId;
using records::StreamId;

bool PostgresStock::was_at(std::uint64_t counter, const Mark& mark) const
{
    if (counter == 0) return true;
    auto row = work_.ask("SELECT mark FROM past WHERE counter = $1::bigint", counter);
    return row.step() && row.name<Mark>(0) == mark;
}

Stock::Held PostgresStock::held_from(const DeviceId& device, std::size_t most) const
{
    Held held;
    auto row = work_.ask("SELECT highest, held FROM chain WHERE device = $1::uuid", device);
    if (!row.step()) return held;
    held.highest = row.count(0);
    if (row.count(1) == held.highest) return held;

    auto gaps = work_.ask("SELECT first, last FROM gap WHERE device = $1::uuid ORDER BY first"
                          " LIMIT $2::bigint",
                          device, std::uint64_t{most});
    while (gaps.step()) held.lacks.push_back({gaps.count(0), gaps.count(1)});
    return held;
}

// One row more than there may be on the page, without its bytes, says that there is more.
Stock::Page PostgresStock::page(const StreamId& stream, std::uint64_t after, std::size_t most,
                                std::size_t bytes, const std::optional<DeviceId>& but) const
{
    Page page;
    page.counter = after;
    auto row = work_.ask("SELECT counter, CASE WHEN place <= $3::bigint AND (place = 1 OR used <= $4::bigint)"
                         " THEN bytes END FROM"
                         " (SELECT counter, bytes, row_number() OVER in_order AS place,"
                         "   sum(octet_length(bytes)) OVER in_order AS used"
                         "  FROM record WHERE stream = $1::bytea AND counter > $2::bigint AND kept = 0"
                         "   AND ($5::uuid IS NULL OR device <> $5::uuid)"
                         "  WINDOW in_order AS (ORDER BY counter ROWS UNBOUNDED PRECEDING)"
                         "  ORDER BY counter LIMIT $3::bigint + 1) AS found ORDER BY counter",
                         stream.bytes(), after, std::uint64_t{most}, std::uint64_t{bytes}, but);
    while (row.step()) {
        page.more = row.is_null(1);
        if (page.more) return page;
        page.records.push_back(row.bytes(1));
        page.counter = row.count(0);
    }
    // What was left out at the end lies behind the cursor too.
    auto newest = work_.ask("SELECT counter FROM stream WHERE stream = $1::bytea", stream.bytes());
    if (newest.step()) page.counter = std::max(page.counter, newest.count(0));
    return page;
}

// A stream that is heard of in several ways has the latest news.
std::vector<Stock::News> PostgresStock::news(const Listener& who, std::span<const StreamId> also,
                                             std::uint64_t since, std::size_t most) const
{
    Array others{Array::Of::bytea};
    for (const auto& stream : also) others.add(stream.bytes());
    std::vector<News> all;
    auto row = work_.ask(
        "SELECT stream, max(counter) AS newest FROM ("
        "  SELECT stream, counter FROM wrote JOIN stream USING (stream)"
        "   WHERE device IN ($1::uuid, $7::uuid) AND counter > $3::bigint AND (keys OR erased)"
        "  UNION ALL SELECT follow.stream, greatest(follow.counter, stream.counter)"
        "   FROM follow LEFT JOIN stream USING (stream)"
        "   WHERE centre = $5::bytea AND greatest(follow.counter, stream.counter) > $3::bigint"
        "    AND (opened > $6::bigint OR erased)"
        "  UNION ALL SELECT stream, counter FROM stream"
        "   WHERE stream = ANY ($2::bytea[]) AND counter > $3::bigint"
        " ) AS heard GROUP BY stream ORDER BY newest LIMIT $4::bigint",
        who.device, others, since, std::uint64_t{most}, who.centre.bytes(), who.opened_after, who.fork);
    while (row.step()) all.push_back({row.stream(0), row.count(1)});
    return all;
}

bool PostgresStock::hears(const Listener& who, const StreamId& stream) const
{
    const std::uint64_t always = is_erased(stream) ? 1 : 0;
    return work_
        .ask("SELECT 1 FROM wrote WHERE device IN ($1::uuid, $6::uuid) AND stream = $3::bytea"
             "  AND (keys OR $5::bigint = 1)"
             " UNION ALL SELECT 1 FROM follow WHERE centre = $2::bytea AND stream = $3::bytea"
             "  AND (opened > $4::bigint OR $5::bigint = 1)",
             who.device, who.centre.bytes(), stream.bytes(), who.opened_after, always, who.fork)
        .step();
}

bool PostgresStock::is_erased(const StreamId& stream) const
{
    auto row = work_.ask("SELECT erased FROM stream WHERE stream = $1::bytea", stream.bytes());
    return row.step() && row.yes(0);
}

std::vector<records::Record> PostgresStock::keys_of(const StreamId& stream) const
{
    std::vector<records::Record> keys;
    auto row = work_.ask("SELECT bytes FROM record WHERE stream = $1::bytea AND class = 2 AND kept = 0"
                         " ORDER BY counter",
                         stream.bytes());
    while (row.step()) {
        auto record = records::decode_record(row.view(0));
        if (!record) throw StoreFailure{StoreFailure::Kind::damaged, "a record cannot be read"};
        keys.push_back(std::move(*record));
    }
    return keys;
}

base::Hash PostgresStock::sum(const StreamId& stream) const
{
    records::Sum sum;
    // As ../central_sqlite_stock.cpp says.
    auto row =
        work_.ask("SELECT CASE class WHEN 3 THEN encode(substr(bytes, 6, 16), 'hex')::uuid ELSE id END,"
                  " hash FROM record WHERE stream = $1::bytea AND kept = 0",
                  stream.bytes());
    while (row.step()) sum.add(row.name<records::Id>(0), row.name<records::Hash>(1));
    return sum.value();
}

std::vector<Stock::Count> PostgresStock::counts() const
{
    std::vector<Count> all;
    auto row = work_.ask("SELECT stream, records FROM stream ORDER BY stream");
    while (row.step()) all.push_back({row.stream(0), row.count(1)});
    return all;
}

std::uint64_t PostgresStock::quarantined() const
{
    auto row = work_.ask("SELECT count(*) FROM quarantine");
    row.step();
    return row.count(0);
}

} // namespace frikort::core::store::postgresql
