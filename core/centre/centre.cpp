// SPDX-License-Identifier: MPL-2.0
#include "core/centre/centre.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/centre/membership.hpp"

namespace frikort::core::centre {

using people::Right;
using sealing::SignPublic;

namespace {

Facts as_set(std::span<const Fact> facts)
{
    Facts set;
    for (const auto& fact : facts) set.push_back(&fact);
    const auto key = [](const Fact* fact) { return std::tuple{fact->origin, fact->id}; };
    std::sort(set.begin(), set.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
    set.erase(
        std::unique(set.begin(), set.end(), [](const auto* a, const auto* b) { return a->id == b->id; }),
        set.end());
    return set;
}

std::vector<PostedJob> jobs_in(const Facts& facts, const Membership& members)
{
    std::map<Id, PostedJob> jobs;
    std::set<Id> gone;
    for (const auto* fact : facts) {
        if (!members.may(fact->writer, Right::keep_jobs)) continue;
        if (const auto* set = std::get_if<JobSet>(&fact->doing.body)) {
            const auto id = set->job.value_or(fact->id);
            jobs[id] = {id, set->now, fact->origin};
        } else if (const auto* left = std::get_if<JobGone>(&fact->doing.body)) {
            gone.insert(left->job);
        }
    }
    std::vector<PostedJob> posted;
    for (auto& [id, job] : jobs)
        if (!gone.contains(id)) posted.push_back(std::move(job));
    std::sort(posted.begin(), posted.end(), [](const auto& a, const auto& b) { return a.origin > b.origin; });
    return posted;
}

// Any kiosk of the centre announces; only members handle.
std::vector<Request> requests_in(const Facts& facts, const Membership& members)
{
    std::map<Id, Request> requests;
    std::set<Id> handled;
    for (const auto* fact : facts) {
        if (const auto* asked = std::get_if<Asked>(&fact->doing.body)) {
            auto& request =
                requests
                    .try_emplace(asked->request,
                                 Request{asked->request, asked->where, {}, fact->origin, fact->doing.day})
                    .first->second;
            if (request.where == asked->where) request.unanswered.push_back(asked->message);
        } else if (const auto* done = std::get_if<Handled>(&fact->doing.body)) {
            if (members.may(fact->writer, Right::answer))
                handled.insert(done->messages.begin(), done->messages.end());
        }
    }
    std::vector<Request> all;
    for (auto& [id, request] : requests) {
        std::erase_if(request.unanswered, [&](const Id& message) { return handled.contains(message); });
        all.push_back(std::move(request));
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.origin < b.origin; });
    return all;
}

ByName by_name_in(const Facts& facts, const Membership& members)
{
    auto now = ByName::yes;
    for (const auto* fact : facts) {
        const auto* open = std::get_if<OpenByName>(&fact->doing.body);
        if (open != nullptr && members.may(fact->writer, Right::choose_ways)) now = open->allowed;
    }
    return now;
}

// What the card itself did: it set somebody, or it was used.
bool is_done_by_card(const Body& body)
{
    return std::holds_alternative<MemberSet>(body) || std::holds_alternative<MemberKey>(body) ||
           std::holds_alternative<Did>(body);
}

std::string whom(const Body& body, const Membership& members)
{
    if (const auto* set = std::get_if<MemberSet>(&body)) return set->name;
    if (const auto* more = std::get_if<MemberKey>(&body)) return members.name_of(more->member);
    if (const auto* left = std::get_if<MemberGone>(&body)) return members.name_of(left->member);
    return {};
}

} // namespace

const Member* Centre::member(const MemberId& id) const
{
    const auto found =
        std::find_if(members_.begin(), members_.end(), [&](const auto& one) { return one.id == id; });
    return found == members_.end() ? nullptr : &*found;
}

bool signs_for(const SignPublic& key, const Member& member)
{
    return std::find(member.keys.begin(), member.keys.end(), key) != member.keys.end();
}

std::optional<std::string> Centre::name_of(const SignPublic& key) const
{
    const auto last = std::find_if(signatures_.rbegin(), signatures_.rend(),
                                   [&](const auto& one) { return one.first == key; });
    return last == signatures_.rend() ? std::nullopt : std::optional{last->second};
}

const Request* Centre::request(const Id& id) const
{
    const auto found =
        std::find_if(requests_.begin(), requests_.end(), [&](const auto& one) { return one.id == id; });
    return found == requests_.end() ? nullptr : &*found;
}

bool Centre::delivered(const Id& kept) const
{
    return std::binary_search(delivered_.begin(), delivered_.end(), kept);
}

std::size_t Centre::waiting() const
{
    return static_cast<std::size_t>(std::count_if(requests_.begin(), requests_.end(),
                                                  [](const auto& one) { return !one.unanswered.empty(); }));
}

Centre fold(const SignPublic& root, std::span<const Fact> facts)
{
    const auto set = as_set(facts);
    const Membership members{root, set};
    Centre centre;
    centre.members_ = members.now();
    centre.signatures_ = members.signatures();
    centre.over_ = members.over();
    centre.jobs_ = jobs_in(set, members);
    centre.requests_ = requests_in(set, members);
    centre.by_name_ = by_name_in(set, members);
    for (const auto* fact : set) {
        const auto& body = fact->doing.body;
        if (members.is_root(fact->writer) && !centre.made_) {
            if (const auto* made = std::get_if<Made>(&body)) centre.made_ = *made;
        }
        const bool by_card = members.is_root(fact->writer);
        if (!members.is_member(fact->writer) && !by_card) continue;
        centre.next_turn_ = std::max(centre.next_turn_, std::min(fact->origin.turn + 1, last_turn));
        if (by_card && !is_done_by_card(body)) continue;
        if (std::holds_alternative<Unknown>(body)) continue;
        if (const auto* pay = std::get_if<Delivered>(&body)) {
            centre.delivered_.push_back(pay->kept);
            continue; // it happens by itself
        }
        centre.deeds_.push_back({centre.name_of(fact->writer).value_or(""), fact->doing.day, body,
                                 fact->origin, whom(body, members)});
    }
    std::sort(centre.delivered_.begin(), centre.delivered_.end());
    std::reverse(centre.deeds_.begin(), centre.deeds_.end());
    return centre;
}

} // namespace frikort::core::centre
