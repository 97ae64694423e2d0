// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <filesystem>

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests::crash {

// Tells at once that somebody wrote in a file.
class WrittenFile {
public:
    explicit WrittenFile(const std::filesystem::path& file)
    {
        core::base::must(told_ >= 0 && ::inotify_add_watch(told_, file.c_str(), IN_MODIFY) >= 0);
    }
    ~WrittenFile() { ::close(told_); }
    WrittenFile(const WrittenFile&) = delete;
    WrittenFile& operator=(const WrittenFile&) = delete;

    // Forgets what was written until now.
    void forget() const
    {
        while (::read(told_, events_.data(), events_.size()) > 0) {
        }
    }
    // False when nobody writes for so many milliseconds.
    bool wait(int at_most) const
    {
        pollfd told{told_, POLLIN, 0};
        if (::poll(&told, 1, at_most) <= 0) return false;
        forget();
        return true;
    }

private:
    int told_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    mutable std::array<char, 4096> events_{};
};

} // namespace frikort::tests::crash
