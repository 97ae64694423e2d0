// SPDX-License-Identifier: MPL-2.0
#include "core/support/conversation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace frikort::core::support {

namespace {

using ById = std::map<Id, const Fact*>;

const Id* request_of(const Body& body)
{
    if (const auto* more = std::get_if<More>(&body)) return &more->request;
    if (const auto* answer = std::get_if<Answer>(&body)) return &answer->request;
    return nullptr;
}

// How many messages come before it. A ring of forged ones ends after as many steps as there are messages.
std::size_t depth_of(const Fact& fact, const ById& all)
{
    std::size_t depth = 0;
    const auto* at = &fact;
    while (at->message.after && depth <= all.size()) {
        const auto before = all.find(*at->message.after);
        ++depth;
        if (before == all.end()) break;
        at = before->second;
    }
    return depth;
}

Said said_by(const Fact& fact)
{
    Said said{fact.id, Said::Who::citizen, {}, {}, fact.message.day};
    if (const auto* request = std::get_if<Request>(&fact.message.body)) {
        said.words = request->words.value_or("");
    } else if (const auto* more = std::get_if<More>(&fact.message.body)) {
        said.words = more->words;
    } else if (const auto* answer = std::get_if<Answer>(&fact.message.body)) {
        said.who = Said::Who::staff;
        said.words = answer->words;
        said.by = answer->by;
    }
    return said;
}

} // namespace

bool Conversation::answered() const { return !said.empty() && said.back().who == Said::Who::staff; }

std::vector<Conversation> conversations(std::span<const Fact> facts)
{
    ById all;
    for (const auto& fact : facts) {
        auto& kept = all[fact.id];
        if (kept == nullptr || fact.origin < kept->origin) kept = &fact;
    }
    using Place = std::tuple<std::size_t, Origin, Id>;
    const auto place_of = [&](const Fact& fact) { return Place{depth_of(fact, all), fact.origin, fact.id}; };

    std::vector<const Fact*> requests;
    std::map<Id, std::vector<std::pair<Place, const Fact*>>> about;
    for (const auto& [id, fact] : all) {
        if (const auto* request = request_of(fact->message.body))
            about[*request].emplace_back(place_of(*fact), fact);
        else
            requests.push_back(fact);
    }
    std::sort(requests.begin(), requests.end(), [](const auto* a, const auto* b) {
        return std::tuple{a->origin, a->id} > std::tuple{b->origin, b->id};
    });
    std::vector<Conversation> conversations;
    for (const auto* fact : requests) {
        Conversation one{fact->id, std::get<Request>(fact->message.body), {said_by(*fact)}};
        auto& following = about[fact->id];
        std::sort(following.begin(), following.end());
        for (const auto& [place, next] : following) one.said.push_back(said_by(*next));
        conversations.push_back(std::move(one));
    }
    return conversations;
}

} // namespace frikort::core::support
