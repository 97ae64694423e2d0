// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

#include "core/records/record.hpp"
#include "core/store/central.hpp"

namespace frikort::sync::central::api {

// How much that is new each kiosk may bring in a day, so that one whose key somebody took does not fill the
// server's disk before anybody notices. What was brought wears off evenly over a day, so a kiosk that comes
// back after months brings a whole day's at once. Kept in memory: a new start forgets it, and each process of
// several counts for itself. From any thread.
class Quota {
public:
    // Some 270,000 entries.
    static constexpr std::uint64_t standard = std::uint64_t{256} << 20U; // bytes a day
    // Who brought too much comes again this much later at the soonest.
    static constexpr std::chrono::minutes pause{15};

    explicit Quota(std::uint64_t bytes_a_day);
    // How long this kiosk is to wait; nothing when it may bring more now. What it then brings may go beyond
    // the day's by one batch.
    std::optional<std::chrono::seconds> wait(const core::records::DeviceId&, core::store::Seconds now);
    void brought(const core::records::DeviceId&, std::uint64_t bytes, core::store::Seconds now);

private:
    struct Brought {
        double bytes = 0; // that have not worn off
        core::store::Seconds at{};
    };
    void wear_off(Brought&, core::store::Seconds now) const;

    double a_day_;
    std::mutex mutex_;
    std::map<core::records::DeviceId, Brought> brought_; // only of kiosks that proved who they are
};

} // namespace frikort::sync::central::api
