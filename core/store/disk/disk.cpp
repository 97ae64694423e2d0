// SPDX-License-Identifier: MPL-2.0
#include "core/store/disk/disk.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace frikort::core::store::disk {

StoreFailure::Kind kind_of(int system_error)
{
    switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return StoreFailure::Kind::full;
    case EACCES:
    case EPERM:
    case EROFS:
        return StoreFailure::Kind::read_only;
    default:
        return StoreFailure::Kind::other;
    }
}

void fail(int system_error, const char* doing)
{
    throw StoreFailure{kind_of(system_error),
                       std::string{doing} + ": " + std::generic_category().message(system_error)};
}

void make_file(const std::filesystem::path& path)
{
    const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
    } else if (errno != EEXIST) {
        fail(errno, "making a file");
    }
}

void sync(const std::filesystem::path& path)
{
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) fail(errno, "opening to sync");
    const int failed = ::fsync(opened) == 0 ? 0 : errno;
    ::close(opened);
    if (failed != 0) fail(failed, "syncing");
}

} // namespace frikort::core::store::disk
