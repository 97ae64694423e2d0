// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "sync/agent/transport.hpp"
#include "tests/sim/central.hpp"
#include "tests/sim/network.hpp"

namespace frikort::tests::sim {

// The way from one kiosk to the server. While a request is on its way others go on.
class Link final : public sync::agent::Transport {
public:
    using Answer = core::base::Result<sync::agent::Reply, sync::agent::Unreachable>;

    Link(Timeline& time, Network& network, Central& central, Plant plant, core::store::Store& store,
         Power& power, std::size_t kiosk)
        : time_{time}, network_{network}, central_{central}, plant_{plant}, store_{store}, power_{power},
          kiosk_{kiosk}
    {
    }
    const std::string& authority() const override { return authority_; }
    Answer post(const sync::agent::Request&) override;
    void stop() override {}

    // With a device's key: as its program before this one would. Without: as it does now.
    void speak_as_before(const core::sealing::SigningKey* device) { before_ = device; }

private:
    Answer carry(const sync::agent::Request&);
    void arrives_later(Moment, const sync::agent::Request&);
    void plant_into(const sync::agent::Request&, sync::agent::Reply&);
    void keep_cursor_first(const sync::agent::Reply&);
    void change_state(sync::agent::Reply&);

    Timeline& time_;
    Network& network_;
    Central& central_;
    Plant plant_;
    core::store::Store& store_;
    Power& power_;
    std::size_t kiosk_;
    std::string authority_ = Central::authority;
    const core::sealing::SigningKey* before_ = nullptr;
    std::uint64_t highest_counter_ = 0; // of Plant::epoch_ignored
    std::uint64_t highest_number_ = 0;
};

} // namespace frikort::tests::sim
