// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/sealing/backup.hpp"
#include "core/store/central.hpp"
#include "sync/central/backup/manifest.hpp"

namespace frikort::sync::central::backup {

// Says, where the private key lies, that a backup was read back whole. Who has not that key makes none.
struct Receipt {
    core::store::BackupId id;
    core::base::Hash digest; // of its manifest
    core::sealing::Signature signature;

    // One word, to be carried to the server by hand.
    std::string text() const;
    static std::optional<Receipt> read(std::string_view);
};

Receipt receipt_for(const Manifest&, const core::sealing::BackupKey&);
// True when it is of this backup, and signed by the key which that one was made for.
bool holds(const Receipt&, const core::store::Backups::Backup&);

} // namespace frikort::sync::central::backup
