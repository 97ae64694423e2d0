// SPDX-License-Identifier: MPL-2.0
#include "core/store/disk/content.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "core/store/store.hpp"

namespace frikort::core::store::disk {

namespace {

// Not as disk::fail: that a file cannot be read has nothing to do with whether it may be written.
[[noreturn]] void fail(int system_error, const std::filesystem::path& name)
{
    throw StoreFailure{StoreFailure::Kind::other,
                       name.native() + " cannot be read: " + std::generic_category().message(system_error)};
}

struct Opened {
    ~Opened() { ::close(file); }
    int file;
};

} // namespace

base::Bytes content(int opened, const std::filesystem::path& name)
{
    constexpr std::size_t piece = 64 * 1024;
    base::Bytes all;
    for (std::size_t at = 0;;) {
        all.resize(at + piece);
        const auto some = ::pread(opened, all.data() + at, piece, static_cast<off_t>(at));
        if (some < 0 && errno == EINTR) continue;
        if (some < 0) fail(errno, name);
        at += static_cast<std::size_t>(some);
        all.resize(at);
        if (some == 0) return all;
    }
}

base::Bytes content(const std::filesystem::path& file)
{
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        const int failed = errno;
        std::error_code none;
        const bool is_none = !std::filesystem::exists(std::filesystem::symlink_status(file, none));
        if (failed == ENOENT && is_none) return {}; // and no link that leads nowhere
        fail(failed, file);
    }
    const Opened closing{opened};
    return content(opened, file);
}

} // namespace frikort::core::store::disk
