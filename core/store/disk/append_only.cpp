// SPDX-License-Identifier: MPL-2.0
#include "core/store/disk/append_only.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/disk/content.hpp"
#include "core/store/disk/disk.hpp"

namespace frikort::core::store::disk {

AppendOnly::AppendOnly(std::filesystem::path path) : path_{std::move(path)}
{
    std::error_code none;
    const bool is_new = !std::filesystem::exists(std::filesystem::symlink_status(path_, none));
    opened_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (opened_ < 0) fail(errno, "opening a file that grows");
    while (::flock(opened_, LOCK_EX) != 0) {
        if (errno == EINTR) continue;
        const int failed = errno;
        ::close(opened_);
        fail(failed, "holding a file that grows");
    }
    if (is_new) sync(path_.parent_path());
}

AppendOnly::~AppendOnly() { ::close(opened_); }

std::size_t AppendOnly::size() const
{
    struct ::stat found {};
    if (::fstat(opened_, &found) != 0) fail(errno, "looking at a file that grows");
    return static_cast<std::size_t>(found.st_size);
}

base::Bytes AppendOnly::content() const { return disk::content(opened_, path_); }

void AppendOnly::add(std::size_t whole, base::BytesView bytes) const
{
    if (::ftruncate(opened_, static_cast<off_t>(whole)) != 0) fail(errno, "writing to a file that grows");
    for (std::size_t written = 0; written < bytes.size();) {
        const auto some = ::pwrite(opened_, bytes.data() + written, bytes.size() - written,
                                   static_cast<off_t>(whole + written));
        if (some < 0 && errno != EINTR) fail(errno, "writing to a file that grows");
        if (some > 0) written += static_cast<std::size_t>(some);
    }
    if (::fsync(opened_) != 0) fail(errno, "syncing a file that grows");
}

} // namespace frikort::core::store::disk
