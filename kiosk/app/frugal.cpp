// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/frugal.hpp"

#include <malloc.h>

namespace frikort::kiosk::app {

void give_memory_back_early() noexcept
{
    constexpr int large = 128 * 1024; // bytes; a fixed bound is also what stops glibc from learning
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, large);
}

} // namespace frikort::kiosk::app
