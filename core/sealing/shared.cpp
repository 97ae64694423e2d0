// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/shared.hpp"

#include <functional>

#include "core/base/must.hpp"
#include "core/sealing/body.hpp"
#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

using base::Bytes;
using base::BytesView;
using cipher::Use;

namespace {

constexpr std::size_t lock_size = cipher::key_size + cipher::box_overhead;

// The writer is part of the context, so that nobody can sign another's words as their own.
Bytes context_of(const SignPublic& writer, BytesView header)
{
    return cipher::join_open({writer.view(), header});
}

Bytes signed_bytes(BytesView header, BytesView locks, BytesView sealed)
{
    const auto head = records::digest(header);
    return cipher::join_open({base::view_of("frikort shared 1"), head.view(), locks, sealed});
}

using OpenBox = std::function<std::optional<Secret>(BytesView)>;

std::optional<Secret> key_from(BytesView locks, const OpenBox& open_box)
{
    for (; !locks.empty(); locks = locks.subspan(lock_size)) {
        auto key = open_box(locks.first(lock_size));
        if (key && key->size() == cipher::key_size) return key;
    }
    return std::nullopt;
}

std::optional<Shared> open_with(const OpenBox& open_box, BytesView header, BytesView body)
{
    base::ByteReader reader{body};
    if (reader.u8() != static_cast<std::uint8_t>(BodyKind::shared)) return std::nullopt;
    const auto writer = SignPublic::from(reader.raw(SignPublic::size));
    const auto signature = Signature::from(reader.raw(Signature::size));
    const std::size_t readers = reader.u8();
    if (readers == 0 || readers > most_readers) return std::nullopt;
    const auto locks = reader.raw(readers * lock_size);
    const auto sealed = reader.raw(reader.left());
    if (!reader.fits() || !writer || !signature) return std::nullopt;
    if (!verified(*writer, signed_bytes(header, locks, sealed), *signature)) return std::nullopt;

    const auto key = key_from(locks, open_box);
    if (!key) return std::nullopt;
    auto plain = cipher::decrypt_padded(BodyKind::shared, key->view(), context_of(*writer, header), sealed);
    if (!plain) return std::nullopt;
    return Shared{*writer, std::move(*plain)};
}

} // namespace

InboxKeys InboxKeys::random(base::Chance& chance)
{
    return from_secret(Secret::random(cipher::key_size, chance));
}

InboxKeys InboxKeys::from_secret(Secret secret)
{
    base::must(secret.size() == cipher::key_size);
    InboxKeys keys;
    auto pair = cipher::box_pair(cipher::derive(secret.view(), Use::inbox).view());
    keys.open_ = pair.open;
    keys.box_secret_ = std::move(pair.secret);
    keys.secret_ = std::move(secret);
    return keys;
}

std::optional<Secret> InboxKeys::open_box(BytesView sealed) const
{
    return cipher::open_sealed(open_, box_secret_, sealed);
}

Bytes seal_shared(std::span<const BoxPublic> readers, BytesView header, BytesView plain,
                  const SigningKey& writer, base::Chance& chance)
{
    base::must(!readers.empty() && readers.size() <= most_readers);
    const auto key = Secret::random(cipher::key_size, chance);
    base::ByteWriter all_locks;
    for (const auto& reader : readers) all_locks.raw(cipher::seal_to(reader, key.view(), chance));
    const auto locks = all_locks.take();
    const auto sealed = cipher::encrypt_padded(BodyKind::shared, key.view(),
                                               context_of(writer.open(), header), plain, chance);
    return base::ByteWriter{}
        .u8(static_cast<std::uint8_t>(BodyKind::shared))
        .raw(writer.open().view())
        .raw(writer.sign(signed_bytes(header, locks, sealed)).view())
        .u8(static_cast<std::uint8_t>(readers.size()))
        .raw(locks)
        .raw(sealed)
        .take();
}

std::optional<Shared> open_shared(const NotebookKeys& reader, BytesView header, BytesView body)
{
    return open_with([&](BytesView sealed) { return reader.open_box(sealed); }, header, body);
}

std::optional<Shared> open_shared(const InboxKeys& reader, BytesView header, BytesView body)
{
    return open_with([&](BytesView sealed) { return reader.open_box(sealed); }, header, body);
}

std::optional<Shared> open_shared(const RecoveryPair& reader, BytesView header, BytesView body)
{
    return open_with(
        [&](BytesView sealed) { return cipher::open_sealed(reader.open(), reader.secret(), sealed); }, header,
        body);
}

} // namespace frikort::core::sealing
