// SPDX-License-Identifier: MPL-2.0
#include <string>

#include "core/base/must.hpp"
#include "core/store/postgresql/stock.hpp"

namespace frikort::core::store::postgresql {

using records::DeviceId;
using records::StreamId;

namespace {

Kiosk read_kiosk(const Rows& row)
{
    Kiosk kiosk{row.name<DeviceId>(0), row.name<DeviceKey>(1), row.stream(2),
                row.time(3),           row.count(4),           row.time(5)};
    if (!row.is_null(6)) kiosk.revoked = row.time(6);
    if (!row.is_null(7)) kiosk.frozen = row.time(7);
    if (!row.is_null(8)) kiosk.before = row.name<DeviceId>(8);
    kiosk.told = {row.count(9), row.count(10), row.count(11)};
    if (!row.is_null(12)) kiosk.root = row.name<CentreRoot>(12);
    if (!row.is_null(13)) kiosk.other_root = row.name<CentreRoot>(13);
    return kiosk;
}

Centre read_centre(const Rows& row)
{
    Centre centre{row.stream(0), row.text(1)};
    if (!row.is_null(2)) centre.compared = {row.name<CentreRoot>(2), row.time(3)};
    if (row.count(4) != 0) centre.served = Centre::Served::as_before;
    return centre;
}

constexpr const char* select_kiosk =
    "SELECT device, sign, centre, enrolled, request, contact, revoked, frozen, before,"
    " waiting, refused, differing, root, other_root FROM kiosk";
constexpr const char* select_centre = "SELECT stream, name, root, compared, served_before FROM centre";

} // namespace

std::optional<Centre> PostgresCentres::find(const StreamId& stream) const
{
    auto row = work_.ask((std::string{select_centre} + " WHERE stream = $1::bytea").c_str(), stream.bytes());
    if (!row.step()) return std::nullopt;
    return read_centre(row);
}

std::optional<Centre> PostgresCentres::named(const std::string& name) const
{
    auto row =
        work_.ask((std::string{select_centre} + " WHERE name = $1::text").c_str(), std::string_view{name});
    if (!row.step()) return std::nullopt;
    return read_centre(row);
}

std::vector<Centre> PostgresCentres::all() const
{
    std::vector<Centre> centres;
    auto row = work_.ask((std::string{select_centre} + " ORDER BY name COLLATE \"C\"").c_str());
    while (row.step()) centres.push_back(read_centre(row));
    return centres;
}

void PostgresCentres::add(const Centre& centre)
{
    base::must(!centre.compared);
    work_.ask("INSERT INTO centre (stream, name, served_before) VALUES ($1::bytea, $2::text, $3::bigint)",
              centre.stream.bytes(), std::string_view{centre.name},
              static_cast<std::uint64_t>(centre.served));
}

void PostgresCentres::compare(const StreamId& stream, const Centre::Compared& compared)
{
    work_.ask("UPDATE centre SET root = $2::bytea, compared = $3::bigint"
              " WHERE stream = $1::bytea AND root IS NULL",
              stream.bytes(), compared.root, compared.when);
}

// The row is locked, so that it stays as it is without the turn; that there is none is true only with it.
std::optional<Kiosk> PostgresKiosks::find(const DeviceId& device) const
{
    const auto one = std::string{select_kiosk} + " WHERE device = $1::uuid";
    if (work_.purpose() != Transaction::To::look) {
        auto locked = work_.ask_out_of_turn((one + " FOR NO KEY UPDATE").c_str(), device);
        if (locked.step()) return read_kiosk(locked);
    }
    auto row = work_.ask(one.c_str(), device);
    if (!row.step()) return std::nullopt;
    return read_kiosk(row);
}

std::vector<Kiosk> PostgresKiosks::all() const
{
    std::vector<Kiosk> kiosks;
    auto row = work_.ask((std::string{select_kiosk} + " ORDER BY enrolled, device").c_str());
    while (row.step()) kiosks.push_back(read_kiosk(row));
    return kiosks;
}

void PostgresKiosks::add(const Kiosk& kiosk)
{
    base::must(!kiosk.revoked && !kiosk.frozen);
    work_.ask("WITH heard AS (INSERT INTO wrote AS own (device, stream, keys)"
              "  SELECT $1::uuid, stream, keys FROM wrote WHERE device = $7::uuid"
              "  ON CONFLICT (device, stream) DO UPDATE SET keys = own.keys OR excluded.keys)"
              " INSERT INTO kiosk (device, sign, centre, enrolled, request, contact, before)"
              " VALUES ($1::uuid, $2::bytea, $3::bytea, $4::bigint, $5::bigint, $6::bigint, $7::uuid)",
              kiosk.device, kiosk.key, kiosk.centre.bytes(), kiosk.enrolled, kiosk.request, kiosk.contact,
              kiosk.before);
}

void PostgresKiosks::adopt(const DeviceId& device, const DeviceId& before)
{
    work_.ask("WITH adopted AS (UPDATE kiosk SET before = $2::uuid"
              "  WHERE device = $1::uuid AND before IS NULL RETURNING device)"
              " INSERT INTO wrote AS own (device, stream, keys)"
              "  SELECT adopted.device, stream, keys FROM wrote, adopted WHERE wrote.device = $2::uuid"
              " ON CONFLICT (device, stream) DO UPDATE SET keys = own.keys OR excluded.keys",
              device, before);
}

void PostgresKiosks::freeze(const DeviceId& device, Seconds now)
{
    work_.ask("UPDATE kiosk SET frozen = $2::bigint WHERE device = $1::uuid AND frozen IS NULL", device, now);
}

void PostgresKiosks::revoke(const DeviceId& device, Seconds now)
{
    const auto row = work_.ask(
        "UPDATE kiosk SET revoked = $2::bigint WHERE device = $1::uuid AND revoked IS NULL", device, now);
    if (row.changed() == 1) revoked_.push_back({device, now});
}

// Of itself alone, with its row locked: no turn is needed.
void PostgresKiosks::note(const DeviceId& device, const Kiosk::Told& told)
{
    work_.ask_out_of_turn(
        "UPDATE kiosk SET waiting = $2::bigint, refused = $3::bigint, differing = $4::bigint"
        " WHERE device = $1::uuid",
        device, told.waiting, told.refused, told.differing);
}

// The first stays; of others the first is kept beside it.
void PostgresKiosks::tell_root(const DeviceId& device, const CentreRoot& root)
{
    work_.ask_out_of_turn(
        "UPDATE kiosk SET root = coalesce(root, $2::bytea),"
        " other_root = CASE WHEN root <> $2::bytea THEN coalesce(other_root, $2::bytea) ELSE other_root END"
        " WHERE device = $1::uuid",
        device, root);
}

// The comparison and the change are one statement: of two requests at once the second sees the first.
Kiosks::Counter PostgresKiosks::advance(const DeviceId& device, std::uint64_t request, Seconds now)
{
    const auto row = work_.ask_out_of_turn("UPDATE kiosk SET request = $2::bigint, contact = $3::bigint"
                                           " WHERE device = $1::uuid AND request < $2::bigint",
                                           device, request, now);
    return row.changed() == 1 ? Counter::grew : Counter::behind;
}

std::optional<Codes::Code> PostgresCodes::find(const base::Hash& digest) const
{
    auto row = work_.ask("SELECT centre, expires, device FROM code WHERE digest = $1::bytea", digest);
    if (!row.step()) return std::nullopt;
    Code code{digest, row.stream(0), row.time(1), std::nullopt};
    if (!row.is_null(2)) code.used_by = row.name<DeviceId>(2);
    return code;
}

void PostgresCodes::add(const Code& code)
{
    base::must(!code.used_by);
    work_.ask("INSERT INTO code (digest, centre, expires) VALUES ($1::bytea, $2::bytea, $3::bigint)",
              code.digest, code.centre.bytes(), code.expires);
}

void PostgresCodes::use(const base::Hash& digest, const DeviceId& device)
{
    work_.ask("UPDATE code SET device = $2::uuid WHERE digest = $1::bytea", digest, device);
}

void PostgresCodes::end_unused() { work_.ask("DELETE FROM code WHERE device IS NULL"); }

// As of a kiosk, whose row is locked by who changes it: no turn is needed to see that there is one.
std::optional<Half> PostgresHalves::of(const DeviceId& device) const
{
    auto row = work_.ask_out_of_turn("SELECT half FROM pepper WHERE device = $1::uuid", device);
    if (!row.step()) return std::nullopt;
    return row.name<Half>(0);
}

// Two at once: the second one waits, and keeps the first one's.
void PostgresHalves::keep(const DeviceId& device, const Half& half)
{
    work_.ask_out_of_turn("INSERT INTO pepper (device, half) VALUES ($1::uuid, $2::bytea)"
                          " ON CONFLICT DO NOTHING",
                          device, half);
}

} // namespace frikort::core::store::postgresql
