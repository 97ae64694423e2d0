// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/keys.hpp"
#include "core/sealing/pepper.hpp"

namespace frikort::core::sealing {

// What one kiosk keeps for itself while nobody has signed in: as safe as its pepper, and no safer. For a
// purpose of its own, under which alone it opens.
base::Bytes seal_for_machine(const Pepper&, base::BytesView purpose, base::BytesView plain, base::Chance&);
// Nothing for another machine's, for another purpose, or when a byte was touched.
std::optional<Secret> open_for_machine(const Pepper&, base::BytesView purpose, base::BytesView sealed);

// Kept behind a key: tells that the key is as it was written, and nothing else of it.
using KeyCheck = base::Name<struct KeyCheckTag, 16>;
KeyCheck check_of(base::BytesView key);

} // namespace frikort::core::sealing
