// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "core/store/data_folder.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

// The last record this machine wrote itself, noted beside the database ("written") after each commit: when
// the database is damaged, or lost its log, one knows which numbers were given out. The note is not waited
// for: it outlives the program, and after a power cut it may lag behind, never run ahead.
struct Written {
    records::DeviceId device;
    Records::Tip tip;
};

// Nothing where there is none, or none that can be read.
std::optional<Written> read_written(const DataFolder&);

class WrittenNote {
public:
    // Makes the file with the first note.
    explicit WrittenNote(const DataFolder&);
    ~WrittenNote();
    WrittenNote(const WrittenNote&) = delete;
    WrittenNote& operator=(const WrittenNote&) = delete;
    // What cannot be noted is not: the database is what counts.
    void keep(const Written&) noexcept;

private:
    std::filesystem::path path_;
    int file_ = -1;
};

} // namespace frikort::core::store
