// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/small.hpp"
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store::sqlite {

using records::StreamId;

namespace {

std::vector<StreamId> streams_in(Statement found)
{
    std::vector<StreamId> streams;
    while (found.step()) streams.push_back(read_stream(found, 0));
    return streams;
}

} // namespace

void SqliteCopies::begin(const StreamId& stream)
{
    work_.connection()
        .prepare("INSERT INTO copy (stream, state) VALUES (?1, 2) ON CONFLICT (stream)"
                 " DO UPDATE SET opened = NULL, state = CASE state WHEN 0 THEN 0 ELSE 2 END")
        .with(stream.bytes())
        .run();
}

void SqliteCopies::arrived(const StreamId& stream)
{
    work_.connection()
        .prepare("UPDATE copy SET state = 0 WHERE stream = ?1 AND state = 2")
        .with(stream.bytes())
        .run();
}

void SqliteCopies::opened(const StreamId& stream)
{
    work_.connection()
        .prepare("UPDATE copy SET opened = NULL WHERE stream = ?1 AND state = 0")
        .with(stream.bytes())
        .run();
}

std::vector<StreamId> SqliteCopies::undated()
{
    return streams_in(work_.connection().prepare(
        "SELECT stream FROM copy WHERE opened IS NULL AND state = 0 ORDER BY stream"));
}

void SqliteCopies::date(const std::vector<StreamId>& streams, std::chrono::sys_seconds now)
{
    for (const auto& stream : streams)
        work_.connection()
            .prepare("UPDATE copy SET opened = ?2 WHERE stream = ?1")
            .with(stream.bytes(), std::int64_t{now.time_since_epoch().count()})
            .run();
}

void SqliteCopies::follow(const StreamId& stream, std::chrono::sys_seconds opened)
{
    work_.connection()
        .prepare("INSERT INTO copy (stream, opened, state) VALUES (?1, ?2, 2) ON CONFLICT (stream)"
                 " DO UPDATE SET state = CASE state WHEN 1 THEN 2 ELSE state END,"
                 " opened = CASE WHEN state = 1 THEN ?2 WHEN opened < ?2 THEN ?2 ELSE opened END")
        .with(stream.bytes(), std::int64_t{opened.time_since_epoch().count()})
        .run();
}

void SqliteCopies::undate_after(std::chrono::sys_seconds latest)
{
    work_.connection()
        .prepare("UPDATE copy SET opened = NULL WHERE opened > ?1")
        .with(std::int64_t{latest.time_since_epoch().count()})
        .run();
}

std::vector<StreamId> SqliteCopies::end_unopened(std::chrono::sys_seconds before)
{
    auto ended = streams_in(
        std::move(work_.connection()
                      .prepare("SELECT stream FROM copy WHERE state = 0 AND opened < ?1 ORDER BY stream")
                      .with(std::int64_t{before.time_since_epoch().count()})));
    for (const auto& stream : ended)
        work_.connection().prepare("UPDATE copy SET state = 1 WHERE stream = ?1").with(stream.bytes()).run();
    return ended;
}

void SqliteCopies::confirm(const StreamId& stream, std::uint64_t counter)
{
    work_.connection()
        .prepare("UPDATE copy SET confirmed = ?2 WHERE stream = ?1")
        .with(stream.bytes(), counter)
        .run();
}

void SqliteCopies::doubt(const StreamId& stream)
{
    work_.connection()
        .prepare("UPDATE copy SET confirmed = NULL WHERE stream = ?1")
        .with(stream.bytes())
        .run();
}

void SqliteCopies::doubt_all() { work_.connection().prepare("UPDATE copy SET confirmed = NULL").run(); }

std::vector<StreamId> SqliteCopies::ended(std::uint64_t upto)
{
    return streams_in(
        std::move(work_.connection()
                      .prepare("SELECT stream FROM copy WHERE state = 1 AND confirmed <= ?1 ORDER BY stream")
                      .with(upto)));
}

Copies::State SqliteCopies::of(const StreamId& stream)
{
    auto found = work_.connection().prepare("SELECT state FROM copy WHERE stream = ?1");
    if (!found.with(stream.bytes()).step()) return State::none;
    return static_cast<State>(found.integer(0));
}

void SqliteCopies::drop(const StreamId& stream)
{
    work_.connection().prepare("DELETE FROM copy WHERE stream = ?1").with(stream.bytes()).run();
}

} // namespace frikort::core::store::sqlite
