// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/real.hpp"

#include "sync/central/api/enrolment.hpp"
#include "tests/sync/support/compared.hpp"

namespace frikort::tests {

namespace agent = sync::agent;

std::string RealServer::new_code(const std::string& centre)
{
    serve_as_before(store, centre);
    return sync::central::api::issue_code(store, centre, clock.now(), chance)->in_groups();
}

std::vector<core::base::Bytes> RealServer::of_stream(const core::records::StreamId& stream)
{
    return store.look()->stock().page(stream, 0, 1'000'000, 1'000'000'000, std::nullopt).records;
}

RealKiosk::RealKiosk(std::uint64_t seed, RealServer& at, Settings settings, const std::string& centre)
    : settings_{std::move(settings)}, chance_{seed}, key{signing_key(chance_)}
{
    start();
    const auto enrolled = agent::enrol(*store_, *line_, key, at.new_code(centre));
    core::base::must(enrolled.has_value());
    place = *enrolled;
}

void RealKiosk::start()
{
    data_.emplace(folder_ / "data");
    store_.emplace(*data_);
    line_ = std::move(*agent::CurlTransport::open(settings_));
}

void RealKiosk::wait_at_most(std::chrono::milliseconds patience)
{
    settings_.answer_within = patience;
    line_ = std::move(*agent::CurlTransport::open(settings_));
}

void RealKiosk::lead_to(const std::string& central)
{
    settings_.central = central;
    line_ = std::move(*agent::CurlTransport::open(settings_));
}

void RealKiosk::restart()
{
    line_.reset();
    store_.reset();
    data_.reset();
    start();
}

} // namespace frikort::tests
