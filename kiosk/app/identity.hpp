// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/kiosk.hpp"
#include "core/store/data_folder.hpp"

namespace frikort::kiosk::app {

// This machine's own keys, made at the first start: from systemd's credentials where it has some
// ("device.key", "pepper"; in the TPM where there is one), else from files in the data folder that only the
// owner can read. `chance` must outlive what is returned. Throws StoreFailure.
core::actions::Kiosk load_identity(const core::store::DataFolder&, core::base::Chance& chance);

} // namespace frikort::kiosk::app
