// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store::sqlite {

using records::StreamId;

StreamId read_stream(const Statement& row, int column)
{
    const auto stream = StreamId::from(row.view(column));
    if (!stream) throw StoreFailure{StoreFailure::Kind::damaged, "a stream without a name in the database"};
    return *stream;
}

namespace {

std::vector<Slots::Slot> read_slots(Statement found)
{
    std::vector<Slots::Slot> slots;
    while (found.step()) {
        slots.push_back({static_cast<Slots::Kind>(found.integer(0)), found.name<base::Hash>(1),
                         read_stream(found, 2), static_cast<std::uint32_t>(found.count(3)), found.bytes(4)});
    }
    return slots;
}

// Overwrites where it stands, in a row of unchanged length: see migrations/kiosk/0001_records.sql.
constexpr const char* overwrite =
    "UPDATE slot SET live = 0, lookup = zeroblob(32), wrapped = zeroblob(length(wrapped))"
    " WHERE live = 1 AND kind = ?1 AND lookup = ?2 AND stream = ?3 AND generation = ?4 AND wrapped = ?5";
constexpr const char* add_new =
    "INSERT INTO slot (live, kind, lookup, stream, generation, wrapped)"
    " SELECT 1, ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM slot"
    " WHERE live = 1 AND kind = ?1 AND lookup = ?2 AND stream = ?3 AND generation = ?4 AND wrapped = ?5)";

} // namespace

std::optional<Cursors::Cursor> SqliteCursors::of(const StreamId& stream)
{
    auto found = work_.connection().prepare(
        "SELECT epoch, counter FROM cursor WHERE stream = ?1 AND counter IS NOT NULL");
    if (!found.with(stream.bytes()).step()) return std::nullopt;
    return Cursor{found.text(0), found.count(1)};
}

void SqliteCursors::move(const StreamId& stream, const Cursor& cursor)
{
    work_.connection()
        .prepare("INSERT INTO cursor (stream, epoch, counter) VALUES (?1, ?2, ?3)"
                 " ON CONFLICT (stream) DO UPDATE SET epoch = excluded.epoch, counter = excluded.counter")
        .with(stream.bytes(), cursor.epoch, cursor.counter)
        .run();
}

std::vector<StreamId> SqliteCursors::followed()
{
    std::vector<StreamId> streams;
    auto found = work_.connection().prepare("SELECT stream FROM cursor ORDER BY stream");
    while (found.step()) streams.push_back(read_stream(found, 0));
    return streams;
}

void SqliteCursors::forget_all()
{
    work_.connection().prepare("UPDATE cursor SET epoch = NULL, counter = NULL").run();
}

void SqliteSlots::add(const Slot& slot)
{
    work_.connection()
        .prepare(add_new)
        .with(static_cast<int>(slot.kind), slot.lookup, slot.stream.bytes(), slot.generation, slot.wrapped)
        .run();
}

std::vector<Slots::Slot> SqliteSlots::find(Kind kind, const base::Hash& lookup)
{
    auto found = work_.connection().prepare("SELECT kind, lookup, stream, generation, wrapped FROM slot"
                                            " WHERE live = 1 AND kind = ?1 AND lookup = ?2 ORDER BY place");
    found.with(static_cast<int>(kind), lookup);
    return read_slots(std::move(found));
}

std::vector<Slots::Slot> SqliteSlots::of_stream(const StreamId& stream)
{
    auto found = work_.connection().prepare("SELECT kind, lookup, stream, generation, wrapped FROM slot"
                                            " WHERE live = 1 AND stream = ?1 ORDER BY place");
    found.with(stream.bytes());
    return read_slots(std::move(found));
}

std::vector<Slots::Slot> SqliteSlots::of_kind(Kind kind)
{
    auto found = work_.connection().prepare("SELECT kind, lookup, stream, generation, wrapped FROM slot"
                                            " WHERE live = 1 AND kind = ?1 ORDER BY place");
    found.with(static_cast<int>(kind));
    return read_slots(std::move(found));
}

void SqliteSlots::remove(const Slot& slot)
{
    auto& connection = work_.connection();
    connection.prepare(overwrite)
        .with(static_cast<int>(slot.kind), slot.lookup, slot.stream.bytes(), slot.generation, slot.wrapped)
        .run();
    if (connection.changed() > 0) removed_ = Removed::bytes;
}

} // namespace frikort::core::store::sqlite
