// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/disks.hpp"

namespace frikort::tests::sim {

std::unique_ptr<Disks> disks_of(Engine engine, std::uint64_t seed)
{
    return engine == Engine::memory ? memory_disks() : sqlite_disks(seed);
}

} // namespace frikort::tests::sim
