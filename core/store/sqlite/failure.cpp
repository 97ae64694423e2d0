// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/failure.hpp"

#include <sqlite3.h>

#include "core/store/disk/disk.hpp"

namespace frikort::core::store::sqlite {

namespace {

StoreFailure::Kind kind_of(int code, int system_error)
{
    switch (code & 0xff) { // the primary code
    case SQLITE_FULL:
        return StoreFailure::Kind::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return StoreFailure::Kind::read_only;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreFailure::Kind::in_use;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return StoreFailure::Kind::damaged;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return disk::kind_of(system_error);
    default:
        return StoreFailure::Kind::other;
    }
}

} // namespace

StoreFailure failure(int code, int system_error)
{
    auto text = "sqlite: " + std::string{sqlite3_errstr(code)} + " (" + std::to_string(code);
    if (system_error != 0) text += ", system " + std::to_string(system_error);
    return {kind_of(code, system_error), text + ")"};
}

} // namespace frikort::core::store::sqlite
