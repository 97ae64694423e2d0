// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"
#include "core/store/central_mark.hpp"
#include "core/store/central_sqlite_stock.hpp"
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store {

using records::StreamId;
using sqlite::read_stream;

namespace {

std::int64_t count_of(Seconds time) { return time.time_since_epoch().count(); }
Seconds time_from(std::int64_t seconds) { return Seconds{std::chrono::seconds{seconds}}; }

} // namespace

void SqliteFollows::note_card(const base::Hash& card, const StreamId& stream, const records::DeviceId& by)
{
    connection_
        .prepare("INSERT INTO card (card, stream, device) SELECT ?1, ?2, ?3"
                 " WHERE NOT EXISTS (SELECT 1 FROM card WHERE card = ?1 AND stream = ?2)")
        .with(card, stream.bytes(), by)
        .run();
}

std::vector<StreamId> SqliteFollows::with_card(const base::Hash& card) const
{
    std::vector<StreamId> streams;
    auto row = connection_.prepare("SELECT stream FROM card WHERE card = ?1 ORDER BY stream");
    row.with(card);
    while (row.step()) streams.push_back(read_stream(row, 0));
    return streams;
}

std::size_t SqliteFollows::with_card_by(const base::Hash& card, const records::DeviceId& device) const
{
    auto row = connection_.prepare("SELECT count(*) FROM card WHERE card = ?1 AND device = ?2");
    row.with(card, device).step();
    return row.count(0);
}

void SqliteFollows::follow(const StreamId& centre, const StreamId& notebook, Seconds now)
{
    const auto before = standing_of(connection_);
    const auto counter = before.counter + 1;
    connection_
        .prepare("INSERT INTO follow (centre, stream, counter, opened) VALUES (?1, ?2, ?3, ?4)"
                 " ON CONFLICT (centre, stream)"
                 " DO UPDATE SET counter = excluded.counter, opened = excluded.opened")
        .with(centre.bytes(), notebook.bytes(), counter, count_of(now))
        .run();
    count_to(connection_, counter, mark_after(before.mark, counter, centre, notebook));
}

std::optional<Seconds> SqliteFollows::opened(const StreamId& centre, const StreamId& notebook) const
{
    auto row = connection_.prepare("SELECT opened FROM follow WHERE centre = ?1 AND stream = ?2");
    if (!row.with(centre.bytes(), notebook.bytes()).step()) return std::nullopt;
    return time_from(row.integer(0));
}

Follows::Tries SqliteFollows::tries(const base::Hash& card) const
{
    auto row = connection_.prepare("SELECT wrong, until FROM tries WHERE card = ?1");
    if (!row.with(card).step()) return {};
    return {static_cast<std::uint32_t>(row.count(0)), time_from(row.integer(1))};
}

void SqliteFollows::keep_tries(const base::Hash& card, const Tries& tries)
{
    if (tries.wrong == 0) {
        connection_.prepare("DELETE FROM tries WHERE card = ?1").with(card).run();
        return;
    }
    connection_
        .prepare("INSERT INTO tries (card, wrong, until) VALUES (?1, ?2, ?3)"
                 " ON CONFLICT (card) DO UPDATE SET wrong = excluded.wrong, until = excluded.until")
        .with(card, tries.wrong, count_of(tries.until))
        .run();
}

void note_old_cards(sqlite::Connection& connection)
{
    sqlite::Transaction change{connection};
    if (!connection.prepare("SELECT 1 FROM server WHERE cards_noted = 0").step()) return;
    SqliteFollows follows{connection};
    auto row = connection.prepare("SELECT stream, bytes, device FROM record WHERE class = 2 AND kept = 0");
    while (row.step()) {
        const auto record = records::decode_record(row.view(1));
        const auto slot = record ? sealing::decode_slot(record->body)
                                 : base::Result<sealing::OpenSlot, sealing::Malformed>{
                                       base::no(sealing::Malformed::other_kind)};
        if (slot && slot->verifier)
            follows.note_card(slot->lookup, read_stream(row, 0), row.name<records::DeviceId>(2));
    }
    connection.execute("UPDATE server SET cards_noted = 1");
    change.commit();
}

} // namespace frikort::core::store
