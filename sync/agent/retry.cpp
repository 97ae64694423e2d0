// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/retry.hpp"

#include <algorithm>
#include <array>

namespace frikort::sync::agent {

using std::chrono::milliseconds;

namespace {

constexpr int most_doublings = 20;

} // namespace

milliseconds Retry::within(milliseconds least, milliseconds most)
{
    std::array<core::base::Byte, 4> bytes{};
    chance_.fill(bytes);
    const auto drawn = core::base::ByteReader{bytes}.u32();
    const auto part = static_cast<double>(drawn) / 4294967296.0;
    return least +
           milliseconds{static_cast<std::int64_t>(part * static_cast<double>((most - least).count()))};
}

milliseconds Retry::after(const Outcome& outcome)
{
    milliseconds pause{0};
    switch (outcome.end) {
    case End::done:
    case End::not_enrolled:
    case End::stopped:
        failures_ = 0;
        pause = within(pace_.every * 4 / 5, pace_.every * 6 / 5);
        break;
    case End::turned_away:
    case End::frozen:
    case End::too_old:
        pause = within(pace_.longest_retry / 2, pace_.longest_retry);
        break;
    case End::no_server:
    case End::not_understood:
    case End::busy:
    case End::disk_failed: {
        const auto doubled = pace_.first_retry * (std::int64_t{1} << std::min(failures_++, most_doublings));
        const auto most = std::min(doubled, pace_.longest_retry);
        pause = within(most / 2, most);
    }
    }
    if (!outcome.wait) return pause;
    return std::max(pause, within(*outcome.wait, *outcome.wait * 5 / 4));
}

} // namespace frikort::sync::agent
