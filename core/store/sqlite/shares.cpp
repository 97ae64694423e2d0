// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/small.hpp"
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store::sqlite {

using records::StreamId;

namespace {

std::int64_t count_of(std::chrono::sys_seconds time) { return time.time_since_epoch().count(); }

} // namespace

void SqliteShares::note(const StreamId& stream)
{
    work_.connection()
        .prepare("INSERT INTO share (stream, told) VALUES (?1, NULL)"
                 " ON CONFLICT (stream) DO UPDATE SET told = NULL")
        .with(stream.bytes())
        .run();
}

std::vector<StreamId> SqliteShares::untold(std::size_t most)
{
    std::vector<StreamId> streams;
    auto found = work_.connection().prepare("SELECT stream FROM share WHERE told IS NULL AND NOT EXISTS"
                                            " (SELECT 1 FROM record WHERE record.stream = share.stream"
                                            "  AND (delivery = 0 OR (delivery = 2 AND reason = ?1)))"
                                            " ORDER BY stream LIMIT ?2");
    found.with(std::string_view{fork_word}, static_cast<std::uint64_t>(most));
    while (found.step()) streams.push_back(read_stream(found, 0));
    return streams;
}

void SqliteShares::told(const std::vector<StreamId>& streams, std::chrono::sys_seconds now)
{
    for (const auto& stream : streams)
        work_.connection()
            .prepare("UPDATE share SET told = ?2 WHERE stream = ?1")
            .with(stream.bytes(), count_of(now))
            .run();
}

void SqliteShares::tell_again(std::chrono::sys_seconds since)
{
    work_.connection().prepare("UPDATE share SET told = NULL WHERE told >= ?1").with(count_of(since)).run();
}

} // namespace frikort::core::store::sqlite
