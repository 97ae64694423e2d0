// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/standing.hpp"

#include "sync/agent/memory.hpp"

namespace frikort::sync::agent {

Standing standing(core::store::Work& work)
{
    using core::store::Delivery;
    const Memory memory{work};
    return {work.outbox().count(Delivery::waiting), work.outbox().count(Delivery::rejected), memory.centre(),
            memory.contact()};
}

} // namespace frikort::sync::agent
