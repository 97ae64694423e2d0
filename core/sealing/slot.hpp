// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

// A slot: a generation's secret under a key that a person can come up with. Source: sync.md, key table.
// All of these belong to one stream and one generation; for another they do not open.

// For `key` of `stretch_card` or `stretch_name`.
base::Bytes wrap(const Secret& key, const records::StreamId&, const NotebookKeys&, base::Chance&);
// Nothing when key, stream or generation is another, or a byte was touched.
std::optional<NotebookKeys> unwrap(const Secret& key, const records::StreamId&, std::uint32_t generation,
                                   base::BytesView wrapped);

// What the centre card in the safe can do: open what was lost, and say who is the first leader. Its private
// halves are on no kiosk.
class RecoveryPair {
public:
    static constexpr std::size_t card_size = 16; // bytes; all of them random, so nothing is stretched
    // Nothing unless there are exactly `card_size` bytes.
    static std::optional<RecoveryPair> from_card(base::BytesView centre_card);
    const BoxPublic& open() const { return open_; }
    const Secret& secret() const { return secret_; }
    // Signs for the card itself: the root of all who may sign for the centre.
    const SigningKey& root() const { return *root_; }

private:
    RecoveryPair() = default;
    BoxPublic open_;
    Secret secret_;
    std::optional<SigningKey> root_;
};

base::Bytes wrap_for_recovery(const BoxPublic& centre, const records::StreamId&, const NotebookKeys&,
                              base::Chance&);
std::optional<NotebookKeys> unwrap_recovered(const RecoveryPair&, const records::StreamId&,
                                             std::uint32_t generation, base::BytesView wrapped);

} // namespace frikort::core::sealing
