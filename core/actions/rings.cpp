// SPDX-License-Identifier: MPL-2.0
#include "core/actions/rings.hpp"

#include <algorithm>

#include "core/sealing/body.hpp"

namespace frikort::core::actions {

using store::Delivery;

namespace {

// Where the server has it; nothing while it does not, or put it behind another.
std::optional<std::uint64_t> place_of(const store::Outbox::Standing& standing, std::uint64_t arrival)
{
    if (standing.delivery == Delivery::foreign) return arrival + 1;
    const bool first = standing.delivery == Delivery::accepted && standing.reason != beaten_word;
    return first ? std::optional{std::uint64_t{0}} : std::nullopt;
}

bool is_taken(const store::Outbox::Standing& standing)
{
    return standing.delivery == Delivery::foreign || standing.delivery == Delivery::accepted;
}

} // namespace

sealing::Generations generations_of(store::Work& work, const records::StreamId& stream, Known which)
{
    const auto kept = work.records().of_stream(stream, records::Class::key);
    std::vector<sealing::FoundGeneration> found;
    for (const auto& record : kept) {
        if (sealing::kind_of(record.body) != sealing::BodyKind::signed_generation) continue;
        const auto standing = work.outbox().standing(records::decode_header(record.header)->id);
        if (!standing || (which == Known::taken && !is_taken(*standing))) continue;
        found.push_back({record.header, record.body, place_of(*standing, found.size())});
    }
    return sealing::decide(stream, found);
}

bool has_keys_of_its_own(store::Work& work, const records::StreamId& stream)
{
    const auto keys = work.records().of_stream(stream, records::Class::key);
    return std::any_of(keys.begin(), keys.end(), [&](const records::Record& record) {
        const auto standing = work.outbox().standing(records::decode_header(record.header)->id);
        return standing && standing->delivery != Delivery::foreign;
    });
}

std::optional<sealing::KeyRing> ring_of(store::Work& work, const records::StreamId& stream,
                                        sealing::NotebookKeys opened)
{
    return sealing::KeyRing::from(stream, std::move(opened), generations_of(work, stream));
}

} // namespace frikort::core::actions
