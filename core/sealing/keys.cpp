// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/keys.hpp"

#include <algorithm>
#include <stdexcept>

#include <sodium.h>

#include "core/base/must.hpp"

namespace frikort::core::sealing {

using base::must;

void start()
{
    if (sodium_init() < 0) throw std::runtime_error{"libsodium cannot start"};
}

void SystemChance::fill(std::span<base::Byte> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

SigningKey SigningKey::random(base::Chance& chance)
{
    return from_seed(Secret::random(crypto_sign_SEEDBYTES, chance).view());
}

SigningKey SigningKey::from_seed(base::BytesView seed)
{
    must(seed.size() == crypto_sign_SEEDBYTES);
    SigningKey key;
    key.seed_ = Secret::copy_of(seed);
    key.secret_ = Secret{crypto_sign_SECRETKEYBYTES};
    must(crypto_sign_seed_keypair(key.open_.bytes.data(), key.secret_.span().data(), seed.data()) == 0);
    return key;
}

Signature SigningKey::sign(base::BytesView message) const
{
    must(!secret_.empty());
    Signature signature;
    must(crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(),
                              secret_.view().data()) == 0);
    return signature;
}

bool verified(const SignPublic& key, base::BytesView message, const Signature& signature)
{
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                       key.bytes.data()) == 0;
}

bool usable(const BoxPublic& key)
{
    // Any secret tells: a key of small order gives zeros with all of them.
    static constexpr std::array<base::Byte, crypto_box_SECRETKEYBYTES> any{1};
    std::array<base::Byte, crypto_box_BEFORENMBYTES> shared;
    return crypto_box_beforenm(shared.data(), key.bytes.data(), any.data()) == 0;
}

records::DeviceId device_of(const SignPublic& key)
{
    const auto digest = records::digest(key.view());
    return *records::DeviceId::from(digest.view().first(records::DeviceId::size));
}

} // namespace frikort::core::sealing
