// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/sim/fault_files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::sim {

// A machine whose disk loses what was not synced.
struct Machine {
    explicit Machine(std::uint64_t seed) : vfs{seed}, draw{seed, "crash"}
    {
        vfs.add(folder.path().native() + "/", files);
    }
    void crash()
    {
        power.off();
        power.on();
        for (auto& [name, file] : files.files) file->crash(draw);
    }
    TemporaryFolder folder;
    FaultVfs vfs;
    Power power;
    FaultFiles files{power};
    Draw draw;
};

} // namespace frikort::tests::sim
