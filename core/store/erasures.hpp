// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "core/base/bytes.hpp"

namespace frikort::core::store {

// The append-only file of erase records beside a server's database, to be copied off the machine: a database
// from a backup does not know what was erased since (sync.md R17). Each entry is a sized whole record.
class Erasures {
public:
    explicit Erasures(std::filesystem::path file) : file_{std::move(file)} {}

    // They survive a power cut when it returns. Throws StoreFailure, and then the file is as it was or holds
    // them: that an erasure stands twice does no harm.
    void keep(std::span<const base::Bytes> records) const;
    // All of them, the oldest first. An entry that a power cut left unfinished is not one; what lies behind
    // it, where two such files were put together, holds. Throws damaged for anything else that is not such a
    // file, and other where it cannot be read.
    std::vector<base::Bytes> all() const;

private:
    std::filesystem::path file_;
};

} // namespace frikort::core::store
