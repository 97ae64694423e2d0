// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "core/sealing/body.hpp"

// The few ways in which this room calls libsodium. Not for other rooms: they seal bodies and slots.
namespace frikort::core::sealing::cipher {

inline constexpr std::size_t key_size = 32;

// Every part behind its length, so that no two lists of parts give the same bytes.
Secret join(std::initializer_list<base::BytesView> parts);
// The same for what is not secret.
base::Bytes join_open(std::initializer_list<base::BytesView> parts);

// Kind byte, random nonce, XChaCha20-Poly1305 with kind and context as associated data.
base::Bytes encrypt(BodyKind, base::BytesView key, base::BytesView context, base::BytesView plain,
                    base::Chance&);
// `room` may be any secret that is not needed any more: what is opened is written over it where it fits.
std::optional<Secret> decrypt(BodyKind, base::BytesView key, base::BytesView context, base::BytesView sealed,
                              Secret room = {});

// The same with the plain text padded to a multiple of 256 bytes, always by at least one.
base::Bytes encrypt_padded(BodyKind, base::BytesView key, base::BytesView context, base::BytesView plain,
                           base::Chance&);
std::optional<Secret> decrypt_padded(BodyKind, base::BytesView key, base::BytesView context,
                                     base::BytesView sealed, Secret room = {});

// 32 bytes for one use out of 32 bytes that have several. A use's number is never used for another.
enum class Use : std::uint64_t {
    data = 1,
    box = 2,
    sign = 3,
    local = 4,
    slot = 5,
    proof = 6,
    recovery = 7,
    inbox = 8,
    root = 9,
    machine = 10,
    backup_box = 11,
    backup_sign = 12
};
Secret derive(base::BytesView key, Use);

struct BoxPair {
    BoxPublic open;
    Secret secret;
};
BoxPair box_pair(base::BytesView seed);

// libsodium's sealed box, with the one-time key taken from `chance`. The key must be `usable`.
inline constexpr std::size_t box_overhead = 48;
base::Bytes seal_to(const BoxPublic&, base::BytesView plain, base::Chance&);
std::optional<Secret> open_sealed(const BoxPublic&, const Secret&, base::BytesView sealed);

// BLAKE2b over a purpose and a message, with a key of at most 64 bytes or none. 16 to 64 bytes long.
void keyed_digest(std::span<base::Byte> digest, base::BytesView key, std::string_view purpose,
                  base::BytesView message);

} // namespace frikort::core::sealing::cipher
