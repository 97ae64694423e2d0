// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/small.hpp"

namespace frikort::core::store::sqlite {

using records::StreamId;

Waits::Wait SqliteWaits::of(const base::Hash& subject)
{
    auto found = work_.connection().prepare("SELECT wrong, seconds FROM wait WHERE subject = ?1");
    if (!found.with(subject).step()) return {};
    return {static_cast<std::uint32_t>(found.count(0)), std::chrono::seconds{found.integer(1)}};
}

void SqliteWaits::keep(const base::Hash& subject, const Wait& wait)
{
    work_.connection()
        .prepare("INSERT INTO wait (subject, wrong, seconds) VALUES (?1, ?2, ?3)"
                 " ON CONFLICT (subject) DO UPDATE SET wrong = excluded.wrong, seconds = excluded.seconds")
        .with(subject, wait.wrong, std::int64_t{wait.left.count()})
        .run();
}

void SqliteWaits::clear(const base::Hash& subject)
{
    work_.connection().prepare("DELETE FROM wait WHERE subject = ?1").with(subject).run();
}

void SqliteWaits::run(std::chrono::seconds passed)
{
    work_.connection()
        .prepare("UPDATE wait SET seconds = max(0, seconds - ?1) WHERE seconds > 0")
        .with(std::int64_t{passed.count()})
        .run();
}

void SqliteDrafts::keep(const StreamId& stream, base::BytesView sealed)
{
    work_.connection()
        .prepare("INSERT INTO draft (stream, sealed) VALUES (?1, ?2)"
                 " ON CONFLICT (stream) DO UPDATE SET sealed = excluded.sealed")
        .with(stream.bytes(), sealed)
        .run();
}

std::optional<base::Bytes> SqliteDrafts::of(const StreamId& stream)
{
    auto found = work_.connection().prepare("SELECT sealed FROM draft WHERE stream = ?1");
    if (!found.with(stream.bytes()).step()) return std::nullopt;
    return found.bytes(0);
}

void SqliteDrafts::drop(const StreamId& stream)
{
    // Zeros first, where it stands: what a DELETE leaves when pages merge is nothing to be read then.
    auto& connection = work_.connection();
    connection.prepare("UPDATE draft SET sealed = zeroblob(length(sealed)) WHERE stream = ?1")
        .with(stream.bytes())
        .run();
    connection.prepare("DELETE FROM draft WHERE stream = ?1").with(stream.bytes()).run();
}

std::optional<std::string> SqliteFacts::get(const std::string& name)
{
    auto found = work_.connection().prepare("SELECT value FROM fact WHERE name = ?1");
    if (!found.with(name).step()) return std::nullopt;
    return found.text(0);
}

void SqliteFacts::set(const std::string& name, const std::string& value)
{
    work_.connection()
        .prepare("INSERT INTO fact (name, value) VALUES (?1, ?2)"
                 " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .with(name, value)
        .run();
}

} // namespace frikort::core::store::sqlite
