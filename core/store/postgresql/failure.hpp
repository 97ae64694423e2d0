// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

#include "core/store/store.hpp"

namespace frikort::core::store::postgresql {

// What PostgreSQL refused, by its five-letter code (its manual, appendix A), as a failure of the store. Its
// own words are left out: they may hold data.
StoreFailure failure(std::string_view sqlstate);

// The connection went, or never came.
StoreFailure unreachable(std::string_view what);

} // namespace frikort::core::store::postgresql
