// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/kiosk.hpp"
#include "core/actions/server_half.hpp"
#include "core/store/data_folder.hpp"

namespace frikort::kiosk::app {

struct Identity {
    core::actions::Kiosk kiosk;
    // Where the pepper lies. One on the disk is half of it only: the server has the other (sync.md, key
    // table).
    enum class Pepper { file, machine } pepper = Pepper::file;
    // Made anew though there was a database: the one before is lost.
    using Half = core::actions::OwnHalf;
    Half half = Half::kept;
};

// This machine's own keys, made at the first start: from systemd's credentials where it has some
// ("device.key", "pepper"; in the TPM where there is one), else from files in the data folder that only the
// owner can read. One that is damaged is put aside ("device.key.damaged") and another made in its place: what
// follows from that the store is told (open_or_rescue). `chance` must outlive what is returned. Throws
// StoreFailure; damaged for a credential.
Identity load_identity(const core::store::DataFolder&, core::base::Chance& chance);

// For a machine whose name another bears, or whose was revoked: the key it is to have, kept beside the one it
// has, the same each time until it takes its place. Throws StoreFailure; `foreign` where the keys are
// systemd's credentials: whoever made those must change them.
core::sealing::SigningKey next_device_key(const core::store::DataFolder&, core::base::Chance&);
bool has_next_device_key(const core::store::DataFolder&);
void take_next_device_key(const core::store::DataFolder&);

// For a machine that no longer knows which numbers it gave out (sync.md R13): another key from now on, and
// the old one kept beside it, until the kiosk is enrolled anew. Throws StoreFailure.
core::sealing::SigningKey take_another_name(const core::store::DataFolder&, core::base::Chance&);
std::optional<core::sealing::SigningKey> key_before(const core::store::DataFolder&);
void forget_key_before(const core::store::DataFolder&);

} // namespace frikort::kiosk::app
