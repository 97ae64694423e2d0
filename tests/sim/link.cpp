// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/link.hpp"

#include "sync/protocol/messages.hpp"
#include "tests/sim/older_program.hpp"

namespace frikort::tests::sim {

using core::base::no;
using sync::agent::Reply;
using sync::agent::Request;
using sync::agent::Unreachable;

namespace {

Reply page_of_others(int status)
{
    constexpr std::string_view page = "<html><body>Log in to Free WiFi</body></html>";
    return {status, "text/html", {}, {page.begin(), page.end()}};
}

} // namespace

Link::Answer Link::post(const Request& request)
{
    const auto life = power_.life();
    time_.say("kiosk ", kiosk_, " asks ", request.path);
    auto answer = carry(before_ == nullptr ? request : as_before(request, authority_, *before_));
    if (answer && before_ != nullptr) answer = as_before(std::move(*answer));
    time_.say("kiosk ", kiosk_, " hears ", answer ? answer->status : 0);
    power_.need(life);
    if (answer) plant_into(request, *answer);
    return answer;
}

void Link::arrives_later(Moment some, const Request& request)
{
    time_.tell(time_.now() + some, [this, request] { central_.answer(request); });
}

Link::Answer Link::carry(const Request& request)
{
    const auto fate = network_.fate(kiosk_, time_.now());
    if (fate.by_others) {
        time_.wait(fate.back);
        return page_of_others(*fate.by_others);
    }
    if (fate.again) arrives_later(fate.there + *fate.again, request);
    if (fate.there > Network::patience && !fate.request_lost) arrives_later(fate.there, request);
    if (fate.request_lost || fate.there > Network::patience) {
        time_.wait(Network::patience);
        return no(Unreachable::too_slow);
    }
    const auto asked = time_.now();
    time_.wait(fate.there);
    auto reply = central_.answer(request);
    if (!reply) {
        time_.wait(fate.back);
        return no(Unreachable::no_server);
    }
    const auto left = Network::patience - (time_.now() - asked);
    if (fate.answer_lost || fate.back > left) {
        time_.wait(std::max(left, Moment{0}));
        return no(Unreachable::too_slow);
    }
    time_.wait(fate.back);
    if (fate.cut) return no(Unreachable::cut_off);
    return std::move(*reply);
}

} // namespace frikort::tests::sim
