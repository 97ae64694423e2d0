// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "core/store/store.hpp"

// What the operating system says about files, as the failures of a store.
namespace frikort::core::store::disk {

// ENOSPC, EDQUOT and EFBIG are full; EACCES, EPERM and EROFS are read_only; everything else is other.
StoreFailure::Kind kind_of(int system_error);
[[noreturn]] void fail(int system_error, const char* doing);

// Makes an empty file for its owner alone, unless there is a file.
void make_file(const std::filesystem::path&);

// Waits until a file, or the names in a folder, survive a power cut.
void sync(const std::filesystem::path&);

} // namespace frikort::core::store::disk
