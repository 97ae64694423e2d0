// SPDX-License-Identifier: MPL-2.0
#include "core/actions/rescued.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <sstream>

#include "core/actions/settle.hpp"

namespace frikort::core::actions {

using records::DeviceId;
using records::StreamId;
using store::Rescue;
using store::Work;

namespace {

// As they stand in databases.
constexpr const char* day_fact = "rescue.day";
constexpr const char* kept_fact = "rescue.kept";
constexpr const char* missing_fact = "rescue.missing"; // "41 - 43 9f… 50 -": number, and its stream or "-"
constexpr const char* asked_fact = "rescue.asked";
constexpr const char* ask_fact = "rescue.ask";
constexpr const char* until_fact = "rescue.until";
constexpr const char* seen_fact = "rescue.seen";
constexpr const char* old_name_fact = "rescue.old_name";
constexpr const char* yes = "1";
constexpr const char* no = "0";
constexpr const char* unknown_stream = "-";

bool is(Work& work, const char* fact) { return work.facts().get(fact) == yes; }

std::uint64_t number_in(const std::optional<std::string>& text)
{
    std::uint64_t number = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

std::vector<Rescue::Lost> missing(Work& work)
{
    std::istringstream words{work.facts().get(missing_fact).value_or("")};
    std::vector<Rescue::Lost> all;
    std::uint64_t number = 0;
    for (std::string stream; words >> number >> stream;) {
        const auto bytes = base::from_hex(stream);
        all.push_back({number, bytes ? StreamId::from(*bytes) : std::nullopt});
    }
    return all;
}

void keep_missing(Work& work, const std::vector<Rescue::Lost>& all)
{
    std::string words;
    for (const auto& one : all)
        words += std::to_string(one.number) + " " +
                 (one.stream ? base::to_hex(one.stream->bytes()) : unknown_stream) + " ";
    work.facts().set(missing_fact, words);
}

bool is_in(const std::vector<Range>& ranges, std::uint64_t number)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& range) { return range.first <= number && number <= range.last; });
}

} // namespace

std::uint64_t Damage::count() const
{
    return std::accumulate(
        missing.begin(), missing.end(), std::uint64_t{0},
        [](std::uint64_t sum, const Range& one) { return sum + one.last - one.first + 1; });
}

void note_rescue(Work& work, const Rescue& told, const DeviceId& own, const std::string& day)
{
    work.facts().set(day_fact, day);
    work.facts().set(kept_fact, told.kept);
    work.facts().set(seen_fact, no);
    work.facts().set(asked_fact, no);
    work.facts().set(ask_fact, yes);
    work.facts().set(until_fact, std::to_string(work.records().tip(own).number));
    // What was missing from an earlier damage is missing still: its number has no record here.
    keep_missing(work, told.lost);
    if (told.numbers == Rescue::Numbers::known) {
        if (told.last.number > 0)
            work.facts().set(store::given_out_fact(own),
                             std::to_string(told.last.number) + " " + told.last.hash.hex());
        work.facts().set(until_fact, std::to_string(told.last.number));
    } else {
        work.outbox().fork_off(own, store::fork_word);
        work.facts().set(until_fact, no); // under another name everything is newer
        work.facts().set(old_name_fact, own.hex());
    }
    for (const auto& stream : work.cursors().followed()) settle(work, stream);
}

bool needs_another_name(Work& work, const DeviceId& now)
{
    return work.facts().get(old_name_fact) == now.hex();
}

std::optional<Damage> damage(Work& work)
{
    const auto kept = work.facts().get(kept_fact);
    if (!kept || is(work, seen_fact)) return std::nullopt;
    Damage found;
    found.day = base::Date::from_iso(work.facts().get(day_fact).value_or(""));
    found.kept = *kept;
    found.asked = is(work, asked_fact) ? Damage::Asked::yes : Damage::Asked::not_yet;
    for (const auto& one : missing(work)) {
        if (!found.missing.empty() && found.missing.back().last + 1 == one.number)
            found.missing.back().last = one.number;
        else
            found.missing.push_back({one.number, one.number});
    }
    return found;
}

void damage_seen(store::Store& store)
{
    const auto work = store.begin();
    work->facts().set(seen_fact, yes);
    work->commit();
}

Missing missing_in(Work& work, const StreamId& stream, const DeviceId& own)
{
    const auto all = missing(work);
    if (all.empty()) return {};
    const auto until = number_in(work.facts().get(until_fact));
    bool wrote_before = false;
    for (const auto& record : work.records().of_stream(stream)) {
        const auto header = records::decode_header(record.header);
        const auto standing = work.outbox().standing(header->id);
        const bool written_here = standing && standing->delivery != store::Delivery::foreign;
        if (!written_here) continue;
        if (header->device == own && header->number > until) return {};
        wrote_before = true;
    }
    Missing found;
    for (const auto& one : all) {
        if (one.stream == stream) ++found.surely;
        if (!one.stream) found.perhaps = wrote_before;
    }
    return found;
}

store::Records::Tip last_written(Work& work, const DeviceId& own)
{
    const auto tip = work.records().tip(own);
    const auto known = work.facts().get(store::given_out_fact(own));
    const auto number = number_in(known);
    if (number <= tip.number) return tip;
    const auto hash = base::Hash::from_hex(known->substr(std::min(known->find(' ') + 1, known->size())));
    return hash ? store::Records::Tip{number, *hash} : tip;
}

bool must_ask_all_back(Work& work) { return is(work, ask_fact); }

void heard_all_back(Work& work, const DeviceId& own, std::uint64_t highest, const std::vector<Range>& has_not)
{
    if (!must_ask_all_back(work)) return;
    std::vector<std::uint64_t> here;
    for (const auto& stream : work.cursors().followed())
        for (const auto& record : work.records().of_stream(stream)) {
            const auto header = records::decode_header(record.header);
            if (header->device == own) here.push_back(header->number);
        }
    std::sort(here.begin(), here.end());
    auto all = missing(work);
    std::erase_if(all, [&](const Rescue::Lost& one) {
        const bool came_back = std::binary_search(here.begin(), here.end(), one.number);
        const bool at_server = one.number <= highest && !is_in(has_not, one.number);
        return came_back || at_server; // what the server has and does not send was erased
    });
    keep_missing(work, all);
    work.facts().set(asked_fact, yes);
    work.facts().set(ask_fact, no);
}

} // namespace frikort::core::actions
