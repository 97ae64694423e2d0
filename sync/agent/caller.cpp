// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/caller.hpp"

#include <algorithm>

#include "sync/agent/memory.hpp"
#include "sync/protocol/messages.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::sync::agent {

using core::base::Bytes;
using core::base::no;
using core::base::Result;
using protocol::Fault;

namespace {

// Counters are kept before they are used, this many at once: a round costs one write, and a crash skips some.
constexpr std::uint64_t reserve = 64;

Failure failure_of(Unreachable why)
{
    switch (why) {
    case Unreachable::stopped:
        return {End::stopped, {}, {}};
    case Unreachable::too_long:
        return {End::not_understood, {}, {}};
    case Unreachable::too_slow:
    case Unreachable::cut_off:
        return {End::no_server, {}, {}, 0, Failure::Because::unheard};
    case Unreachable::no_server:
        break;
    }
    return {End::no_server, {}, {}};
}

End end_of(Fault fault)
{
    switch (fault) {
    case Fault::signature:
    case Fault::unknown_kiosk:
    case Fault::revoked:
    case Fault::unknown_code:
    case Fault::used_code:
    case Fault::other_centre:
        return End::turned_away;
    case Fault::frozen:
        return End::frozen;
    case Fault::protocol:
        return End::too_old;
    case Fault::behind:
    case Fault::busy:
    case Fault::failed:
        return End::busy;
    case Fault::not_compared:
    case Fault::unknown_card: // these are a card's own matter (follow.cpp)
    case Fault::wrong_proof:
    case Fault::wait:
    case Fault::malformed:
    case Fault::too_large:
    case Fault::not_offered:
    case Fault::unknown:
        break;
    }
    return End::not_understood;
}

std::chrono::seconds seconds_from(std::uint64_t count)
{
    const auto most = static_cast<std::uint64_t>(std::chrono::seconds{longest_wait}.count());
    return std::chrono::seconds{static_cast<std::int64_t>(std::min(count, most))};
}

// What to make of a reply that is not a success of ours. Proxies speak for a server that is down or refuses
// by size, in HTML; a network's log-in page is no answer at all.
Failure failure_of(const Reply& reply, const Result<protocol::Refused, protocol::Malformed>& refused)
{
    auto wait = reply.retry_after;
    if (wait) wait = std::clamp<std::chrono::seconds>(*wait, std::chrono::seconds{0}, longest_wait);
    if (refused) {
        if (refused->seconds) wait = seconds_from(*refused->seconds);
        return {end_of(refused->fault), refused->fault, wait,
                static_cast<std::uint32_t>(std::min<std::uint64_t>(refused->tries.value_or(0), 100))};
    }
    if (reply.status == 413) return {End::not_understood, Fault::too_large, wait};
    if (reply.status >= 500 && reply.status != 503)
        return {End::busy, {}, wait, 0, Failure::Because::unheard};
    if (reply.status >= 500 || reply.status == 429) return {End::busy, {}, wait};
    return {End::not_understood, {}, {}};
}

} // namespace

std::uint64_t Caller::next_counter()
{
    if (used_ == reserved_) {
        const auto work = store_.begin();
        Memory memory{*work};
        used_ = memory.requests();
        reserved_ = used_ + reserve;
        memory.keep_requests(reserved_);
        work->commit();
    }
    return ++used_;
}

void Caller::move_on(std::uint64_t counter)
{
    const auto work = store_.begin();
    Memory memory{*work};
    memory.keep_requests(std::max(memory.requests(), counter));
    work->commit();
    used_ = reserved_ = 0;
}

Result<Bytes, Failure> Caller::ask_once(std::string_view path, const Bytes& body)
{
    const protocol::Signed what{"POST",
                                std::string{path},
                                transport_.authority(),
                                protocol::content_digest(body),
                                next_counter(),
                                core::sealing::device_of(device_.open())};
    const auto signature = sign(what, device_);
    const auto field = [](std::string_view name, std::string value) {
        return Request::Field{std::string{name}, std::move(value)};
    };
    const Request request{std::string{path},
                          {field("Content-Type", std::string{protocol::content_type}),
                           field(protocol::field::digest, what.digest),
                           field(protocol::field::counter, std::to_string(what.counter)),
                           field(protocol::field::input, signature.input),
                           field(protocol::field::signature, signature.signature)},
                          body};

    auto reply = transport_.post(request);
    if (!reply) return no(failure_of(reply.error()));
    const bool ours = reply->content_type == protocol::content_type;
    if (ours && reply->status == 200) return std::move(reply->body);
    auto refused = ours ? protocol::decode_refused(reply->body)
                        : Result<protocol::Refused, protocol::Malformed>{no(protocol::Malformed::not_json)};
    if (refused && refused->fault == Fault::behind) servers_counter_ = refused->request;
    return no(failure_of(*reply, refused));
}

Result<Bytes, Failure> Caller::ask(std::string_view path, const Bytes& body)
{
    auto answer = ask_once(path, body);
    if (answer || answer.error().fault != Fault::behind || !servers_counter_) return answer;
    move_on(*servers_counter_);
    return ask_once(path, body);
}

} // namespace frikort::sync::agent
