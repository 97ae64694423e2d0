// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/sha256.hpp"

#include <sodium.h>

#include "core/base/must.hpp"

namespace frikort::core::sealing {

Sha256 sha256(base::BytesView bytes)
{
    Sha256 digest;
    base::must(crypto_hash_sha256(digest.bytes.data(), bytes.data(), bytes.size()) == 0);
    return digest;
}

} // namespace frikort::core::sealing
