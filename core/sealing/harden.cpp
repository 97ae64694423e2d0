// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/harden.hpp"

#include <array>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace frikort::core::sealing {

namespace {

bool without_core_dumps()
{
    const rlimit none{0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0;
}

bool without_tracing()
{
#if defined(__SANITIZE_ADDRESS__)
    return false; // its leak check traces the program itself, and fails it when it cannot
#else
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#endif
}

bool memory_locks()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_MEMLOCK, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_MEMLOCK, &limit);
    }
    std::array<char, 4096> probe{};
    const bool locks = mlock(probe.data(), probe.size()) == 0;
    if (locks) munlock(probe.data(), probe.size());
    return locks;
}

} // namespace

Hardened harden() { return {without_core_dumps(), without_tracing(), memory_locks()}; }

} // namespace frikort::core::sealing
