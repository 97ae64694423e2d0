// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/records/record.hpp"
#include "tests/sim/kiosk.hpp"

namespace frikort::tests::sim {

// A record of which somebody was told "it is saved".
struct Promise {
    core::records::Header header;
    core::records::Hash hash;
    core::base::Bytes piece; // of its sealed body, to be looked for where it must not stand
    std::size_t kiosk = 0;
    enum class Wish { taken, refused } wish = Wish::taken; // what the server is to make of it
    bool disk_lost = false;                                // its kiosk's disk went back to a time before it
};

// What people were told, beside what the machines believe.
class Ledger {
public:
    using Wish = Promise::Wish;
    // All that this kiosk wrote since it was heard last, was confirmed.
    void confirm(Kiosk&, Wish = Wish::taken);
    // Whatever it wrote since then, nobody was told of.
    void pass_over(Kiosk& kiosk) { heard_of(kiosk) = kiosk.tip(); }
    // The disk of this kiosk went back, or what it wrote belongs to another machine as well.
    void disk_went_back(Kiosk&);
    bool is_forgotten(const core::base::Id&) const;

    const std::vector<Promise>& promises() const { return promises_; }

private:
    std::uint64_t& heard_of(const Kiosk& kiosk) { return heard_[{kiosk.index(), kiosk.device()}]; }

    std::vector<Promise> promises_;
    std::map<std::pair<std::size_t, core::records::DeviceId>, std::uint64_t> heard_;
};

} // namespace frikort::tests::sim
