// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "sync/central/http/site.hpp"
#include "sync/central/metrics/meter.hpp"

namespace frikort::sync::central::metrics {

// Counts what each client was told, and hands requests on to the site behind.
class MeteredSite final : public http::Site {
public:
    MeteredSite(http::Site& behind, Meter& meter) : behind_{behind}, meter_{meter} {}

    std::variant<http::Reply, std::unique_ptr<http::Visit>> admit(const http::Head&) override;
    http::Reply refusal(int status) override;

private:
    http::Site& behind_;
    Meter& meter_;
};

} // namespace frikort::sync::central::metrics
