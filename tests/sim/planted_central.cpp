// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/planted_central.hpp"

#include "sync/protocol/signature.hpp"

namespace frikort::tests::sim {

using core::base::Bytes;
using core::records::Header;
using core::records::Id;
namespace protocol = sync::protocol;
using protocol::Verdict;
using Reply = PlantedCentral::Reply;

namespace {

std::vector<Header> headers_of(const std::vector<Bytes>& records)
{
    std::vector<Header> headers;
    for (const auto& bytes : records) {
        const auto record = core::records::decode_record(bytes);
        if (record) headers.push_back(*core::records::decode_header(record->header));
    }
    return headers;
}

std::string asker(const PlantedCentral::Request& request)
{
    for (const auto& field : request.fields)
        if (field.name == protocol::field::input) return field.value;
    return {};
}

} // namespace

Reply PlantedCentral::answer(const Request& request, const Handle& handle)
{
    switch (plant_) {
    case Plant::overwritten:
        return overwritten(request, handle);
    case Plant::clock_for_order:
        return clock_for_order(request, handle);
    default:
        return handle(request);
    }
}

Reply PlantedCentral::page_without(Reply reply, const std::function<bool(const Header&)>& leave_out)
{
    if (!reply || reply->status != 200) return reply;
    auto page = protocol::decode_pull_answer(reply->body);
    if (!page) return reply;
    std::erase_if(page->records, [&](const Bytes& bytes) {
        const auto record = core::records::decode_record(bytes);
        return record && leave_out(*core::records::decode_header(record->header));
    });
    reply->body = encode(*page);
    return reply;
}

// The later record is said to have taken the place of the one of its number.
Reply PlantedCentral::overwritten(const Request& request, const Handle& handle)
{
    auto reply = handle(request);
    if (!reply || reply->status != 200 || request.path != protocol::push_path) return reply;
    const auto push = protocol::decode_push_request(request.body);
    auto answer = protocol::decode_push_answer(reply->body);
    if (!push || !answer) return reply;
    for (auto& verdict : answer->verdicts)
        if (verdict.reason == "other_record") verdict = {Verdict::Kind::accepted, ""};
    reply->body = encode(*answer);
    return reply;
}

Reply PlantedCentral::clock_for_order(const Request& request, const Handle& handle)
{
    if (request.path == protocol::push_path) {
        const auto push = protocol::decode_push_request(request.body);
        if (push)
            for (const auto& header : headers_of(push->records)) received_.emplace(header.id, clock_.now());
        return handle(request);
    }
    if (request.path != protocol::pull_path) return handle(request);
    const auto who = asker(request);
    return page_without(handle(request), [&](const Header& one) {
        const auto received = received_.find(one.id);
        if (received == received_.end()) return false;
        auto& read = read_[who + core::base::to_hex(one.stream.bytes())];
        if (received->second < read) return true;
        read = received->second;
        return false;
    });
}

} // namespace frikort::tests::sim
