// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/base/id.hpp"
#include "core/sealing/keys.hpp"
#include "core/sealing/pepper.hpp"

namespace frikort::core::sealing {

// What the server keeps for one kiosk and gives it at each start, so that who takes the kiosk's disk has half
// of its pepper only (sync.md, key table). On the kiosk in memory alone.
class PepperHalf {
public:
    static constexpr std::size_t size = 32;
    static PepperHalf random(base::Chance&);
    // Nothing unless there are exactly `size` bytes.
    static std::optional<PepperHalf> from(base::BytesView);
    base::BytesView view() const { return bytes_.view(); }

private:
    explicit PepperHalf(Secret bytes) : bytes_{std::move(bytes)} {}
    Secret bytes_;
};

// The pepper of call names, of both halves. Neither half alone says anything of it.
Pepper joined(const Pepper& own, const PepperHalf&);
// By what a kiosk knows the half again: says nothing of it, and to nobody else anything at all.
base::Hash known_by(const Pepper& own, const PepperHalf&);

// What a half travels in: a key made for one request. Who listens or keeps a log, also behind TLS, has
// nothing.
class HalfBox {
public:
    static HalfBox random(base::Chance&);
    const BoxPublic& open() const { return open_; } // for the request
    // Nothing when it was sealed to another, or is no half.
    std::optional<PepperHalf> opened(base::BytesView sealed) const;

private:
    HalfBox(BoxPublic open, Secret secret) : open_{open}, secret_{std::move(secret)} {}
    BoxPublic open_;
    Secret secret_;
};
inline constexpr std::size_t sealed_half_size = PepperHalf::size + 48;
// The key must be `usable`.
base::Bytes seal_half(const BoxPublic& to, const PepperHalf&, base::Chance&);

} // namespace frikort::core::sealing
