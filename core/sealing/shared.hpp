// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <span>

#include "core/sealing/keys.hpp"
#include "core/sealing/slot.hpp"

namespace frikort::core::sealing {

// The centre's inbox: what citizens write to the staff is sealed to it. Each member opens its private half
// with a code of their own, and so does the centre card. Source: sync.md, key table.
class InboxKeys {
public:
    static InboxKeys random(base::Chance&);
    static InboxKeys from_secret(Secret); // 32 bytes
    const BoxPublic& open() const { return open_; }
    const Secret& secret() const { return secret_; }
    // What somebody sealed to the public key.
    std::optional<Secret> open_box(base::BytesView sealed) const;

private:
    InboxKeys() = default;
    BoxPublic open_;
    Secret secret_;
    Secret box_secret_;
};

inline constexpr std::size_t most_readers = 8;

// Content for several readers: one random key sealed to each, the same encryption and padding as inside a
// notebook, and the writer's signature over header, locks and words. Nobody can see who the readers are, and
// a writer need not be able to read. Source: sync.md "Bodies". One to `most_readers` usable keys (must).
base::Bytes seal_shared(std::span<const BoxPublic> readers, base::BytesView header, base::BytesView plain,
                        const SigningKey& writer, base::Chance&);

struct Shared {
    SignPublic writer; // whose key signed it; who that is, others know
    Secret plain;
};
// Nothing when it was not sealed to this reader, was made for another header, touched, or is not signed.
std::optional<Shared> open_shared(const NotebookKeys& reader, base::BytesView header, base::BytesView body);
std::optional<Shared> open_shared(const InboxKeys& reader, base::BytesView header, base::BytesView body);
std::optional<Shared> open_shared(const RecoveryPair& reader, base::BytesView header, base::BytesView body);

} // namespace frikort::core::sealing
