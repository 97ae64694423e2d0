// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/fault_handle.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace frikort::tests::sim {

using core::base::Byte;

namespace {

int read(sqlite3_file* opened, void* to, int size, sqlite3_int64 from)
{
    const auto& handle = FaultHandle::of(opened);
    if (!handle.machine->power.is_on()) return SQLITE_IOERR_READ;
    const auto& bytes = handle.file->bytes();
    const auto wanted = static_cast<std::size_t>(size);
    const auto at = std::min(static_cast<std::size_t>(from), bytes.size());
    const auto there = std::min(wanted, bytes.size() - at);
    if (there > 0) std::memcpy(to, bytes.data() + at, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<Byte*>(to) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* opened, const void* from, int size, sqlite3_int64 at)
{
    auto& handle = FaultHandle::of(opened);
    if (handle.machine->full) return SQLITE_FULL;
    if (const int cut = handle.writes(); cut != SQLITE_OK) return cut;
    handle.file->write(static_cast<std::size_t>(at),
                       {static_cast<const Byte*>(from), static_cast<std::size_t>(size)});
    return SQLITE_OK;
}

int truncate(sqlite3_file* opened, sqlite3_int64 size)
{
    auto& handle = FaultHandle::of(opened);
    if (const int cut = handle.writes(); cut != SQLITE_OK) return cut;
    handle.file->truncate(static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int sync(sqlite3_file* opened, int)
{
    auto& handle = FaultHandle::of(opened);
    if (const int cut = handle.writes(); cut != SQLITE_OK) return cut;
    if (!handle.machine->lies) handle.file->sync();
    return SQLITE_OK;
}

int map_shared(sqlite3_file* opened, int region, int size, int extend, void volatile** mapped)
{
    auto& shared = FaultHandle::of(opened).file->shared[region];
    if (!shared && extend != 0) {
        shared = std::make_unique<core::base::Bytes>(static_cast<std::size_t>(size));
    }
    *mapped = shared ? shared->data() : nullptr;
    return SQLITE_OK;
}

int unmap_shared(sqlite3_file* opened, int remove)
{
    if (remove != 0) FaultHandle::of(opened).file->shared.clear();
    return SQLITE_OK;
}

sqlite3_io_methods methods()
{
    sqlite3_io_methods all{};
    all.iVersion = 2;
    all.xClose = [](sqlite3_file* opened) -> int {
        FaultHandle::of(opened).let_go();
        FaultHandle::of(opened).~FaultHandle();
        return SQLITE_OK;
    };
    all.xRead = read;
    all.xWrite = write;
    all.xTruncate = truncate;
    all.xSync = sync;
    all.xFileSize = [](sqlite3_file* opened, sqlite3_int64* size) -> int {
        *size = static_cast<sqlite3_int64>(FaultHandle::of(opened).file->bytes().size());
        return SQLITE_OK;
    };
    all.xLock = [](sqlite3_file* opened, int wanted) -> int { return FaultHandle::of(opened).lock(wanted); };
    all.xUnlock = [](sqlite3_file* opened, int left) -> int { return FaultHandle::of(opened).unlock(left); };
    all.xCheckReservedLock = [](sqlite3_file* opened, int* is) -> int {
        *is = FaultHandle::of(opened).file->reserved != nullptr ? 1 : 0;
        return SQLITE_OK;
    };
    all.xFileControl = [](sqlite3_file*, int, void*) -> int { return SQLITE_NOTFOUND; };
    all.xSectorSize = [](sqlite3_file*) -> int { return 512; };
    all.xDeviceCharacteristics = [](sqlite3_file*) -> int { return 0; }; // promises nothing
    all.xShmMap = map_shared;
    all.xShmLock = [](sqlite3_file* opened, int first, int count, int how) -> int {
        return FaultHandle::of(opened).lock_shared_memory(first, count, how);
    };
    all.xShmBarrier = [](sqlite3_file*) {};
    all.xShmUnmap = unmap_shared;
    return all;
}

} // namespace

void FaultHandle::open(sqlite3_file* room, std::shared_ptr<FaultFile> file, FaultFiles& machine)
{
    static const sqlite3_io_methods all = methods();
    auto* const handle = new (room) FaultHandle;
    handle->pMethods = &all;
    handle->file = std::move(file);
    handle->machine = &machine;
}

int FaultHandle::writes() const
{
    return machine->power.write() == Power::Write::is_lost ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

int FaultHandle::lock(int wanted)
{
    if (wanted <= level) return SQLITE_OK;
    auto& held = file->reading;
    if (held.alone != nullptr && held.alone != this) return SQLITE_BUSY;
    if (level == SQLITE_LOCK_NONE) ++held.sharing;
    level = std::max(level, SQLITE_LOCK_SHARED);
    if (wanted == SQLITE_LOCK_SHARED) return SQLITE_OK;
    if (file->reserved != nullptr && file->reserved != this) return SQLITE_BUSY;
    if (wanted == SQLITE_LOCK_EXCLUSIVE) {
        if (held.sharing > 1) return SQLITE_BUSY;
        held.alone = this;
    }
    file->reserved = this;
    level = wanted;
    return SQLITE_OK;
}

int FaultHandle::unlock(int left)
{
    if (left < SQLITE_LOCK_EXCLUSIVE && file->reading.alone == this) file->reading.alone = nullptr;
    if (left < SQLITE_LOCK_RESERVED && file->reserved == this) file->reserved = nullptr;
    if (left == SQLITE_LOCK_NONE && level > SQLITE_LOCK_NONE) --file->reading.sharing;
    level = std::min(level, left);
    return SQLITE_OK;
}

int FaultHandle::lock_shared_memory(int first, int count, int how)
{
    const bool alone = (how & SQLITE_SHM_EXCLUSIVE) != 0;
    const bool lock = (how & SQLITE_SHM_LOCK) != 0;
    for (int i = first; lock && i < first + count; ++i) {
        const auto& place = file->places[i];
        if (place.alone != nullptr && place.alone != this) return SQLITE_BUSY;
        if (alone && place.sharing > (shares[i] ? 1 : 0)) return SQLITE_BUSY;
    }
    for (int i = first; i < first + count; ++i) {
        auto& place = file->places[i];
        if (alone) {
            if (lock || place.alone == this) place.alone = lock ? this : nullptr;
        } else if (shares[i] != lock) {
            shares[i] = lock;
            place.sharing += lock ? 1 : -1;
        }
    }
    return SQLITE_OK;
}

void FaultHandle::let_go()
{
    unlock(SQLITE_LOCK_NONE);
    lock_shared_memory(0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK | SQLITE_SHM_SHARED);
    lock_shared_memory(0, SQLITE_SHM_NLOCK, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
}

} // namespace frikort::tests::sim
