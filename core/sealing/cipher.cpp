// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/cipher.hpp"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "core/base/must.hpp"

namespace frikort::core::sealing::cipher {

using base::Bytes;
using base::BytesView;
using base::must;

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t front = 1 + nonce_size;
constexpr std::size_t block = 256;
static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(key_size == crypto_kdf_KEYBYTES && key_size == crypto_box_SEEDBYTES);
static_assert(box_overhead == crypto_box_SEALBYTES);

Bytes associated(BodyKind kind, BytesView context)
{
    return base::ByteWriter{}.u8(static_cast<std::uint8_t>(kind)).raw(context).take();
}

using BoxNonce = std::array<base::Byte, crypto_box_NONCEBYTES>;

// As crypto_box_seal makes it: both public keys, so that the one-time key needs no nonce of its own.
BoxNonce box_nonce(BytesView one_time, BytesView to)
{
    BoxNonce nonce;
    const auto both = base::ByteWriter{}.raw(one_time).raw(to).take();
    must(crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0) == 0);
    return nonce;
}

} // namespace

Secret join(std::initializer_list<BytesView> parts)
{
    std::size_t size = 0;
    for (const auto part : parts) size += 4 + part.size();
    Secret joined{size};
    auto to = joined.span().begin();
    for (const auto part : parts) {
        const auto length = static_cast<std::uint32_t>(part.size());
        for (std::uint32_t i = 0; i < 4; ++i) *to++ = static_cast<base::Byte>(length >> (8 * i));
        to = std::copy(part.begin(), part.end(), to);
    }
    return joined;
}

Bytes join_open(std::initializer_list<BytesView> parts)
{
    base::ByteWriter writer;
    for (const auto part : parts) writer.sized(part);
    return writer.take();
}

Bytes encrypt(BodyKind kind, BytesView key, BytesView context, BytesView plain, base::Chance& chance)
{
    must(key.size() == key_size);
    Bytes sealed(front + plain.size() + tag_size);
    sealed[0] = static_cast<base::Byte>(kind);
    chance.fill(std::span{sealed}.subspan(1, nonce_size));
    const auto beside = associated(kind, context);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + front, nullptr, plain.data(), plain.size(),
                                               beside.data(), beside.size(), nullptr, sealed.data() + 1,
                                               key.data());
    return sealed;
}

std::optional<Secret> decrypt(BodyKind kind, BytesView key, BytesView context, BytesView sealed, Secret room)
{
    must(key.size() == key_size);
    if (sealed.size() < front + tag_size || sealed[0] != static_cast<base::Byte>(kind)) return std::nullopt;
    Secret plain{std::move(room)};
    plain.renew(sealed.size() - front - tag_size);
    const auto beside = associated(kind, context);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.span().data(), nullptr, nullptr, sealed.data() + front, sealed.size() - front, beside.data(),
        beside.size(), sealed.data() + 1, key.data());
    if (failed != 0) return std::nullopt;
    return plain;
}

Bytes encrypt_padded(BodyKind kind, BytesView key, BytesView context, BytesView plain, base::Chance& chance)
{
    must(plain.size() <= largest_plain);
    Secret padded{(plain.size() / block + 1) * block};
    std::copy(plain.begin(), plain.end(), padded.span().begin());
    std::size_t size = 0;
    must(sodium_pad(&size, padded.span().data(), plain.size(), block, padded.size()) == 0);
    must(size == padded.size());
    return encrypt(kind, key, context, padded.view(), chance);
}

std::optional<Secret> decrypt_padded(BodyKind kind, BytesView key, BytesView context, BytesView sealed,
                                     Secret room)
{
    auto padded = decrypt(kind, key, context, sealed, std::move(room));
    std::size_t size = 0;
    if (!padded || padded->size() % block != 0) return std::nullopt;
    if (padded->empty() || sodium_unpad(&size, padded->view().data(), padded->size(), block) != 0) {
        return std::nullopt;
    }
    padded->keep(size);
    return padded;
}

Secret derive(BytesView key, Use use)
{
    must(key.size() == key_size);
    Secret derived{key_size};
    must(crypto_kdf_derive_from_key(derived.span().data(), derived.size(), static_cast<std::uint64_t>(use),
                                    "frikort1", key.data()) == 0);
    return derived;
}

BoxPair box_pair(BytesView seed)
{
    must(seed.size() == crypto_box_SEEDBYTES);
    BoxPair pair{{}, Secret{crypto_box_SECRETKEYBYTES}};
    must(crypto_box_seed_keypair(pair.open.bytes.data(), pair.secret.span().data(), seed.data()) == 0);
    return pair;
}

Bytes seal_to(const BoxPublic& to, BytesView plain, base::Chance& chance)
{
    const auto one_time = box_pair(Secret::random(crypto_box_SEEDBYTES, chance).view());
    const auto nonce = box_nonce(one_time.open.view(), to.view());
    Bytes sealed(box_overhead + plain.size());
    std::copy(one_time.open.bytes.begin(), one_time.open.bytes.end(), sealed.begin());
    must(crypto_box_easy(sealed.data() + BoxPublic::size, plain.data(), plain.size(), nonce.data(),
                         to.bytes.data(), one_time.secret.view().data()) == 0);
    return sealed;
}

std::optional<Secret> open_sealed(const BoxPublic& open, const Secret& secret, BytesView sealed)
{
    if (sealed.size() < box_overhead) return std::nullopt;
    Secret plain{sealed.size() - box_overhead};
    const int failed = crypto_box_seal_open(plain.span().data(), sealed.data(), sealed.size(),
                                            open.bytes.data(), secret.view().data());
    if (failed != 0) return std::nullopt;
    return plain;
}

void keyed_digest(std::span<base::Byte> digest, BytesView key, std::string_view purpose, BytesView message)
{
    const auto all = join({base::view_of(purpose), message});
    must(crypto_generichash(digest.data(), digest.size(), all.view().data(), all.size(),
                            key.empty() ? nullptr : key.data(), key.size()) == 0);
}

} // namespace frikort::core::sealing::cipher
