// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/sim/disk.hpp"

namespace frikort::tests::sim {

std::unique_ptr<Disks> memory_disks();
// On files that stand in memory, behind a VFS that loses and tears what was not synced.
std::unique_ptr<Disks> sqlite_disks(std::uint64_t seed);

} // namespace frikort::tests::sim
