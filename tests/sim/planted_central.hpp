// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "sync/agent/transport.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/sim/clocks.hpp"
#include "tests/sim/plant.hpp"

namespace frikort::tests::sim {

// Stands before the server and makes it answer as one with a bug would.
class PlantedCentral {
public:
    using Reply = std::optional<sync::agent::Reply>;
    using Request = sync::agent::Request;
    using Handle = std::function<Reply(const Request&)>;

    PlantedCentral(Plant plant, const CentralClock& clock) : plant_{plant}, clock_{clock} {}
    Reply answer(const Request&, const Handle&);

private:
    using Id = core::records::Id;
    Reply overwritten(const Request&, const Handle&);
    Reply clock_for_order(const Request&, const Handle&);
    // A page without the records that `leave_out` names.
    static Reply page_without(Reply, const std::function<bool(const core::records::Header&)>& leave_out);

    Plant plant_;
    const CentralClock& clock_;
    std::map<Id, std::chrono::sys_seconds> received_;
    std::map<std::string, std::chrono::sys_seconds> read_; // by who asks, and stream
};

} // namespace frikort::tests::sim
