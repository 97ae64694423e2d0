// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/store/data_folder.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

// A kiosk's store in one SQLite file, "kiosk.db". What is committed survives a power cut (WAL,
// synchronous=FULL).
class SqliteStore final : public Store {
public:
    // The program's first store looks the whole file over and brings its schema up to date; a further one,
    // for another thread, needs neither.
    enum class Opening { first, further };

    // The folder must outlive the store. Throws StoreFailure: damaged, foreign or newer (and then the file
    // is left as it was), read_only, full, in_use, other.
    explicit SqliteStore(const DataFolder&, Opening = Opening::first);
    ~SqliteStore() override;

    // Throws StoreFailure, in_use when another store of this folder did not end its Work in five seconds.
    std::unique_ptr<Work> begin() override;

private:
    class File;
    class Task;
    std::unique_ptr<File> file_;
};

} // namespace frikort::core::store
