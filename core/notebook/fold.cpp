// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/notebook/book.hpp"

namespace frikort::core::notebook {

namespace {

// What one record says about an entry.
struct Saying {
    Id id;
    Origin origin;
    Version version;
    std::vector<Id> replaces;
    std::optional<Signer> by{};
    enum class Is { first, correction } is = Is::correction;
};

using Sayings = std::vector<Saying>; // about one entry, each record once

// A total order over the facts themselves: equal ones are one, and of two that claim one id the same one is
// always taken.
bool before(const Fact& a, const Fact& b)
{
    if (a.id != b.id) return a.id < b.id;
    if (a.origin != b.origin) return a.origin < b.origin;
    if (a.by != b.by) return a.by < b.by;
    if (a.body.index() != b.body.index()) return a.body.index() < b.body.index();
    if (const auto* unknown = std::get_if<Unknown>(&a.body))
        return unknown->kind < std::get<Unknown>(b.body).kind;
    return encode(a.body) < encode(b.body);
}

std::vector<const Fact*> as_set(std::span<const Fact> facts)
{
    std::vector<const Fact*> set;
    for (const auto& fact : facts) set.push_back(&fact);
    std::sort(set.begin(), set.end(), [](const auto* a, const auto* b) { return before(*a, *b); });
    set.erase(
        std::unique(set.begin(), set.end(), [](const auto* a, const auto* b) { return a->id == b->id; }),
        set.end());
    return set;
}

// Which of two that know nothing of each other counts: see Entry::contested. The rest only makes it the same
// everywhere.
bool counts_before(const Saying& a, const Saying& b)
{
    const auto weight = [](const Saying& saying) {
        const auto* earning = std::get_if<Earning>(&saying.version);
        const auto amount = earning != nullptr ? earning->amount : Money{};
        return std::tuple{earning != nullptr, amount, saying.origin, saying.id};
    };
    return weight(a) > weight(b);
}

bool is_first(const Saying& saying) { return saying.is == Saying::Is::first; }

// Those that no other replaces, the one that counts first; any correction replaces the earning itself,
// however often it was brought. Records cannot replace each other in a ring, because an id must be there
// before it can be named; should somebody forge one, all stand.
Sayings standing(const Sayings& sayings)
{
    const bool corrected = !std::all_of(sayings.begin(), sayings.end(), is_first);
    std::set<Id> replaced;
    for (const auto& one : sayings) {
        replaced.insert(one.replaces.begin(), one.replaces.end());
        if (corrected && is_first(one)) replaced.insert(one.id);
    }
    Sayings heads;
    std::copy_if(sayings.begin(), sayings.end(), std::back_inserter(heads),
                 [&](const auto& one) { return replaced.count(one.id) == 0; });
    if (heads.empty()) heads = sayings;
    std::sort(heads.begin(), heads.end(), counts_before);
    return heads;
}

// What a withdrawn entry said before.
std::optional<Earning> last_told(const Sayings& sayings)
{
    Sayings told;
    std::copy_if(sayings.begin(), sayings.end(), std::back_inserter(told),
                 [](const auto& one) { return std::holds_alternative<Earning>(one.version); });
    if (told.empty()) return std::nullopt;
    return std::get<Earning>(standing(told).front().version);
}

// Those that stand first, then what they replaced.
std::vector<Id> all_ids(const Sayings& heads, const Sayings& sayings)
{
    std::vector<Id> ids;
    for (const auto* some : {&heads, &sayings}) {
        for (const auto& one : *some) {
            if (std::find(ids.begin(), ids.end(), one.id) == ids.end()) ids.push_back(one.id);
        }
    }
    return ids;
}

std::optional<Entry> entry_of(const Id& id, const Sayings& sayings)
{
    const auto heads = standing(sayings);
    const auto& counted = heads.front();
    const auto* earning = std::get_if<Earning>(&counted.version);
    const auto now = earning != nullptr ? std::optional{*earning} : last_told(sayings);
    if (!now) return std::nullopt; // withdrawn before what it withdraws has come: nothing to tell yet

    Entry entry{
        .id = id, .now = *now, .others = {}, .told_by = all_ids(heads, sayings), .origin = counted.origin};
    entry.withdrawn = earning == nullptr;
    entry.corrected = !is_first(counted);
    entry.by = counted.by;
    for (const auto& head : heads) {
        const bool news =
            head.version != counted.version &&
            std::find(entry.others.begin(), entry.others.end(), head.version) == entry.others.end();
        if (news) entry.others.push_back(head.version);
    }
    entry.contested = !entry.others.empty();
    return entry;
}

// What stands in the notebook itself under that id is nobody's to bring.
void drop_false(const Id& id, Sayings& sayings)
{
    const auto stands = [&](const Saying& one) { return is_first(one) && one.id == id; };
    if (std::none_of(sayings.begin(), sayings.end(), stands)) return;
    std::erase_if(sayings, [&](const Saying& one) { return is_first(one) && one.id != id; });
}

bool newer(const Entry& a, const Entry& b)
{
    return std::tuple{a.now.paid, a.origin, a.id} > std::tuple{b.now.paid, b.origin, b.id};
}

} // namespace

namespace {

// What others than the owner may say.
bool may_say(const Fact& fact)
{
    if (!fact.by)
        return !std::holds_alternative<Happened>(fact.body) &&
               !std::holds_alternative<Confirmed>(fact.body) && !std::holds_alternative<Brought>(fact.body);
    return !std::holds_alternative<Correction>(fact.body) && !std::holds_alternative<NameGiven>(fact.body);
}

void mark_seen(std::vector<Entry>& entries, const Confirmed& seen, const Signer& by)
{
    for (auto& entry : entries) {
        if (entry.id != seen.entry || entry.now != seen.now) continue;
        if (std::find(entry.seen_by.begin(), entry.seen_by.end(), by) == entry.seen_by.end())
            entry.seen_by.push_back(by);
    }
}

} // namespace

Book fold(std::span<const Fact> facts)
{
    std::map<Id, Sayings> heard;
    std::optional<std::tuple<Origin, Id, std::string>> name;
    Book book;
    const auto set = as_set(facts);
    for (const auto* fact : set) {
        if (!may_say(*fact)) {
            ++book.kept_aside_;
        } else if (const auto* earning = std::get_if<Earning>(&fact->body)) {
            heard[fact->id].push_back({fact->id, fact->origin, *earning, {}, fact->by, Saying::Is::first});
        } else if (const auto* brought = std::get_if<Brought>(&fact->body)) {
            heard[brought->kept].push_back(
                {fact->id, fact->origin, brought->earning, {}, fact->by, Saying::Is::first});
        } else if (const auto* correction = std::get_if<Correction>(&fact->body)) {
            heard[correction->entry].push_back(
                {fact->id, fact->origin, correction->now, correction->replaces});
        } else if (const auto* given = std::get_if<NameGiven>(&fact->body)) {
            name = std::max(name, std::optional{std::tuple{fact->origin, fact->id, given->name}});
        } else if (const auto* happened = std::get_if<Happened>(&fact->body)) {
            book.happenings_.push_back({*happened, *fact->by, fact->origin});
        } else if (!std::holds_alternative<Confirmed>(fact->body)) {
            ++book.kept_aside_;
        }
    }
    if (name) book.call_name_ = std::get<std::string>(*name);
    for (auto& [id, about] : heard) {
        drop_false(id, about);
        auto entry = entry_of(id, about);
        if (entry) (entry->withdrawn ? book.withdrawn_ : book.entries_).push_back(std::move(*entry));
    }
    for (const auto* fact : set)
        if (const auto* seen = std::get_if<Confirmed>(&fact->body); seen && fact->by)
            mark_seen(book.entries_, *seen, *fact->by);
    std::sort(book.entries_.begin(), book.entries_.end(), newer);
    std::sort(book.withdrawn_.begin(), book.withdrawn_.end(), newer);
    std::sort(book.happenings_.begin(), book.happenings_.end(),
              [](const auto& a, const auto& b) { return a.origin > b.origin; });
    return book;
}

} // namespace frikort::core::notebook
