// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/store.hpp"

namespace frikort::tests {

// Which failure of the world something ends with, if any.
template <class Deed>
std::optional<core::store::StoreFailure::Kind> failing(Deed deed)
{
    try {
        deed();
    } catch (const core::store::StoreFailure& failure) {
        return failure.kind;
    }
    return std::nullopt;
}

} // namespace frikort::tests
