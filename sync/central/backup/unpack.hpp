// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.hpp"
#include "core/sealing/backup.hpp"
#include "sync/central/backup/manifest.hpp"

namespace frikort::sync::central::backup {

// Why a file is no backup to count on.
enum class Unfit {
    no_file,
    not_a_backup,
    other_key, // it was made for another
    damaged,   // cut off, changed, or not what it says it is
    newer,     // of a newer program
};
// In a line, for the person who runs the server.
std::string told(Unfit);

// What is in a backup, into `folder` (a scratch one): "central.db" and "erasures", after all of it was read
// and the database was looked over and holds what the backup says. Throws StoreFailure when `folder` cannot
// be written.
core::base::Result<Manifest, Unfit> unpack(const std::filesystem::path& file, const core::sealing::BackupKey&,
                                           const std::filesystem::path& folder);

} // namespace frikort::sync::central::backup
