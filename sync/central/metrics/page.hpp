// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/store/central.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/kiosk_state.hpp"
#include "sync/central/metrics/meter.hpp"
#include "sync/central/metrics/process.hpp"
#include "sync/central/standbys.hpp"

namespace frikort::sync::central::metrics {

// What the database says, summed up over everybody.
struct House {
    std::map<KioskState, std::uint64_t> kiosks;
    core::store::Kiosk::Told told; // of kiosks that are not revoked
    std::uint64_t counter = 0;     // of the record taken last
    std::uint64_t quarantined = 0;
    std::string epoch; // never shown
};
House house_in(const core::store::CentralWork&, core::store::Seconds now);

struct Readings {
    http::Counts http;
    Process process;
    std::optional<House> house; // nothing while the database is out of reach
    core::store::Seconds epoch_seen{};
    std::optional<Replicas> replicas; // PostgreSQL's
};

// Everything, for Prometheus. Sums and closed sets of labels only: nothing that tells one kiosk, centre or
// citizen from another.
std::string page(const Meter&, const Readings&);

} // namespace frikort::sync::central::metrics
