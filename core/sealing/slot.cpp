// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/slot.hpp"

#include <algorithm>

#include "core/base/must.hpp"
#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

using base::Bytes;
using base::BytesView;
using records::StreamId;

namespace {

Bytes context_of(const StreamId& stream, std::uint32_t generation)
{
    return base::ByteWriter{}.raw(stream.bytes()).u32(generation).take();
}

} // namespace

Bytes wrap(const Secret& key, const StreamId& stream, const NotebookKeys& keys, base::Chance& chance)
{
    return cipher::encrypt(BodyKind::slot, key.view(), context_of(stream, keys.generation()),
                           keys.secret().view(), chance);
}

std::optional<NotebookKeys> unwrap(const Secret& key, const StreamId& stream, std::uint32_t generation,
                                   BytesView wrapped)
{
    auto secret = cipher::decrypt(BodyKind::slot, key.view(), context_of(stream, generation), wrapped);
    if (!secret || secret->size() != cipher::key_size || generation == 0) return std::nullopt;
    return NotebookKeys::from_secret(std::move(*secret), generation);
}

std::optional<RecoveryPair> RecoveryPair::from_card(BytesView centre_card)
{
    if (centre_card.size() != card_size) return std::nullopt;
    Secret key{cipher::key_size};
    cipher::keyed_digest(key.span(), {}, "frikort centre card 1", centre_card);
    auto pair = cipher::box_pair(cipher::derive(key.view(), cipher::Use::recovery).view());
    RecoveryPair recovery;
    recovery.open_ = pair.open;
    recovery.secret_ = std::move(pair.secret);
    recovery.root_ = SigningKey::from_seed(cipher::derive(key.view(), cipher::Use::root).view());
    return recovery;
}

Bytes wrap_for_recovery(const BoxPublic& centre, const StreamId& stream, const NotebookKeys& keys,
                        base::Chance& chance)
{
    // A sealed box has no associated data: stream and generation stand inside, before the secret.
    const auto context = context_of(stream, keys.generation());
    Secret plain{context.size() + cipher::key_size};
    const auto behind = std::copy(context.begin(), context.end(), plain.span().begin());
    std::copy(keys.secret().view().begin(), keys.secret().view().end(), behind);
    return base::ByteWriter{}
        .u8(static_cast<std::uint8_t>(BodyKind::recovery))
        .raw(cipher::seal_to(centre, plain.view(), chance))
        .take();
}

std::optional<NotebookKeys> unwrap_recovered(const RecoveryPair& pair, const StreamId& stream,
                                             std::uint32_t generation, BytesView wrapped)
{
    if (kind_of(wrapped) != BodyKind::recovery || generation == 0) return std::nullopt;
    const auto plain = cipher::open_sealed(pair.open(), pair.secret(), wrapped.subspan(1));
    const auto context = context_of(stream, generation);
    if (!plain || plain->size() != context.size() + cipher::key_size) return std::nullopt;
    if (!std::equal(context.begin(), context.end(), plain->view().begin())) return std::nullopt;
    return NotebookKeys::from_secret(Secret::copy_of(plain->view().subspan(context.size())), generation);
}

} // namespace frikort::core::sealing
