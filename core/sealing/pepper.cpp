// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/pepper.hpp"

namespace frikort::core::sealing {

Pepper Pepper::random(base::Chance& chance) { return Pepper{Secret::random(size, chance)}; }

std::optional<Pepper> Pepper::from(base::BytesView bytes)
{
    if (bytes.size() != size) return std::nullopt;
    return Pepper{Secret::copy_of(bytes)};
}

} // namespace frikort::core::sealing
