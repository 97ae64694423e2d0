// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <csignal>

#include <sys/resource.h>

#include "core/base/must.hpp"

namespace frikort::tests {

// As long as it lives no file of this process can be written beyond its first byte (EFBIG), as on a full
// disk.
class FullDisk {
public:
    FullDisk() : handler_{std::signal(SIGXFSZ, SIG_IGN)}
    {
        core::base::must(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        auto full = before_;
        full.rlim_cur = 1;
        core::base::must(::setrlimit(RLIMIT_FSIZE, &full) == 0);
    }
    ~FullDisk()
    {
        core::base::must(::setrlimit(RLIMIT_FSIZE, &before_) == 0);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    void (*handler_)(int);
    rlimit before_{};
};

} // namespace frikort::tests
