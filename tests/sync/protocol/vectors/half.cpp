// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/pepper_half.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

namespace frikort::tests::vectors {

namespace sealing = core::sealing;
using core::base::to_hex;

// A key for one request, and two halves that are sealed to it.
Json half_vectors()
{
    ToldChance drawn{91};
    const auto box = sealing::HalfBox::random(drawn);
    Json made{{"seed", drawn.drawn()}, {"half_to", box.open().hex()}, {"halves", Json::array()}};
    for (const auto byte : {core::base::Byte{0x66}, core::base::Byte{0x67}}) {
        ToldChance chance{std::uint64_t{byte}};
        const auto half = *sealing::PepperHalf::from(repeated(byte));
        const auto sealed = sealing::seal_half(box.open(), half, chance);
        made["halves"].push_back(
            {{"half", to_hex(half.view())}, {"random", chance.drawn()}, {"sealed", to_hex(sealed)}});
    }
    return made;
}

} // namespace frikort::tests::vectors
