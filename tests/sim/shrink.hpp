// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <vector>

#include "tests/sim/world.hpp"

namespace frikort::tests::sim {

// One world, run to its end.
Verdict verdict_on(const Settings&, const std::vector<Fault>&);

// The shortest list of these faults found with which the same promise is broken.
std::vector<Fault> shortest(const Settings&, std::vector<Fault> faults, const Broken&);

} // namespace frikort::tests::sim
