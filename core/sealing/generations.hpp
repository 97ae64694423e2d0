// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/sealing/key_record.hpp"

namespace frikort::core::sealing {

// Which generations of a notebook's keys hold. Pure; the same on server and kiosks. Source: sync.md
// "Generations".

// A generation record as it was found, header and body byte for byte.
struct FoundGeneration {
    base::BytesView header;
    base::BytesView body;
    std::optional<std::uint64_t> taken; // the server's order; nothing while it has not taken it
};

struct Generations {
    records::StreamId stream;
    std::vector<Generation> valid;  // valid[0] is the first; empty when the first is not known
    std::vector<Generation> beaten; // rightly made, but the server took another of that number first

    // Nothing when there is no valid one.
    const Generation* newest() const { return valid.empty() ? nullptr : &valid.back(); }
    // The valid one of this number, or nothing.
    const Generation* of(std::uint32_t number) const;
    std::vector<Link> links() const;
};

// From the stream's name on: the first public keys must hash to it, each later generation must be signed by
// the valid one before. Of two with one number the one the server took first wins; what it has not taken
// comes last, as in `found`. What is malformed, forged or of another stream is left out.
Generations decide(const records::StreamId&, std::span<const FoundGeneration> found);

// The same with one more, which the server took after all of those: what it is. Costs no more than itself,
// however many there are.
enum class Entered { valid, beaten, again, not_right };
Entered enter(Generations& decided, const FoundGeneration& next);

// True when the links lead from the stream's name to the last, each signed by the one before.
bool lead_from(const records::StreamId&, std::span<const Link>);

// The generation, valid or beaten, that this slot record belongs to and is signed by; nothing when there is
// none. Points into the generations.
const Generation* slot_signer(const Generations&, base::BytesView header, base::BytesView body);
inline bool slot_holds(const Generations& generations, base::BytesView header, base::BytesView body)
{
    return slot_signer(generations, header, body) != nullptr;
}

// Those whose slots nobody needs any more: the newest valid one holds their secrets, also by way of others;
// or they were beaten, and have one of their own making behind them. A beaten one that nobody has joined is
// not among them: its entries open with its own slots only.
std::vector<SignPublic> replaced(const Generations&);

// The generation that rightly signed this erase record, checked by the links it carries and nothing else. The
// server must also see that it is the newest it knows: an old card with its old code must not erase what came
// later. Nothing when it is malformed or forged.
std::optional<std::uint32_t> erased_by(base::BytesView header, base::BytesView body);

// The same with that comparison: what is erased, when its links lead through the newest valid generation of
// those known. Where none is known, the erasure proves itself. Nothing when it must not be done.
std::optional<Erase> erasure(const Generations& known, base::BytesView header, base::BytesView body);

} // namespace frikort::core::sealing
