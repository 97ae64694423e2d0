// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/generations.hpp"

#include <algorithm>
#include <limits>

#include "core/sealing/body.hpp"
#include "core/sealing/link.hpp"

namespace frikort::core::sealing {

using base::BytesView;
using records::StreamId;

namespace {

struct Candidate {
    Generation generation;
    std::uint64_t order;
};

// Well formed, of this stream, and signed by its own key for its own header.
std::optional<Candidate> candidate_from(const StreamId& stream, const FoundGeneration& found)
{
    const auto header = records::decode_header(found.header);
    auto generation = decode_generation(found.body);
    if (!header || !generation) return std::nullopt;
    const bool fitting = header->stream == stream && header->what == records::Class::key &&
                         header->generation == generation->number;
    if (!fitting || !signed_by(generation->link.keys.sign, found.header, found.body)) return std::nullopt;
    return Candidate{std::move(*generation), found.taken.value_or(std::numeric_limits<std::uint64_t>::max())};
}

bool linked(const StreamId& stream, std::uint32_t number, const Link& link, const PublicKeys& before)
{
    return verified(before.sign, link_bytes(stream, number, link.keys), link.by_before);
}

bool is_first(const StreamId& stream, const Link& link)
{
    return notebook_of(link.keys) == stream && linked(stream, 1, link, link.keys);
}

bool follows_one_of(const StreamId& stream, const Generation& generation,
                    const std::vector<Generation>& others)
{
    return std::any_of(others.begin(), others.end(), [&](const Generation& other) {
        // Each names whom it follows, so that no number of beaten ones makes this dear.
        return other.number + 1 == generation.number && !generation.earlier.empty() &&
               generation.earlier.front().whose == other.link.keys.sign &&
               linked(stream, generation.number, generation.link, other.link.keys);
    });
}

bool has_keys(const std::vector<Generation>& generations, const Generation& wanted)
{
    return std::any_of(generations.begin(), generations.end(), [&](const Generation& generation) {
        return generation.number == wanted.number && generation.link.keys == wanted.link.keys;
    });
}

// Of those with its number all that came before it are decided, and of those with a smaller one all.
Entered enter(Generations& decided, Generation generation)
{
    const auto& stream = decided.stream;
    if (has_keys(decided.valid, generation) || has_keys(decided.beaten, generation)) return Entered::again;
    const auto* before = decided.of(generation.number - 1);
    const bool right = generation.number == 1
                           ? is_first(stream, generation.link)
                           : before && linked(stream, generation.number, generation.link, before->link.keys);
    if (right && decided.valid.size() + 1 == generation.number) {
        decided.valid.push_back(std::move(generation));
        return Entered::valid;
    }
    if (!right && !follows_one_of(stream, generation, decided.beaten)) return Entered::not_right;
    decided.beaten.push_back(std::move(generation));
    return Entered::beaten;
}

const Generation* find(const Generations& generations, std::uint32_t number, const SignPublic& whose)
{
    for (const auto* some : {&generations.valid, &generations.beaten})
        for (const auto& one : *some)
            if (one.number == number && one.link.keys.sign == whose) return &one;
    return nullptr;
}

// What `generation` holds the secrets of, and what those hold.
void add_held(const Generations& generations, const Generation& generation, std::vector<SignPublic>& held)
{
    for (const auto& earlier : generation.earlier) {
        if (std::find(held.begin(), held.end(), earlier.whose) != held.end()) continue;
        held.push_back(earlier.whose);
        if (const auto* one = find(generations, earlier.generation, earlier.whose))
            add_held(generations, *one, held);
    }
}

} // namespace

const Generation* Generations::of(std::uint32_t number) const
{
    return number >= 1 && number <= valid.size() ? &valid[number - 1] : nullptr;
}

std::vector<Link> Generations::links() const
{
    std::vector<Link> links;
    for (const auto& generation : valid) links.push_back(generation.link);
    return links;
}

Generations decide(const StreamId& stream, std::span<const FoundGeneration> found)
{
    std::vector<Candidate> candidates;
    for (const auto& one : found) {
        if (auto candidate = candidate_from(stream, one)) candidates.push_back(std::move(*candidate));
    }
    // By number, so that each finds the one before it decided; within a number as the server took them.
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::pair{a.generation.number, a.order} < std::pair{b.generation.number, b.order};
    });

    Generations decided{stream, {}, {}};
    for (auto& [generation, order] : candidates) enter(decided, std::move(generation));
    return decided;
}

Entered enter(Generations& decided, const FoundGeneration& next)
{
    auto candidate = candidate_from(decided.stream, next);
    return candidate ? enter(decided, std::move(candidate->generation)) : Entered::not_right;
}

bool lead_from(const StreamId& stream, std::span<const Link> links)
{
    if (links.empty() || links.size() > most_generations || !is_first(stream, links[0])) return false;
    for (std::size_t i = 1; i < links.size(); ++i) {
        if (!linked(stream, static_cast<std::uint32_t>(i + 1), links[i], links[i - 1].keys)) return false;
    }
    return true;
}

const Generation* slot_signer(const Generations& generations, BytesView header, BytesView body)
{
    const auto read = records::decode_header(header);
    const auto slot = decode_slot(body);
    if (!read || !slot || read->stream != generations.stream || read->what != records::Class::key)
        return nullptr;
    for (const auto* some : {&generations.valid, &generations.beaten})
        for (const auto& one : *some)
            if (one.number == read->generation && signed_by(one.link.keys.sign, header, body)) return &one;
    return nullptr;
}

std::vector<SignPublic> replaced(const Generations& generations)
{
    std::vector<SignPublic> all;
    if (generations.newest() == nullptr) return all;
    add_held(generations, *generations.newest(), all);
    // Of a beaten one only its signature under the next is believed: anybody with an old secret can make a
    // beaten one, and write into it that it holds whatever he likes.
    for (const auto& before : generations.beaten)
        for (const auto& next : generations.beaten)
            if (before.number + 1 == next.number &&
                linked(generations.stream, next.number, next.link, before.link.keys))
                all.push_back(before.link.keys.sign);
    return all;
}

std::optional<std::uint32_t> erased_by(BytesView header, BytesView body)
{
    const auto read = records::decode_header(header);
    const auto erase = decode_erase(body);
    if (!read || !erase || read->what != records::Class::erase) return std::nullopt;
    if (erase->links.size() != read->generation || !lead_from(read->stream, erase->links))
        return std::nullopt;
    if (!signed_by(erase->links.back().keys.sign, header, body)) return std::nullopt;
    return read->generation;
}

std::optional<Erase> erasure(const Generations& known, BytesView header, BytesView body)
{
    if (!erased_by(header, body)) return std::nullopt;
    auto erase = *decode_erase(body);
    const auto* newest = known.newest();
    const bool older = newest != nullptr && (erase.links.size() < newest->number ||
                                             erase.links[newest->number - 1].keys != newest->link.keys);
    if (older) return std::nullopt;
    return erase;
}

} // namespace frikort::core::sealing
