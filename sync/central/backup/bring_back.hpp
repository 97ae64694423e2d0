// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/chance.hpp"
#include "sync/central/backup/unpack.hpp"
#include "sync/central/database.hpp"

namespace frikort::sync::central::backup {

// Records of erasures, of files that were kept off the machine (sync.md R17).
struct Erased {
    std::size_t now = 0;     // erased by this
    std::size_t refused = 0; // not signed by the notebook, or with an older card than is known here
};
// Erases what these records say, each checked as when a kiosk brings it; and begins a new epoch (R6), so that
// kiosks offer everything again. In the caller's Work.
Erased begin_again(core::store::CentralWork&, const std::vector<core::base::Bytes>& erasures,
                   core::base::Chance&);

struct Restored {
    Manifest manifest;
    Erased erased;
};
enum class Age { at_most_35_days, any };

// A backup into an empty place: read and looked over, erased again what it and these files say, a new epoch
// begun, its mark carried over (all of it lies in this very backup); only then it stands where a server
// looks. `place.folder` is needed for both engines. Throws StoreFailure, other when the place is not empty.
struct Failure {
    std::optional<Unfit> unfit; // or too old
    std::int64_t days = 0;
};
core::base::Result<Restored, Failure> restore(const std::filesystem::path& file,
                                              const core::sealing::BackupKey&, const DatabasePlace&,
                                              std::vector<core::base::Bytes> erasures, Age,
                                              core::store::Seconds now, core::base::Chance&);

} // namespace frikort::sync::central::backup
