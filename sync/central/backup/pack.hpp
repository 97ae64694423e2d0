// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "core/base/chance.hpp"
#include "core/sealing/backup.hpp"
#include "sync/central/backup/manifest.hpp"
#include "sync/central/database.hpp"

namespace frikort::sync::central::backup {

// Writes a backup of the database, while servers work on it, and what it must erase again. It is copied as it
// is at one moment, read back, looked over and compared, and only then sealed to the key; the server notes
// that it made it. `file` is there whole or not at all; what was needed on the way ("FILE.scratch") is
// overwritten and gone. Throws StoreFailure: damaged when the copy is not what it should be.
Manifest pack(const DatabasePlace&, const std::filesystem::path& file, const core::sealing::BackupPublic& to,
              core::store::Seconds now, core::base::Chance&);

} // namespace frikort::sync::central::backup
