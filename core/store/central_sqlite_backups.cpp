// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite_stock.hpp"

namespace frikort::core::store {

namespace {

std::int64_t count_of(Seconds time) { return time.time_since_epoch().count(); }
Seconds time_from(std::int64_t seconds) { return Seconds{std::chrono::seconds{seconds}}; }

Backups::Backup read_backup(const sqlite::Statement& row)
{
    Backups::Backup backup{
        row.name<BackupId>(0), row.name<BackupSign>(1),  row.name<base::Hash>(2), row.text(3),
        row.count(4),          time_from(row.integer(5))};
    if (!row.is_null(6)) backup.verified = time_from(row.integer(6));
    return backup;
}

} // namespace

std::optional<Backups::Backup> SqliteBackups::find(const BackupId& id) const
{
    auto row = connection_.prepare("SELECT id, sign, digest, epoch, counter, made, verified FROM backup"
                                   " WHERE id = ?1");
    if (!row.with(id).step()) return std::nullopt;
    return read_backup(row);
}

std::vector<Backups::Backup> SqliteBackups::all() const
{
    std::vector<Backup> backups;
    auto row = connection_.prepare("SELECT id, sign, digest, epoch, counter, made, verified FROM backup"
                                   " ORDER BY made, id");
    while (row.step()) backups.push_back(read_backup(row));
    return backups;
}

void SqliteBackups::add(const Backup& backup)
{
    const auto verified = backup.verified ? std::optional{count_of(*backup.verified)} : std::nullopt;
    connection_
        .prepare("INSERT INTO backup (id, sign, digest, epoch, counter, made, verified)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .with(backup.id, backup.sign, backup.digest, std::string_view{backup.epoch}, backup.counter,
              count_of(backup.made), verified)
        .run();
}

void SqliteBackups::verify(const BackupId& id, Seconds now)
{
    connection_.prepare("UPDATE backup SET verified = ?2 WHERE id = ?1 AND verified IS NULL")
        .with(id, count_of(now))
        .run();
}

std::uint64_t SqliteBackups::mark(Seconds now) const
{
    auto row =
        connection_.prepare("SELECT coalesce(max(backup.counter), 0) FROM backup JOIN server USING (epoch)"
                            " WHERE verified IS NOT NULL AND made > ?1 AND made <= ?2");
    row.with(count_of(now - backups_last), count_of(now)).step();
    return row.count(0);
}

} // namespace frikort::core::store
