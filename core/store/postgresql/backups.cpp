// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/stock.hpp"

namespace frikort::core::store::postgresql {

namespace {

Backups::Backup read_backup(const Rows& row)
{
    Backups::Backup backup{row.name<BackupId>(0),
                           row.name<BackupSign>(1),
                           row.name<base::Hash>(2),
                           row.text(3),
                           row.count(4),
                           row.time(5)};
    if (!row.is_null(6)) backup.verified = row.time(6);
    return backup;
}

} // namespace

void PostgresStock::begin_epoch(const std::string& epoch) { work_.begin_epoch(epoch); }

std::optional<Backups::Backup> PostgresBackups::find(const BackupId& id) const
{
    auto row = work_.ask("SELECT id, sign, digest, epoch, counter, made, verified FROM backup"
                         " WHERE id = $1::uuid",
                         id);
    if (!row.step()) return std::nullopt;
    return read_backup(row);
}

std::vector<Backups::Backup> PostgresBackups::all() const
{
    std::vector<Backup> backups;
    auto row = work_.ask("SELECT id, sign, digest, epoch, counter, made, verified FROM backup"
                         " ORDER BY made, id");
    while (row.step()) backups.push_back(read_backup(row));
    return backups;
}

void PostgresBackups::add(const Backup& backup)
{
    work_.ask("INSERT INTO backup (id, sign, digest, epoch, counter, made, verified)"
              " VALUES ($1::uuid, $2::bytea, $3::bytea, $4::text, $5::bigint, $6::bigint, $7::bigint)",
              backup.id, backup.sign, backup.digest, std::string_view{backup.epoch}, backup.counter,
              backup.made, backup.verified);
}

void PostgresBackups::verify(const BackupId& id, Seconds now)
{
    work_.ask("UPDATE backup SET verified = $2::bigint WHERE id = $1::uuid AND verified IS NULL", id, now);
}

std::uint64_t PostgresBackups::mark(Seconds now) const
{
    auto row = work_.ask("SELECT coalesce(max(backup.counter), 0) FROM backup JOIN server USING (epoch)"
                         " WHERE verified IS NOT NULL AND made > $1::bigint AND made <= $2::bigint",
                         now - backups_last, now);
    row.step();
    return row.count(0);
}

} // namespace frikort::core::store::postgresql
