// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/base/bytes.hpp"

namespace frikort::core::store {

// True when this is an erase record that some generation of its notebook's keys signed. What stands in a file
// is believed no further than that: within a record anybody may have written what looks like another.
bool proves_itself(base::BytesView erasure);

// The append-only file of erase records beside a server's database, to be copied off the machine: a database
// from a backup does not know what was erased since (sync.md R17). Each entry is a sized whole record.
class Erasures {
public:
    explicit Erasures(std::filesystem::path file) : file_{std::move(file)} {}

    // They survive a power cut when it returns. Throws StoreFailure, and then the file is as it was or holds
    // them: that an erasure stands twice does no harm. Any thread.
    void keep(std::span<const base::Bytes> records) const;
    // As `keep`, but only those whose streams nothing in the file erases yet, or only by an older generation.
    void keep_missing(std::span<const base::Bytes> records) const;
    // All of them, the oldest first. An entry that a power cut left unfinished is not one; what lies behind
    // it, where two such files were put together, holds. Throws damaged for anything else that is not such a
    // file, and other where it cannot be read.
    std::vector<base::Bytes> all() const;

private:
    std::filesystem::path file_;
    // Its size where this program wrote it last, and knows it to be whole: it is not read each time.
    std::shared_ptr<std::atomic<std::size_t>> known_ = std::make_shared<std::atomic<std::size_t>>(0);
};

} // namespace frikort::core::store
