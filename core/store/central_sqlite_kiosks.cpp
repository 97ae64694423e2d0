// SPDX-License-Identifier: MPL-2.0
#include "core/base/must.hpp"
#include "core/store/central_sqlite_stock.hpp"
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store {

using records::DeviceId;
using records::StreamId;
using sqlite::read_stream;

namespace {

Seconds read_time(const sqlite::Statement& row, int column)
{
    return Seconds{std::chrono::seconds{row.integer(column)}};
}

constexpr const char* select_kiosk = "SELECT device, sign, centre, enrolled, request, contact, revoked,"
                                     " frozen, before, waiting, refused, differing FROM kiosk";

std::int64_t count_of(Seconds time) { return time.time_since_epoch().count(); }

Kiosk read_kiosk(const sqlite::Statement& row)
{
    Kiosk kiosk{row.name<DeviceId>(0), row.name<DeviceKey>(1), read_stream(row, 2),
                read_time(row, 3),     row.count(4),           read_time(row, 5)};
    if (!row.is_null(6)) kiosk.revoked = read_time(row, 6);
    if (!row.is_null(7)) kiosk.frozen = read_time(row, 7);
    if (!row.is_null(8)) kiosk.before = row.name<DeviceId>(8);
    kiosk.told = {row.count(9), row.count(10), row.count(11)};
    return kiosk;
}

} // namespace

std::optional<Centre> SqliteCentres::find(const StreamId& stream) const
{
    auto row = connection_.prepare("SELECT name FROM centre WHERE stream = ?1");
    if (!row.with(stream.bytes()).step()) return std::nullopt;
    return Centre{stream, row.text(0)};
}

std::optional<Centre> SqliteCentres::named(const std::string& name) const
{
    auto row = connection_.prepare("SELECT stream FROM centre WHERE name = ?1");
    if (!row.with(std::string_view{name}).step()) return std::nullopt;
    return Centre{read_stream(row, 0), name};
}

void SqliteCentres::add(const Centre& centre)
{
    connection_.prepare("INSERT INTO centre (stream, name) VALUES (?1, ?2)")
        .with(centre.stream.bytes(), std::string_view{centre.name})
        .run();
}

std::optional<Kiosk> SqliteKiosks::find(const DeviceId& device) const
{
    auto row = connection_.prepare(std::string{select_kiosk} + " WHERE device = ?1");
    if (!row.with(device).step()) return std::nullopt;
    return read_kiosk(row);
}

std::vector<Kiosk> SqliteKiosks::all() const
{
    std::vector<Kiosk> kiosks;
    auto row = connection_.prepare(std::string{select_kiosk} + " ORDER BY enrolled, device");
    while (row.step()) kiosks.push_back(read_kiosk(row));
    return kiosks;
}

void SqliteKiosks::add(const Kiosk& kiosk)
{
    base::must(!kiosk.revoked && !kiosk.frozen);
    connection_
        .prepare("INSERT INTO kiosk (device, sign, centre, enrolled, request, contact, before)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .with(kiosk.device, kiosk.key, kiosk.centre.bytes(), count_of(kiosk.enrolled), kiosk.request,
              count_of(kiosk.contact), kiosk.before)
        .run();
    connection_
        .prepare("INSERT INTO wrote (device, stream, keys) SELECT ?1, stream, keys FROM wrote"
                 " WHERE device = ?2")
        .with(kiosk.device, kiosk.before)
        .run();
}

void SqliteKiosks::adopt(const DeviceId& device, const DeviceId& before)
{
    auto row = connection_.prepare("UPDATE kiosk SET before = ?2 WHERE device = ?1 AND before IS NULL"
                                   " RETURNING 1");
    const bool adopted = row.with(device, before).step();
    row.run();
    if (!adopted) return;
    connection_
        .prepare("INSERT INTO wrote (device, stream, keys) SELECT ?1, stream, keys FROM wrote"
                 " WHERE device = ?2 ON CONFLICT (device, stream) DO UPDATE"
                 " SET keys = max(wrote.keys, excluded.keys)")
        .with(device, before)
        .run();
}

void SqliteKiosks::freeze(const DeviceId& device, Seconds now)
{
    connection_.prepare("UPDATE kiosk SET frozen = ?2 WHERE device = ?1 AND frozen IS NULL")
        .with(device, count_of(now))
        .run();
}

void SqliteKiosks::revoke(const DeviceId& device, Seconds now)
{
    connection_.prepare("UPDATE kiosk SET revoked = ?2 WHERE device = ?1 AND revoked IS NULL")
        .with(device, count_of(now))
        .run();
}

void SqliteKiosks::note(const DeviceId& device, const Kiosk::Told& told)
{
    connection_.prepare("UPDATE kiosk SET waiting = ?2, refused = ?3, differing = ?4 WHERE device = ?1")
        .with(device, told.waiting, told.refused, told.differing)
        .run();
}

Kiosks::Counter SqliteKiosks::advance(const DeviceId& device, std::uint64_t request, Seconds now)
{
    auto row =
        connection_.prepare("UPDATE kiosk SET request = ?2, contact = ?3 WHERE device = ?1 AND request < ?2"
                            " RETURNING 1");
    const bool grew = row.with(device, request, count_of(now)).step();
    row.run();
    return grew ? Counter::grew : Counter::behind;
}

std::optional<Codes::Code> SqliteCodes::find(const base::Hash& digest) const
{
    auto row = connection_.prepare("SELECT centre, expires, device FROM code WHERE digest = ?1");
    if (!row.with(digest).step()) return std::nullopt;
    Code code{digest, read_stream(row, 0), read_time(row, 1), std::nullopt};
    if (!row.is_null(2)) code.used_by = row.name<DeviceId>(2);
    return code;
}

void SqliteCodes::add(const Code& code)
{
    base::must(!code.used_by);
    connection_.prepare("INSERT INTO code (digest, centre, expires) VALUES (?1, ?2, ?3)")
        .with(code.digest, code.centre.bytes(), count_of(code.expires))
        .run();
}

void SqliteCodes::use(const base::Hash& digest, const DeviceId& device)
{
    connection_.prepare("UPDATE code SET device = ?2 WHERE digest = ?1").with(digest, device).run();
}

std::optional<Half> SqliteHalves::of(const DeviceId& device) const
{
    auto row = connection_.prepare("SELECT half FROM pepper WHERE device = ?1");
    if (!row.with(device).step()) return std::nullopt;
    return row.name<Half>(0);
}

void SqliteHalves::keep(const DeviceId& device, const Half& half)
{
    connection_.prepare("INSERT INTO pepper (device, half) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .with(device, half)
        .run();
}

} // namespace frikort::core::store
