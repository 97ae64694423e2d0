// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/shrink.hpp"

#include <algorithm>

namespace frikort::tests::sim {

namespace {

bool still(const Settings& settings, const std::vector<Fault>& faults, const Broken& broken)
{
    const auto verdict = verdict_on(settings, faults);
    return verdict && verdict->promise == broken.promise;
}

std::vector<Fault> without(const std::vector<Fault>& faults, std::size_t from, std::size_t count)
{
    std::vector<Fault> rest;
    for (std::size_t i = 0; i < faults.size(); ++i)
        if (i < from || i >= from + count) rest.push_back(faults[i]);
    return rest;
}

} // namespace

Verdict verdict_on(const Settings& settings, const std::vector<Fault>& faults)
{
    World world{settings, faults};
    return world.run();
}

std::vector<Fault> shortest(const Settings& settings, std::vector<Fault> faults, const Broken& broken)
{
    for (auto part = faults.size(); part > 0;) {
        bool shorter = false;
        for (std::size_t from = 0; from < faults.size();) {
            auto rest = without(faults, from, part);
            if (still(settings, rest, broken)) {
                faults = std::move(rest);
                shorter = true;
            } else {
                from += part;
            }
        }
        if (!shorter || part > faults.size()) part = std::min(part / 2, faults.size());
    }
    return faults;
}

} // namespace frikort::tests::sim
