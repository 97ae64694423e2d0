// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

// The bodies of key and erase records: open to read, signed by the notebook, so that nobody can re-key or
// erase what he cannot open. Each is: kind byte, sized statement, signature over the record's header and the
// statement. A newer program may have written more at a statement's end. Source: sync.md "Generations",
// "Erasing".

// Why a peer's key or erase body is not taken.
enum class Malformed { other_kind, cut_off, bad_value };

// Ties a generation's public keys to the generation before. Stands alone, so that an erasure can still be
// checked where the generation records are gone.
struct Link {
    PublicKeys keys;
    Signature by_before; // of the first generation: by its own key
    friend bool operator==(const Link&, const Link&) = default;
};

// An earlier generation's secret, encrypted under the data key of the generation whose record holds it.
struct Earlier {
    std::uint32_t generation = 0;
    SignPublic whose;
    base::Bytes sealed;
    friend bool operator==(const Earlier&, const Earlier&) = default;
};

struct Generation {
    std::uint32_t number = 1;
    Link link;
    std::vector<Earlier>
        earlier; // empty in the first; else the one before, then any that lost and were joined
    friend bool operator==(const Generation&, const Generation&) = default;
};

Generation first_generation(const NotebookKeys&);
// `next` has the number after `before`. `joined` are open generations that lost to another of the same number
// and whose entries must not be lost with them.
Generation next_generation(const records::StreamId&, const NotebookKeys& next, const NotebookKeys& before,
                           std::span<const NotebookKeys* const> joined, base::Chance&);

// What the world may see of a slot. Slots of call names never leave the kiosk and have no record.
struct OpenSlot {
    enum class Kind : std::uint8_t { card = 1, recovery = 3 }; // the numbers of store::Slots::Kind
    Kind kind = Kind::card;
    base::Hash lookup;                  // card_lookup; of a recovery slot the stream's name
    std::optional<base::Hash> verifier; // of the proof; a recovery slot has none
    base::Bytes wrapped;
    friend bool operator==(const OpenSlot&, const OpenSlot&) = default;
};

struct Erase {
    std::vector<base::Id> records; // empty: the whole stream
    std::vector<Link> links;       // from the first generation to the one that signs
    friend bool operator==(const Erase&, const Erase&) = default;
};

// So that each body fits into a record. Who needs more erasures writes another record; a notebook ends here.
inline constexpr std::size_t most_erased_at_once = 2000;
inline constexpr std::uint32_t most_generations = 200;

// The whole body, signed by `keys` for the record with this header, whose generation is that of `keys`.
base::Bytes sign_body(base::BytesView header, const Generation&, const NotebookKeys& keys);
base::Bytes sign_body(base::BytesView header, const OpenSlot&, const NotebookKeys& keys);
base::Bytes sign_body(base::BytesView header, const Erase&, const NotebookKeys& keys);

// What a body says. Not yet that it is true: see `signed_by` and generations.hpp.
base::Result<Generation, Malformed> decode_generation(base::BytesView body);
base::Result<OpenSlot, Malformed> decode_slot(base::BytesView body);
base::Result<Erase, Malformed> decode_erase(base::BytesView body);

// True when the body, of any of the three kinds, carries this key's signature for exactly this header.
bool signed_by(const SignPublic&, base::BytesView header, base::BytesView body);

} // namespace frikort::core::sealing
