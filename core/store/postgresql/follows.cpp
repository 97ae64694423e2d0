// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_mark.hpp"
#include "core/store/postgresql/stock.hpp"

namespace frikort::core::store::postgresql {

using records::StreamId;

void PostgresFollows::note_card(const base::Hash& card, const StreamId& stream, const records::DeviceId& by)
{
    work_.ask("INSERT INTO card (card, stream, device) VALUES ($1::bytea, $2::bytea, $3::uuid)"
              " ON CONFLICT DO NOTHING",
              card, stream.bytes(), by);
}

std::vector<StreamId> PostgresFollows::with_card(const base::Hash& card) const
{
    std::vector<StreamId> streams;
    auto row = work_.ask("SELECT stream FROM card WHERE card = $1::bytea ORDER BY stream", card);
    while (row.step()) streams.push_back(row.stream(0));
    return streams;
}

std::size_t PostgresFollows::with_card_by(const base::Hash& card, const records::DeviceId& device) const
{
    auto row =
        work_.ask("SELECT count(*) FROM card WHERE card = $1::bytea AND device = $2::uuid", card, device);
    row.step();
    return row.count(0);
}

void PostgresFollows::follow(const StreamId& centre, const StreamId& notebook, Seconds now)
{
    const auto before = work_.standing();
    const auto counter = before.counter + 1;
    const auto mark = mark_after(before.mark, counter, centre, notebook);
    work_.ask("WITH counted AS (UPDATE server SET counter = $3::bigint, mark = $5::bytea),"
              " marked AS (INSERT INTO past (counter, mark) VALUES ($3::bigint, $5::bytea))"
              " INSERT INTO follow (centre, stream, counter, opened)"
              " VALUES ($1::bytea, $2::bytea, $3::bigint, $4::bigint) ON CONFLICT (centre, stream)"
              " DO UPDATE SET counter = excluded.counter, opened = excluded.opened",
              centre.bytes(), notebook.bytes(), counter, now, mark);
    work_.count_to(counter, mark);
}

std::optional<Seconds> PostgresFollows::opened(const StreamId& centre, const StreamId& notebook) const
{
    auto row = work_.ask("SELECT opened FROM follow WHERE centre = $1::bytea AND stream = $2::bytea",
                         centre.bytes(), notebook.bytes());
    if (!row.step()) return std::nullopt;
    return row.time(0);
}

Follows::Tries PostgresFollows::tries(const base::Hash& card) const
{
    auto row = work_.ask("SELECT wrong, until FROM tries WHERE card = $1::bytea", card);
    if (!row.step()) return {};
    return {static_cast<std::uint32_t>(row.count(0)), row.time(1)};
}

void PostgresFollows::keep_tries(const base::Hash& card, const Tries& tries)
{
    if (tries.wrong == 0) {
        work_.ask("DELETE FROM tries WHERE card = $1::bytea", card);
        return;
    }
    work_.ask("INSERT INTO tries (card, wrong, until) VALUES ($1::bytea, $2::bigint, $3::bigint)"
              " ON CONFLICT (card) DO UPDATE SET wrong = excluded.wrong, until = excluded.until",
              card, std::uint64_t{tries.wrong}, tries.until);
}

} // namespace frikort::core::store::postgresql
