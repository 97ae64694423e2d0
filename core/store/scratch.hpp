// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/data_folder.hpp"

namespace frikort::core::store {

// A folder for what is needed for a while, its owner's alone: all in it is overwritten and gone with this
// object, and what a power cut left of an earlier one before it is used. One at a time has it. What a file
// system or a flash disk keeps of old blocks is outside.
class Scratch {
public:
    // Throws as DataFolder does.
    explicit Scratch(std::filesystem::path);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return held_->path(); }

private:
    std::optional<DataFolder> held_;
};

} // namespace frikort::core::store
