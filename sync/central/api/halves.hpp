// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/base/chance.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/central.hpp"

// The server's half of the pepper of kiosks that have no TPM (sync.md, key table).
namespace frikort::sync::central::api {

// Draws one for a kiosk that has none. The caller commits.
void make_half(core::store::CentralWork&, const core::records::DeviceId&, core::base::Chance&);

// Its own half, then those of the devices it was before it was enrolled anew, each sealed to this key.
// Whether it may have them its request decides: one that is revoked or frozen does not come so far.
std::vector<core::base::Bytes> sealed_halves(const core::store::CentralWork&, const core::store::Kiosk&,
                                             const core::sealing::BoxPublic& to, core::base::Chance&);

} // namespace frikort::sync::central::api
