// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/store/central_memory/ports.hpp"

namespace frikort::core::store::central_memory {

std::optional<Backups::Backup> MemoryBackups::find(const BackupId& id) const
{
    return work_.ask().find(&Tables::backups, id);
}

std::vector<Backups::Backup> MemoryBackups::all() const
{
    const auto tables = work_.ask();
    std::vector<Backup> backups;
    tables.each(&Tables::backups, [&](const auto&, const Backup& backup) { backups.push_back(backup); });
    std::stable_sort(backups.begin(), backups.end(),
                     [](const Backup& a, const Backup& b) { return a.made < b.made; });
    return backups;
}

void MemoryBackups::add(const Backup& backup)
{
    auto tables = work_.ask();
    tables.add(&Tables::backups, backup.id, backup);
}

void MemoryBackups::verify(const BackupId& id, Seconds now)
{
    auto tables = work_.ask();
    auto backup = tables.find(&Tables::backups, id);
    if (!backup || backup->verified) return;
    backup->verified = now;
    tables.set(&Tables::backups, id, *backup);
}

std::uint64_t MemoryBackups::mark(Seconds now) const
{
    const auto tables = work_.ask();
    std::uint64_t mark = 0;
    tables.each(&Tables::backups, [&](const auto&, const Backup& backup) {
        const bool is_there = backup.made > now - backups_last && backup.made <= now;
        if (backup.verified && is_there && backup.epoch == tables.standing().epoch)
            mark = std::max(mark, backup.counter);
    });
    return mark;
}

} // namespace frikort::core::store::central_memory
