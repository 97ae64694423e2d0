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

constexpr const char* select_kiosk =
    "SELECT device, sign, centre, enrolled, request, contact, revoked,"
    " frozen, before, waiting, refused, differing, root, other_root FROM kiosk";
constexpr const char* select_centre = "SELECT stream, name, root, compared, served_before FROM centre";

std::int64_t count_of(Seconds time) { return time.time_since_epoch().count(); }

Kiosk read_kiosk(const sqlite::Statement& row)
{
    Kiosk kiosk{row.name<DeviceId>(0), row.name<DeviceKey>(1), read_stream(row, 2),
                read_time(row, 3),     row.count(4),           read_time(row, 5)};
    if (!row.is_null(6)) kiosk.revoked = read_time(row, 6);
    if (!row.is_null(7)) kiosk.frozen = read_time(row, 7);
    if (!row.is_null(8)) kiosk.before = row.name<DeviceId>(8);
    kiosk.told = {row.count(9), row.count(10), row.count(11)};
    if (!row.is_null(12)) kiosk.root = row.name<CentreRoot>(12);
    if (!row.is_null(13)) kiosk.other_root = row.name<CentreRoot>(13);
    return kiosk;
}

Centre read_centre(const sqlite::Statement& row)
{
    Centre centre{read_stream(row, 0), row.text(1)};
    if (!row.is_null(2)) centre.compared = {row.name<CentreRoot>(2), read_time(row, 3)};
    if (row.integer(4) != 0) centre.served = Centre::Served::as_before;
    return centre;
}

// Others may have brought what it wrote before it was enrolled here.
void hear_as(sqlite::Connection& connection, const DeviceId& device, const DeviceId& before)
{
    connection
        .prepare("INSERT INTO wrote (device, stream, keys) SELECT ?1, stream, keys FROM wrote"
                 " WHERE device = ?2 ON CONFLICT (device, stream) DO UPDATE"
                 " SET keys = max(wrote.keys, excluded.keys)")
        .with(device, before)
        .run();
}

} // namespace

std::optional<Centre> SqliteCentres::find(const StreamId& stream) const
{
    auto row = connection_.prepare(std::string{select_centre} + " WHERE stream = ?1");
    if (!row.with(stream.bytes()).step()) return std::nullopt;
    return read_centre(row);
}

std::optional<Centre> SqliteCentres::named(const std::string& name) const
{
    auto row = connection_.prepare(std::string{select_centre} + " WHERE name = ?1");
    if (!row.with(std::string_view{name}).step()) return std::nullopt;
    return read_centre(row);
}

std::vector<Centre> SqliteCentres::all() const
{
    std::vector<Centre> centres;
    auto row = connection_.prepare(std::string{select_centre} + " ORDER BY name");
    while (row.step()) centres.push_back(read_centre(row));
    return centres;
}

void SqliteCentres::add(const Centre& centre)
{
    base::must(!centre.compared);
    connection_.prepare("INSERT INTO centre (stream, name, served_before) VALUES (?1, ?2, ?3)")
        .with(centre.stream.bytes(), std::string_view{centre.name}, static_cast<std::int64_t>(centre.served))
        .run();
}

void SqliteCentres::compare(const StreamId& stream, const Centre::Compared& compared)
{
    connection_.prepare("UPDATE centre SET root = ?2, compared = ?3 WHERE stream = ?1 AND root IS NULL")
        .with(stream.bytes(), compared.root, count_of(compared.when))
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
    if (kiosk.before) hear_as(connection_, kiosk.device, *kiosk.before);
}

void SqliteKiosks::adopt(const DeviceId& device, const DeviceId& before)
{
    auto row = connection_.prepare("UPDATE kiosk SET before = ?2 WHERE device = ?1 AND before IS NULL"
                                   " RETURNING 1");
    const bool adopted = row.with(device, before).step();
    row.run();
    if (!adopted) return;
    hear_as(connection_, device, before);
}

void SqliteKiosks::freeze(const DeviceId& device, Seconds now)
{
    connection_.prepare("UPDATE kiosk SET frozen = ?2 WHERE device = ?1 AND frozen IS NULL")
        .with(device, count_of(now))
        .run();
}

void SqliteKiosks::revoke(const DeviceId& device, Seconds now)
{
    auto row = connection_.prepare(
        "UPDATE kiosk SET revoked = ?2 WHERE device = ?1 AND revoked IS NULL RETURNING 1");
    if (row.with(device, count_of(now)).step()) revoked_.push_back({device, now});
    row.run();
}

void SqliteKiosks::note(const DeviceId& device, const Kiosk::Told& told)
{
    connection_.prepare("UPDATE kiosk SET waiting = ?2, refused = ?3, differing = ?4 WHERE device = ?1")
        .with(device, told.waiting, told.refused, told.differing)
        .run();
}

// The first stays; of others the first is kept beside it.
void SqliteKiosks::tell_root(const DeviceId& device, const CentreRoot& root)
{
    connection_
        .prepare("UPDATE kiosk SET root = coalesce(root, ?2),"
                 " other_root = CASE WHEN root <> ?2 THEN coalesce(other_root, ?2) ELSE other_root END"
                 " WHERE device = ?1")
        .with(device, root)
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

void SqliteCodes::end_unused() { connection_.execute("DELETE FROM code WHERE device IS NULL"); }

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
