// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/standing.hpp"

#include "sync/agent/memory.hpp"

namespace frikort::sync::agent {

Standing standing(core::store::Work& work)
{
    using core::store::Delivery;
    const Memory memory{work};
    return {work.outbox().count(Delivery::waiting),
            work.outbox().count(Delivery::rejected),
            memory.centre(),
            memory.contact(),
            memory.trouble(),
            memory.differing(),
            memory.compared(),
            memory.heard_all()};
}

std::vector<Refused> refused(core::store::Work& work, std::size_t most)
{
    std::vector<Refused> list;
    for (const auto& record : work.outbox().rejected(most)) {
        const auto header = core::records::decode_header(record.header);
        list.push_back({header->number, work.outbox().standing(header->id)->reason});
    }
    return list;
}

void offer_refused_again(core::store::Work& work)
{
    const auto all = work.outbox().count(core::store::Delivery::rejected);
    for (const auto& record : work.outbox().rejected(static_cast<std::size_t>(all))) {
        const auto header = core::records::decode_header(record.header);
        work.outbox().mark(header->id, core::store::Delivery::waiting, "");
    }
}

} // namespace frikort::sync::agent
