// SPDX-License-Identifier: MPL-2.0
// How a doing is written; doing_read.cpp has how it is read.
#include "core/centre/doing.hpp"

#include <nlohmann/json.hpp>

#include "core/base/must.hpp"

namespace frikort::core::centre {

using Json = nlohmann::json;

namespace {

Json json_of(const Made& made)
{
    return {{"kind", "made"}, {"recovery", made.recovery.hex()}, {"inbox", made.inbox.hex()}};
}
Json json_of(const MemberSet& set)
{
    Json json{{"kind", "member"},
              {"member", set.member.hex()},
              {"name", set.name},
              {"role", static_cast<int>(set.role)},
              {"key", set.key.hex()}};
    if (set.ended) {
        json["ended"] = Json::array();
        for (const auto& key : *set.ended) json["ended"].push_back(key.hex());
    }
    return json;
}
Json json_of(const MemberKey& more)
{
    return {{"kind", "member_key"}, {"member", more.member.hex()}, {"key", more.key.hex()}};
}
Json json_of(const MemberGone& gone) { return {{"kind", "member_gone"}, {"member", gone.member.hex()}}; }
Json json_of(const JobSet& set)
{
    Json json{{"kind", "job"}, {"place", set.now.place}, {"work", set.now.work}, {"how", set.now.how}};
    if (set.job) json["job"] = set.job->hex();
    return json;
}
Json json_of(const JobGone& gone) { return {{"kind", "job_gone"}, {"job", gone.job.hex()}}; }
Json json_of(const Asked& asked)
{
    return {{"kind", "asked"},
            {"where", base::to_hex(asked.where.bytes())},
            {"request", asked.request.hex()},
            {"message", asked.message.hex()}};
}
Json json_of(const Handled& handled)
{
    Json json{{"kind", "handled"},
              {"request", handled.request.hex()},
              {"messages", Json::array()},
              {"how", static_cast<int>(handled.how)}};
    for (const auto& id : handled.messages) json["messages"].push_back(id.hex());
    return json;
}
Json json_of(const Did& did) { return {{"kind", "did"}, {"deed", static_cast<int>(did.deed)}}; }
Json json_of(const OpenByName& open)
{
    return {{"kind", "open_by_name"}, {"allowed", open.allowed == ByName::yes}};
}
Json json_of(const Delivered& delivered) { return {{"kind", "delivered"}, {"kept", delivered.kept.hex()}}; }
Json json_of(const Unknown&)
{
    base::must(false);
    return {};
}

} // namespace

std::string encode(const Doing& doing)
{
    auto json = std::visit([](const auto& one) { return json_of(one); }, doing.body);
    if (doing.day) json["day"] = doing.day->iso();
    if (doing.turn > 0) json["turn"] = doing.turn;
    return json.dump();
}

} // namespace frikort::core::centre
