// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/store/store.hpp"
#include "tests/sim/plant.hpp"

namespace frikort::tests::sim {

// A kiosk's ports with a bug in them.
class PlantedPorts {
public:
    virtual ~PlantedPorts() = default;
    virtual core::store::Records& records() = 0;
    virtual core::store::Outbox& outbox() = 0;
    virtual core::store::Cursors& cursors() = 0;
};
// Nothing when the bug, if any, is elsewhere.
std::unique_ptr<PlantedPorts> plant_ports(Plant, core::store::Work&);

} // namespace frikort::tests::sim
