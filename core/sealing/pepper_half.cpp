// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/pepper_half.hpp"

#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

static_assert(sealed_half_size == PepperHalf::size + cipher::box_overhead);

PepperHalf PepperHalf::random(base::Chance& chance) { return PepperHalf{Secret::random(size, chance)}; }

std::optional<PepperHalf> PepperHalf::from(base::BytesView bytes)
{
    if (bytes.size() != size) return std::nullopt;
    return PepperHalf{Secret::copy_of(bytes)};
}

Pepper joined(const Pepper& own, const PepperHalf& half)
{
    Secret both{Pepper::size};
    cipher::keyed_digest(both.span(), own.view(), "frikort whole pepper 1", half.view());
    return *Pepper::from(both.view());
}

base::Hash known_by(const Pepper& own, const PepperHalf& half)
{
    base::Hash digest;
    cipher::keyed_digest(digest.bytes, own.view(), "frikort pepper half known 1", half.view());
    return digest;
}

HalfBox HalfBox::random(base::Chance& chance)
{
    const auto seed = Secret::random(cipher::key_size, chance);
    auto pair = cipher::box_pair(seed.view());
    return {pair.open, std::move(pair.secret)};
}

std::optional<PepperHalf> HalfBox::opened(base::BytesView sealed) const
{
    const auto half = cipher::open_sealed(open_, secret_, sealed);
    return half ? PepperHalf::from(half->view()) : std::nullopt;
}

base::Bytes seal_half(const BoxPublic& to, const PepperHalf& half, base::Chance& chance)
{
    return cipher::seal_to(to, half.view(), chance);
}

} // namespace frikort::core::sealing
