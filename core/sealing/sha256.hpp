// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"

namespace frikort::core::sealing {

// What others on the web call a digest (RFC 9530 "sha-256"). Our own digests are records::digest.
using Sha256 = base::Name<struct Sha256Tag, 32>;
Sha256 sha256(base::BytesView);

} // namespace frikort::core::sealing
