// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/sealing/generations.hpp"
#include "core/sealing/shared.hpp"

namespace frikort::core::sealing {

// An open notebook's keys: the generation that was opened and all earlier ones it leads to. Later ones stay
// shut.
class KeyRing {
public:
    // Nothing when `opened` is not the generation it says it is (its public keys are others), valid or
    // beaten. An earlier secret that does not open, or is not that generation's, is left out: its entries
    // stay shut.
    static std::optional<KeyRing> from(const records::StreamId&, NotebookKeys opened, const Generations&);

    const records::StreamId& stream() const { return stream_; }
    const NotebookKeys& opened() const { return keys_.front(); }
    // All, the opened one first.
    const std::vector<NotebookKeys>& keys() const { return keys_; }

    // Opens a content body that was sealed inside (BodyKind::sealed) with the generation its header names.
    // `room`: a secret that is not needed any more and may be written over.
    std::optional<Secret> open_body(base::BytesView header, base::BytesView body, Secret room = {}) const;

    // Opens one that was sealed to this notebook among others, under the generation its header names.
    std::optional<Shared> open_shared(base::BytesView header, base::BytesView body) const;

private:
    KeyRing(const records::StreamId& stream, NotebookKeys opened);
    records::StreamId stream_;
    std::vector<NotebookKeys> keys_;
};

} // namespace frikort::core::sealing
