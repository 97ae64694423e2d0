// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "core/base/bytes.hpp"

namespace frikort::core::store::disk {

// A file that is there whole or not at all: it is written as "NAME.part", for its owner alone, and gets its
// name when it is finished. What was not finished is gone with this object; after a power cut the next one
// begins it anew. Throws StoreFailure.
class PartFile {
public:
    // Throws other where there is such a file already: it is not written over.
    explicit PartFile(std::filesystem::path);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    void write(base::BytesView);
    // It survives a power cut when this returns.
    void finish();

private:
    void must_be_free() const;
    std::filesystem::path path_;
    std::filesystem::path part_;
    int opened_ = -1;
};

} // namespace frikort::core::store::disk
