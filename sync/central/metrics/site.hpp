// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "sync/central/api/clock.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/metrics/page.hpp"

namespace frikort::sync::central::metrics {

// GET /metrics and nothing else. Stands behind a listener of its own, on this machine only: nginx passes the
// other one on, so that no mistake in its configuration hands these numbers out.
class MetricsSite final : public http::Site {
public:
    using AskReplicas = std::function<std::optional<Replicas>()>;
    // All of them must outlive it. `server`: the one that kiosks talk to.
    MetricsSite(const Meter& meter, const http::Server& server, core::store::CentralStore& store,
                const api::Clock& clock, AskReplicas replicas)
        : meter_{meter}, server_{server}, store_{store}, clock_{clock}, replicas_{std::move(replicas)}
    {
    }

    std::variant<http::Reply, std::unique_ptr<http::Visit>> admit(const http::Head&) override;
    http::Reply refusal(int status) override;

    // What its listener is held to: a few who ask, now and then.
    static http::Bounds bounds();

private:
    Readings read();

    const Meter& meter_;
    const http::Server& server_;
    core::store::CentralStore& store_;
    const api::Clock& clock_;
    const AskReplicas replicas_;
    std::mutex epoch_held_; // what follows
    std::string epoch_;
    core::store::Seconds epoch_seen_{};
};

} // namespace frikort::sync::central::metrics
