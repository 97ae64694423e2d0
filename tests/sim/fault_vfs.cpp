// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cstring>

#include <sqlite3.h>

#include "core/base/must.hpp"
#include "tests/sim/fault_handle.hpp"

namespace frikort::tests::sim {

struct FaultVfs::Hidden {
    explicit Hidden(std::uint64_t seed) : draw{seed, "sqlite"} {}
    std::map<std::string, FaultFiles*> machines; // by folder
    Draw draw;
    sqlite3_vfs vfs{};

    FaultFiles* machine_of(const std::string& path) const
    {
        for (const auto& [folder, files] : machines)
            if (path.starts_with(folder)) return files;
        return nullptr;
    }
    static Hidden& of(sqlite3_vfs* vfs) { return *static_cast<Hidden*>(vfs->pAppData); }
};

namespace {

constexpr const char* vfs_name = "frikort-faults";
constexpr sqlite3_int64 a_moment = 212'630'000'000'000; // some day; nobody asks SQLite for the time

} // namespace

FaultVfs::FaultVfs(std::uint64_t seed) : hidden_{std::make_unique<Hidden>(seed)}
{
    auto& vfs = hidden_->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(FaultHandle);
    vfs.mxPathname = 512;
    vfs.zName = vfs_name;
    vfs.pAppData = hidden_.get();
    vfs.xOpen = [](sqlite3_vfs* self, const char* name, sqlite3_file* opened, int flags, int* given) -> int {
        opened->pMethods = nullptr;
        const std::string path = name == nullptr ? "" : name;
        auto* const machine = Hidden::of(self).machine_of(path);
        if (machine == nullptr || !machine->power.is_on()) return SQLITE_CANTOPEN;
        auto& file = machine->files[path];
        if (!file) file = std::make_shared<FaultFile>();
        FaultHandle::open(opened, file, *machine);
        if (given != nullptr) *given = flags;
        return SQLITE_OK;
    };
    vfs.xDelete = [](sqlite3_vfs* self, const char* name, int) -> int {
        auto* const machine = Hidden::of(self).machine_of(name);
        if (machine == nullptr || !machine->power.is_on()) return SQLITE_IOERR_DELETE;
        return machine->files.erase(name) == 0 ? SQLITE_IOERR_DELETE_NOENT : SQLITE_OK;
    };
    vfs.xAccess = [](sqlite3_vfs* self, const char* name, int, int* there) -> int {
        const auto* const machine = Hidden::of(self).machine_of(name);
        *there = machine != nullptr && machine->files.contains(name) ? 1 : 0;
        return SQLITE_OK;
    };
    vfs.xFullPathname = [](sqlite3_vfs*, const char* name, int size, char* full) -> int {
        if (std::strlen(name) >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
        std::memcpy(full, name, std::strlen(name) + 1);
        return SQLITE_OK;
    };
    vfs.xRandomness = [](sqlite3_vfs* self, int size, char* random) -> int {
        for (int i = 0; i < size; ++i) random[i] = static_cast<char>(Hidden::of(self).draw.next());
        return size;
    };
    vfs.xSleep = [](sqlite3_vfs*, int) -> int { return 0; };
    vfs.xGetLastError = [](sqlite3_vfs*, int, char*) -> int { return 0; };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* time) -> int {
        *time = a_moment;
        return SQLITE_OK;
    };
    core::base::must(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
    sqlite3_randomness(0, nullptr); // the library's own numbers come from here, from now on
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&hidden_->vfs); }

void FaultVfs::add(const std::string& folder, FaultFiles& files) { hidden_->machines[folder] = &files; }

void FaultVfs::remove(const std::string& folder) { hidden_->machines.erase(folder); }

} // namespace frikort::tests::sim
