// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/centre_root.hpp"
#include "core/actions/join_centre.hpp"
#include "core/actions/our_centre.hpp"
#include "core/base/must.hpp"
#include "sync/agent/follow.hpp"
#include "sync/central/api/comparing.hpp"
#include "tests/sync/support/world.hpp"

// Kiosks that leaders set up, and the office that has them on the telephone.
namespace frikort::tests {

struct Friday : core::base::Clock {
    core::base::Date today() const override { return *core::base::Date::from(2025, 11, 21); }
    bool trusted() const override { return true; }
    std::chrono::milliseconds running() const override { return {}; }
};

// A kiosk with staff who set it up; at a centre that nobody compared.
struct LedKiosk : Kiosk {
    LedKiosk(std::uint64_t seed, Central& central, const std::string& centre = "Værestedet Havnen")
        : Kiosk{seed, central}, own_chance{seed + 100}, machine{core::sealing::SigningKey::from_seed(
                                                                    key.seed()),
                                                                core::sealing::Pepper::random(own_chance),
                                                                own_chance,
                                                                std::nullopt,
                                                                std::nullopt,
                                                                {std::size_t{8} << 10, 1}},
          place{enrol_at_uncompared(central, centre)}
    {
    }
    core::people::SetUpCode invited() { return *core::actions::invite_set_up(store, machine, place.stream); }
    core::base::Result<core::actions::Founded, core::actions::NotDone> try_to_set_up()
    {
        return core::actions::set_up_centre(store, machine, invited(), "Lone",
                                            core::people::StaffCode::typed("sorte svaner"),
                                            core::people::CentreCard::make(own_chance), clock);
    }
    core::base::Result<void, core::actions::NotDone> join(const core::people::CentreCard& card)
    {
        return core::actions::join_centre(store, machine, invited(), card, clock);
    }
    // The centre card. The kiosk has told of its keys.
    core::people::CentreCard set_up()
    {
        auto founded = try_to_set_up();
        core::base::must(founded.has_value());
        round();
        return founded->card;
    }
    // What the leader reads out.
    core::sealing::Fingerprint number() { return *core::actions::fingerprint_here(*store.begin()); }

    SeededChance own_chance;
    core::actions::Kiosk machine;
    Friday clock;
    sync::agent::Place place;
};

inline auto telephone(Central& central, const core::sealing::Fingerprint& read_out,
                      const std::string& centre = "Værestedet Havnen")
{
    return sync::central::api::compare(central.store, centre, read_out, central.clock.now());
}

} // namespace frikort::tests
