// SPDX-License-Identifier: MPL-2.0
#include "core/centre/membership.hpp"

#include <algorithm>

namespace frikort::core::centre {

using people::Right;
using people::Role;
using sealing::SignPublic;

namespace {

bool by_origin(const Fact* a, const Fact* b) { return a->origin < b->origin; }

void put(Facts& facts, const Fact& fact)
{
    facts.insert(std::upper_bound(facts.begin(), facts.end(), &fact, by_origin), &fact);
}

const MemberSet& set_in(const Fact* fact) { return *std::get_if<MemberSet>(&fact->doing.body); }
const MemberKey& key_in(const Fact* fact) { return *std::get_if<MemberKey>(&fact->doing.body); }

template <class Some>
bool contains(const Some& some, const SignPublic& wanted)
{
    return std::find(some.begin(), some.end(), wanted) != some.end();
}

} // namespace

Membership::Membership(const SignPublic& root, const Facts& facts) : root_{root}
{
    // A leader may set a leader: again, until nobody new is heard.
    for (bool more = true; more;) {
        more = false;
        for (const auto* fact : facts) more = hear(*fact) || more;
    }
    for (const auto* fact : facts) {
        const auto* left = std::get_if<MemberGone>(&fact->doing.body);
        if (left != nullptr && may(fact->writer, Right::keep_members)) gone_.insert(left->member);
    }
}

bool Membership::hear(const Fact& fact)
{
    const auto* set = std::get_if<MemberSet>(&fact.doing.body);
    const auto* more = std::get_if<MemberKey>(&fact.doing.body);
    if ((set == nullptr && more == nullptr) || heard_.contains(fact.id) ||
        !may(fact.writer, Right::keep_members))
        return false;
    heard_.insert(fact.id);
    auto& said = said_[set != nullptr ? set->member : more->member];
    put(set != nullptr ? said.sets : said.more, fact);
    if (set != nullptr) {
        said.roles.insert(set->role);
        hold(set->member, set->key, set);
    } else {
        hold(more->member, more->key, nullptr);
    }
    return true;
}

void Membership::hold(const MemberId& member, const SignPublic& key, const MemberSet* set)
{
    auto& held = keys_[key][member];
    if (set != nullptr && !set->ended)
        held.roles.insert(set->role); // of an older program, which said role and key in one
    else
        held.all_roles = true;
}

bool Membership::may(const SignPublic& writer, Right right) const
{
    if (writer == root_) return right == Right::keep_members || right == Right::open_lost;
    const auto known = keys_.find(writer);
    if (known == keys_.end()) return false;
    const auto allow = [&](const std::set<Role>& roles) {
        return std::any_of(roles.begin(), roles.end(), [&](auto role) { return people::may(role, right); });
    };
    return std::any_of(known->second.begin(), known->second.end(), [&](const auto& one) {
        return allow(one.second.all_roles ? said_.at(one.first).roles : one.second.roles);
    });
}

bool Membership::is_member(const SignPublic& writer) const
{
    const auto known = keys_.find(writer);
    return known != keys_.end() &&
           std::any_of(known->second.begin(), known->second.end(),
                       [&](const auto& one) { return !said_.at(one.first).sets.empty(); });
}

std::set<SignPublic> Membership::ended(const Said& said)
{
    std::set<SignPublic> keys;
    for (const auto* fact : said.sets)
        if (const auto& some = set_in(fact).ended) keys.insert(some->begin(), some->end());
    return keys;
}

std::vector<SignPublic> Membership::keys_now(const Said& said)
{
    const Fact* last_of_older = nullptr;
    for (const auto* fact : said.sets)
        if (!set_in(fact).ended) last_of_older = fact;
    const auto gone = ended(said);
    std::vector<SignPublic> keys;
    const auto add = [&](const SignPublic& key) {
        if (!gone.contains(key) && !contains(keys, key)) keys.push_back(key);
    };
    for (const auto* fact : said.sets)
        if (set_in(fact).ended || fact == last_of_older) add(set_in(fact).key);
    for (const auto* fact : said.more) add(key_in(fact).key);
    return keys;
}

std::vector<Member> Membership::now() const
{
    std::vector<std::pair<Origin, Member>> all;
    for (const auto& [member, said] : said_) {
        if (said.sets.empty() || gone_.contains(member)) continue;
        const auto& last = set_in(said.sets.back());
        all.emplace_back(said.sets.front()->origin,
                         Member{member, last.name, last.role, last.key, keys_now(said)});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Member> members;
    for (auto& [origin, member] : all) members.push_back(std::move(member));
    return members;
}

std::vector<Over> Membership::over() const
{
    std::vector<Over> all;
    for (const auto& member : gone_) all.push_back({member, std::nullopt});
    for (const auto& [member, said] : said_)
        for (const auto& key : ended(said)) all.push_back({member, key});
    return all;
}

std::vector<std::pair<SignPublic, std::string>> Membership::signatures() const
{
    std::vector<std::pair<SignPublic, std::string>> all;
    for (const auto& [member, said] : said_) {
        if (said.sets.empty()) continue;
        for (const auto* fact : said.more) all.emplace_back(key_in(fact).key, name_of(member));
        for (const auto* fact : said.sets) all.emplace_back(set_in(fact).key, set_in(fact).name);
    }
    return all;
}

std::string Membership::name_of(const MemberId& member) const
{
    const auto known = said_.find(member);
    return known == said_.end() || known->second.sets.empty() ? "" : set_in(known->second.sets.back()).name;
}

} // namespace frikort::core::centre
