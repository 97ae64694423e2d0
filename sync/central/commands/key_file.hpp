// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "core/sealing/backup.hpp"

namespace frikort::sync::central::commands {

// Where the private half of a backup's key lies: a line that says what it is, and the key.
void write_key_file(const std::filesystem::path&, const core::sealing::BackupKey&); // throws StoreFailure
// Says, to whoever typed it, that it is none, and answers nothing.
std::optional<core::sealing::BackupKey> read_key_file(const std::filesystem::path&);

} // namespace frikort::sync::central::commands
