// SPDX-License-Identifier: MPL-2.0
#include "core/store/scratch.hpp"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/bytes.hpp"

namespace frikort::core::store {

namespace {

// As well as it can be done: a disk that fails is no reason to keep the file.
void wipe(const std::filesystem::path& file) noexcept
{
    const int opened = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (opened < 0) return;
    static constexpr std::array<base::Byte, 64 * 1024> zeros{};
    const auto size = ::lseek(opened, 0, SEEK_END);
    for (off_t at = 0; at < size;) {
        const auto some = std::min<off_t>(size - at, static_cast<off_t>(zeros.size()));
        const auto written = ::pwrite(opened, zeros.data(), static_cast<std::size_t>(some), at);
        if (written <= 0) break;
        at += written;
    }
    ::fdatasync(opened);
    ::close(opened);
}

void empty(const std::filesystem::path& folder) noexcept
{
    std::error_code error;
    std::filesystem::directory_iterator entry{folder, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        std::error_code none;
        if (entry->path().filename() == "lock") continue;
        if (entry->is_regular_file(none)) wipe(entry->path());
        std::filesystem::remove_all(entry->path(), none);
    }
}

} // namespace

Scratch::Scratch(std::filesystem::path path)
{
    held_.emplace(std::move(path));
    empty(held_->path());
}

Scratch::~Scratch()
{
    const auto path = held_->path();
    empty(path);
    std::error_code error;
    std::filesystem::remove(path / "lock", error);
    std::filesystem::remove(path, error);
}

} // namespace frikort::core::store
