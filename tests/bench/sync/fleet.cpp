// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/sync/fleet.hpp"

#include <latch>
#include <thread>

#include "core/base/must.hpp"
#include "core/records/sum.hpp"
#include "sync/agent/caller.hpp"
#include "sync/agent/enrol.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/bench/spent.hpp"

namespace frikort::tests::bench {

using core::base::must;
namespace agent = sync::agent;

namespace {

std::unique_ptr<agent::CurlTransport> line_to(const std::string& server)
{
    auto line = agent::CurlTransport::open({.central = server});
    must(line.has_value());
    return std::move(*line);
}

constexpr std::chrono::milliseconds a_little{200};

} // namespace

core::base::Result<agent::Reply, agent::Unreachable> CountedLine::post(const agent::Request& request)
{
    auto reply = line_->post(request);
    bytes += request.body.size() + (reply ? reply->body.size() : 0);
    ++answers[reply ? reply->status : 0];
    return reply;
}

FleetKiosk::FleetKiosk(std::uint64_t seed, const std::string& server, const std::string& code)
    : chance_{seed}, key_{signing_key(chance_)}, line_{line_to(server)}, book_{seed}
{
    const auto place = agent::enrol(store_, line_, key_, code);
    must(place.has_value());
    place_ = *place;
}

void FleetKiosk::write(std::size_t entries)
{
    const auto work = store_.begin();
    const auto device = core::sealing::device_of(key_.open());
    for (std::size_t i = 0; i < entries; ++i) {
        const auto tip = work->records().tip(device);
        const core::records::Header header{chance_.name<core::base::Id>(), place_.stream, 1,
                                           core::records::Class::content,  device,        tip.number + 1};
        const auto bytes = encode(header);
        const core::records::Record record{bytes, tip.hash,
                                           book_.keys.seal(bytes, core::base::view_of("350 kr"), chance_)};
        must(work->records().add(record, core::store::Delivery::waiting) ==
             core::store::Records::Added::stored);
    }
    work->commit();
}

void FleetKiosk::go_round_until(std::size_t holds_all)
{
    for (;;) {
        const double begin = wall_ms();
        const auto outcome = agent::run_round(store_, line_, key_);
        rounds_.add(wall_ms() - begin);
        if (sent_at_ == 0 && standing_in(store_).waiting == 0) sent_at_ = wall_ms();
        if (sent_at_ > 0 && holds() >= holds_all) return;
        if (outcome.wait)
            std::this_thread::sleep_for(*outcome.wait);
        else
            std::this_thread::sleep_for(a_little);
    }
}

std::size_t FleetKiosk::pull_all()
{
    using sync::protocol::PullRequest;
    agent::Caller caller{store_, line_, key_};
    std::size_t came = 0;
    std::uint64_t at = 0;
    for (bool more = true; more;) {
        const auto body = caller.ask(sync::protocol::pull_path,
                                     encode(PullRequest{{{place_.stream, at, {}}}, PullRequest::Own::send}));
        must(body.has_value());
        const auto page = sync::protocol::decode_pull_answer(*body);
        must(page.has_value());
        came += page->records.size();
        if (!page->upto.empty()) at = page->upto.front().counter;
        more = page->more;
    }
    return came;
}

std::size_t FleetKiosk::holds() { return held_in(store_, place_.stream); }

core::base::Hash FleetKiosk::sum()
{
    core::records::Sum sum;
    for (const auto& record : store_.begin()->records().of_stream(place_.stream))
        sum.add(core::records::decode_header(record.header)->id, record.hash());
    return sum.value();
}

void all_at_once(std::vector<std::unique_ptr<FleetKiosk>>& fleet,
                 const std::function<void(FleetKiosk&)>& deed)
{
    std::latch together{static_cast<std::ptrdiff_t>(fleet.size())};
    std::vector<std::jthread> threads;
    threads.reserve(fleet.size());
    for (auto& kiosk : fleet)
        threads.emplace_back([&deed, &kiosk, &together] {
            together.arrive_and_wait();
            deed(*kiosk);
        });
}

} // namespace frikort::tests::bench
