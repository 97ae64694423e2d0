// SPDX-License-Identifier: MPL-2.0
#include "kiosk/cards/new_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace frikort::kiosk::cards {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error)
{
    throw std::system_error{error, std::generic_category(), path.native()};
}

// The error, or 0.
int write_all(int file, std::string_view content)
{
    while (!content.empty()) {
        const auto written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

} // namespace

void write_new(const std::filesystem::path& path, std::string_view content)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) fail(path, errno);
    int error = write_all(file, content);
    if (::close(file) != 0 && error == 0) error = errno;
    if (error == 0) return;
    ::unlink(path.c_str());
    fail(path, error);
}

} // namespace frikort::kiosk::cards
