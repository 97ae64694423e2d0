// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/chance.hpp"
#include "core/store/revocations.hpp"
#include "sync/central/backup/unpack.hpp"
#include "sync/central/database.hpp"

namespace frikort::sync::central::backup {

// What happened since a backup, of files that were kept off the machine (sync.md R17).
struct Since {
    std::vector<core::base::Bytes> erasures;
    std::vector<core::store::Revocation> revoked;
};
struct Applied {
    std::size_t erased = 0;
    std::size_t revoked = 0; // kiosks
    // Erasures not signed by the notebook, or with an older card than is known here.
    std::vector<core::base::Bytes> refused;
};
// Erases what these records say, each checked as when a kiosk brings it; revokes these kiosks, where they are
// known; and begins a new epoch (R6), so that kiosks offer everything again. In the caller's Work.
Applied begin_again(core::store::CentralWork&, const Since&, core::base::Chance&);

struct Restored {
    Manifest manifest;
    Applied applied;
};
enum class Age { at_most_35_days, any };

// A backup into an empty place: read and looked over, erased and revoked again what it and these files say, a
// new epoch begun, its mark carried over (all of it lies in this very backup); only then it stands where a
// server looks. `place.folder` is needed for both engines. What its file of erasures said stays there; what
// of it did not hold goes to "erasures.refused". Throws StoreFailure, other when the place is not empty.
struct Failure {
    std::optional<Unfit> unfit; // or too old
    std::int64_t days = 0;
};
core::base::Result<Restored, Failure> restore(const std::filesystem::path& file,
                                              const core::sealing::BackupKey&, const DatabasePlace&, Since,
                                              Age, core::store::Seconds now, core::base::Chance&);

} // namespace frikort::sync::central::backup
