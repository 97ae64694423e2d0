// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "core/base/bytes.hpp"

namespace frikort::core::store::disk {

// A file that only grows, made for its owner alone when there is none, held against every other process that
// would add to it until this ends. What a power cut left unfinished at its end goes with the next addition.
// Throws StoreFailure.
class AppendOnly {
public:
    explicit AppendOnly(std::filesystem::path);
    ~AppendOnly();
    AppendOnly(const AppendOnly&) = delete;
    AppendOnly& operator=(const AppendOnly&) = delete;

    std::size_t size() const; // bytes, now
    // What stands in it now.
    base::Bytes content() const;
    // Behind the first `whole` bytes. It survives a power cut when this returns.
    void add(std::size_t whole, base::BytesView) const;

private:
    std::filesystem::path path_;
    int opened_ = -1;
};

} // namespace frikort::core::store::disk
