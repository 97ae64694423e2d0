// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/store.hpp"

namespace frikort::core::store::sqlite {

// What an extended result code of SQLite means, with what the system said last (errno, or 0). The text names
// the code and nothing of the data.
StoreFailure failure(int code, int system_error);

} // namespace frikort::core::store::sqlite
