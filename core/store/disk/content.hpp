// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "core/base/bytes.hpp"

namespace frikort::core::store::disk {

// All that stands in a file; nothing where there is no file. Throws StoreFailure other, which names it, where
// it cannot be read: that is not an empty one.
base::Bytes content(const std::filesystem::path&);
// The same of one that is open, from its beginning.
base::Bytes content(int opened, const std::filesystem::path& name);

} // namespace frikort::core::store::disk
