// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/quota.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace frikort::sync::central::api {

using core::records::DeviceId;
using core::store::Seconds;
using std::chrono::seconds;

namespace {

constexpr double day = seconds{std::chrono::days{1}}.count();

} // namespace

Quota::Quota(std::uint64_t bytes_a_day) : a_day_{static_cast<double>(std::max<std::uint64_t>(bytes_a_day, 1))}
{
}

// While a clock is set back nothing wears off, and from then on all does again.
void Quota::wear_off(Brought& brought, Seconds now) const
{
    const auto passed = static_cast<double>(std::max(now - brought.at, seconds{0}).count());
    brought = {std::max(brought.bytes - a_day_ / day * passed, 0.0), now};
}

std::optional<seconds> Quota::wait(const DeviceId& kiosk, Seconds now)
{
    const std::lock_guard lock{mutex_};
    const auto known = brought_.find(kiosk);
    if (known == brought_.end()) return std::nullopt;
    wear_off(known->second, now);
    const auto over = known->second.bytes - a_day_;
    if (over < 0) return std::nullopt;
    return seconds{static_cast<std::int64_t>(std::ceil(over / a_day_ * day))} + pause;
}

void Quota::brought(const DeviceId& kiosk, std::uint64_t bytes, Seconds now)
{
    const std::lock_guard lock{mutex_};
    auto& known = brought_[kiosk];
    wear_off(known, now);
    known.bytes += static_cast<double>(bytes);
}

} // namespace frikort::sync::central::api
