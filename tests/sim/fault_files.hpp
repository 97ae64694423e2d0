// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "tests/sim/draw.hpp"
#include "tests/sim/power.hpp"

namespace frikort::tests::sim {

// One file as a disk has it: what was synced, what was written since, and what a program reads.
class FaultFile {
public:
    const core::base::Bytes& bytes() const { return bytes_; }
    void write(std::size_t at, core::base::BytesView);
    void truncate(std::size_t size);
    void sync();
    // The power is gone: of what was not synced each sector is there, or not.
    void crash(Draw&);

    // Of SQLite's shared memory, which a crash forgets.
    std::map<int, std::unique_ptr<core::base::Bytes>> shared;

    // How many hold it how; of the database file, and of its shared memory's eight places.
    struct Held {
        int sharing = 0;
        const void* alone = nullptr;
    };
    Held reading;
    const void* reserved = nullptr;
    Held places[8];

private:
    // A sector, or a new size where there are no bytes.
    struct Change {
        std::size_t at = 0;
        core::base::Bytes bytes;
        bool cuts = false;
    };
    static void apply(core::base::Bytes&, const Change&);
    core::base::Bytes bytes_;
    core::base::Bytes synced_;
    std::vector<Change> unsynced_;
};

// The files of one machine.
struct FaultFiles {
    explicit FaultFiles(Power& its_power) : power{its_power} {}
    std::map<std::string, std::shared_ptr<FaultFile>> files; // by path
    Power& power;
    bool full = false;
    bool lies = false; // says that it synced, and did not (Plant::ack_before_commit)
};

// SQLite's way to the files of all machines of a process; the default one for as long as it lives. A path
// belongs to the machine whose folder it begins with. For one thread.
class FaultVfs {
public:
    explicit FaultVfs(std::uint64_t seed);
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    void add(const std::string& folder, FaultFiles&);
    void remove(const std::string& folder);

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::tests::sim
