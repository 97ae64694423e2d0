// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/disks.hpp"

namespace frikort::tests::sim {

std::unique_ptr<Disks> sqlite_disks(std::uint64_t) { return memory_disks(); }

} // namespace frikort::tests::sim
