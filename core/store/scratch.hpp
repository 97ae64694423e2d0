// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/data_folder.hpp"

namespace frikort::core::store {

// A folder for what is needed for a while, its owner's alone: all in it is overwritten and gone with this
// object, and what a power cut left of an earlier one before it is used; its file "scratch" tells that one
// from anybody else's folder. One at a time has it. What a file system or a flash disk keeps of old blocks is
// outside.
class Scratch {
public:
    // Makes the folder, but not those above it. Throws as DataFolder does, and other where somebody's folder
    // holds something: that is left as it is.
    explicit Scratch(std::filesystem::path);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return held_->path(); }

private:
    Scratch() = default;
    std::optional<DataFolder> held_;
};

// Overwrites what a power cut left of every such folder in this one that nobody has any more, and the
// unfinished file beside it ("NAME.scratch", "NAME.part"). As well as it can be done.
void sweep_scratch(const std::filesystem::path& folder) noexcept;

} // namespace frikort::core::store
