// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/base/chance.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/records/record.hpp"
#include "core/sealing/secret.hpp"

namespace frikort::core::sealing {

using SignPublic = base::Name<struct SignPublicTag, 32>; // Ed25519
using BoxPublic = base::Name<struct BoxPublicTag, 32>;   // X25519
using Signature = base::Name<struct SignatureTag, 64>;

// Must be called before anything else here; again is harmless, from any thread. Throws std::runtime_error
// where libsodium cannot start.
void start();

// Random bytes from the operating system.
class SystemChance : public base::Chance {
public:
    void fill(std::span<base::Byte>) override;
};

// An Ed25519 key pair: a device's, or a notebook generation's.
class SigningKey {
public:
    static SigningKey random(base::Chance&);
    static SigningKey from_seed(base::BytesView seed); // 32 bytes
    const SignPublic& open() const { return open_; }
    Signature sign(base::BytesView message) const;
    base::BytesView seed() const { return seed_.view(); } // 32 bytes, to be kept where only this device reads

private:
    SigningKey() = default;
    SignPublic open_;
    Secret seed_;
    Secret secret_;
};

bool verified(const SignPublic&, base::BytesView message, const Signature&);
// False for the few X25519 keys that nothing can be sealed to. To be asked once of every key a peer sent.
bool usable(const BoxPublic&);
records::DeviceId device_of(const SignPublic&);

// What is sealed still fits into a record (records::largest_record).
inline constexpr std::size_t largest_plain = 60 * 1024;

// The public halves of one generation of a notebook's keys.
struct PublicKeys {
    SignPublic sign;
    BoxPublic box;
    friend bool operator==(const PublicKeys&, const PublicKeys&) = default;
};

// A notebook is named after the public keys of its first generation.
records::StreamId notebook_of(const PublicKeys& first_generation);

// One generation of a notebook's keys, all made from its 32-byte secret (crypto_kdf). Source: sync.md
// "Generations".
class NotebookKeys {
public:
    static NotebookKeys random(base::Chance&, std::uint32_t generation = 1);
    static NotebookKeys from_secret(Secret secret, std::uint32_t generation); // 32 bytes

    std::uint32_t generation() const { return generation_; }
    PublicKeys open() const;
    const Secret& secret() const { return secret_; }
    Signature sign(base::BytesView message) const { return sign_.sign(message); }
    const SigningKey& signer() const { return sign_; }

    // Pads to a multiple of 256 bytes and seals under the data key: kind byte, nonce, XChaCha20-Poly1305
    // with the kind and the header's bytes as associated data. At most `largest_plain` bytes.
    base::Bytes seal(base::BytesView header, base::BytesView plain, base::Chance&) const;
    // Nothing when it was sealed under another key, for another header, or was touched. `room`: a secret that
    // is not needed any more and may be written over.
    std::optional<Secret> open_body(base::BytesView header, base::BytesView body, Secret room = {}) const;
    // Seals a whole body that this device keeps for itself (a half-done entry), under a purpose of its own.
    base::Bytes seal_local(base::BytesView purpose, base::BytesView plain, base::Chance&) const;
    std::optional<Secret> open_local(base::BytesView purpose, base::BytesView sealed) const;
    // An earlier generation's secret under the data key; generations and stream are in the context.
    base::Bytes seal_earlier(base::BytesView context, const Secret& earlier, base::Chance&) const;
    std::optional<Secret> open_earlier(base::BytesView context, base::BytesView sealed) const;
    // What somebody sealed to the public box key.
    std::optional<Secret> open_box(base::BytesView sealed) const;

private:
    NotebookKeys(std::uint32_t generation, Secret secret, SigningKey sign);
    std::uint32_t generation_;
    Secret secret_;
    Secret data_key_;
    Secret local_key_;
    Secret box_secret_;
    BoxPublic box_open_;
    SigningKey sign_;
};

} // namespace frikort::core::sealing
