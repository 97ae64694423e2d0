// SPDX-License-Identifier: MPL-2.0
#include "sync/central/metrics/site.hpp"

#include "core/store/store.hpp"
#include "sync/central/metrics/exposition.hpp"

namespace frikort::sync::central::metrics {

namespace {

http::Reply plain(int status, std::string_view content_type, std::string_view words)
{
    const auto bytes = core::base::view_of(words);
    return {status, std::string{content_type}, {bytes.begin(), bytes.end()}, {}};
}

} // namespace

http::Bounds MetricsSite::bounds() { return {.connections = 20, .waiting_requests = 8, .workers = 1}; }

Readings MetricsSite::read()
{
    Readings readings{server_.counts(), this_process(), std::nullopt, {}, std::nullopt};
    try {
        auto house = house_in(*store_.look(), clock_.now());
        readings.replicas = replicas_();
        readings.house = std::move(house);
    } catch (const core::store::StoreFailure&) {
        return readings;
    }
    const std::lock_guard lock{epoch_held_};
    if (readings.house->epoch != epoch_) {
        epoch_ = readings.house->epoch;
        epoch_seen_ = clock_.now();
    }
    readings.epoch_seen = epoch_seen_;
    return readings;
}

std::variant<http::Reply, std::unique_ptr<http::Visit>> MetricsSite::admit(const http::Head& head)
{
    if (head.target != "/metrics") return refusal(404);
    if (head.method != "GET") return refusal(405);
    try {
        return plain(200, Exposition::content_type, page(meter_, read()));
    } catch (const std::exception&) {
        return refusal(500);
    }
}

http::Reply MetricsSite::refusal(int status) { return plain(status, "text/plain", ""); }

} // namespace frikort::sync::central::metrics
