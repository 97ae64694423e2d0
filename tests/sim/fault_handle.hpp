// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <sqlite3.h>

#include "tests/sim/fault_files.hpp"

namespace frikort::tests::sim {

// One opening of one file, in the memory that SQLite gives it for that.
struct FaultHandle : sqlite3_file {
    std::shared_ptr<FaultFile> file;
    FaultFiles* machine = nullptr;
    int level = SQLITE_LOCK_NONE;
    bool shares[SQLITE_SHM_NLOCK] = {};

    static void open(sqlite3_file* room, std::shared_ptr<FaultFile>, FaultFiles&);
    static FaultHandle& of(sqlite3_file* opened) { return *static_cast<FaultHandle*>(opened); }

    int lock(int wanted);
    int unlock(int left);
    int lock_shared_memory(int first, int count, int how);
    void let_go();
    // A write is about to happen. SQLITE_OK when it does; the power may go with it or before it.
    int writes() const;
};

} // namespace frikort::tests::sim
