// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/base/must.hpp"
#include "core/store/central_memory_stock.hpp"

namespace frikort::core::store {

void MemoryStock::begin_epoch(const std::string& epoch)
{
    tables_.undo.push_back(
        [&tables = tables_, before = tables_.standing.epoch] { tables.standing.epoch = before; });
    tables_.standing.epoch = epoch;
}

std::optional<Backups::Backup> MemoryBackups::find(const BackupId& id) const
{
    const auto found = tables_.backups.find(id);
    return found == tables_.backups.end() ? std::nullopt : std::optional{found->second};
}

std::vector<Backups::Backup> MemoryBackups::all() const
{
    std::vector<Backup> backups;
    for (const auto& [id, backup] : tables_.backups) backups.push_back(backup);
    std::stable_sort(backups.begin(), backups.end(),
                     [](const Backup& a, const Backup& b) { return a.made < b.made; });
    return backups;
}

void MemoryBackups::add(const Backup& backup)
{
    base::must(!find(backup.id));
    tables_.set(tables_.backups, backup.id, backup);
}

void MemoryBackups::verify(const BackupId& id, Seconds now)
{
    auto backup = find(id);
    if (!backup || backup->verified) return;
    backup->verified = now;
    tables_.set(tables_.backups, id, *backup);
}

std::uint64_t MemoryBackups::mark(Seconds now) const
{
    std::uint64_t mark = 0;
    for (const auto& [id, backup] : tables_.backups) {
        const bool is_there = backup.made > now - backups_last && backup.made <= now;
        if (backup.verified && is_there && backup.epoch == tables_.standing.epoch)
            mark = std::max(mark, backup.counter);
    }
    return mark;
}

} // namespace frikort::core::store
