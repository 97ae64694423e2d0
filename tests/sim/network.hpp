// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <vector>

#include "tests/sim/faults.hpp"

namespace frikort::tests::sim {

// What becomes of one request and its answer on their way.
struct Fate {
    Moment there{0};
    Moment back{0};
    bool request_lost = false;
    bool answer_lost = false;
    bool cut = false;
    std::optional<Moment> again;  // the same request arrives once more, so much later
    std::optional<int> by_others; // somebody else answers: the status of a page
};

// The ways between kiosks and server, as bad as the faults make them.
class Network {
public:
    Network(std::uint64_t seed, const std::vector<Fault>& faults);
    // Of a request that leaves a kiosk now.
    Fate fate(std::size_t kiosk, Moment now);
    // All that is wrong is over.
    void heal() { faults_.clear(); }

    // Who waits for an answer does not wait longer.
    static constexpr Moment patience{20'000};

private:
    void apply(const Fault&, std::size_t kiosk, Fate&);
    std::vector<Fault> faults_;
    Draw draw_;
};

} // namespace frikort::tests::sim
