// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

namespace frikort::core::store {

// The folder in which one program keeps everything it has. Held by one process at a time: as long as this
// lives, nobody else gets it, not even in the same process. `main` owns it; all stores in it share it.
class DataFolder {
public:
    // Makes the folder when there is none, for its owner alone (0700), and takes it.
    // Throws StoreFailure: in_use (another process has it), read_only, full, other (somebody else may write
    // in it, or look into it and it holds something that is not ours; it belongs to another user and this is
    // root; it is no folder).
    explicit DataFolder(std::filesystem::path);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path file(const char* name) const { return path_ / name; }
    // Makes the names of new files in it survive a power cut.
    void sync() const;

private:
    std::filesystem::path path_;
    int lock_ = -1;
};

// Throws StoreFailure other for root in a folder of another user's.
void must_not_be_anothers(const std::filesystem::path& folder);

} // namespace frikort::core::store
