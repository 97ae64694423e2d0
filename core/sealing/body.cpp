// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"

#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

using base::Bytes;
using base::BytesView;

namespace {

constexpr std::size_t sealed_key_size = cipher::key_size + cipher::box_overhead;

Bytes context_of(const SignPublic& writer, BytesView header)
{
    return cipher::join_open({writer.view(), header});
}

Bytes signed_bytes(BytesView header, BytesView sealed_key, BytesView sealed)
{
    const auto head = records::digest(header);
    return cipher::join_open({base::view_of("frikort from outside 1"), head.view(), sealed_key, sealed});
}

} // namespace

std::optional<BodyKind> kind_of(BytesView body)
{
    if (body.empty()) return std::nullopt;
    const auto kind = static_cast<BodyKind>(body[0]);
    switch (kind) {
    case BodyKind::sealed:
    case BodyKind::from_outside:
    case BodyKind::local:
    case BodyKind::earlier:
    case BodyKind::slot:
    case BodyKind::recovery:
    case BodyKind::signed_generation:
    case BodyKind::signed_slot:
    case BodyKind::signed_erase:
        return kind;
    }
    return std::nullopt;
}

bool fits(records::Class what, BodyKind kind)
{
    switch (what) {
    case records::Class::content:
        return kind == BodyKind::sealed || kind == BodyKind::from_outside;
    case records::Class::key:
        return kind == BodyKind::signed_generation || kind == BodyKind::signed_slot;
    case records::Class::erase:
        return kind == BodyKind::signed_erase;
    }
    return false;
}

Bytes seal_from_outside(const PublicKeys& newest, BytesView header, BytesView plain, const SigningKey& writer,
                        base::Chance& chance)
{
    // The writer is part of the context, so that nobody can sign another's words as his own.
    const auto key = Secret::random(cipher::key_size, chance);
    const auto sealed_key = cipher::seal_to(newest.box, key.view(), chance);
    const auto sealed = cipher::encrypt_padded(BodyKind::from_outside, key.view(),
                                               context_of(writer.open(), header), plain, chance);
    return base::ByteWriter{}
        .u8(static_cast<std::uint8_t>(BodyKind::from_outside))
        .raw(writer.open().view())
        .raw(writer.sign(signed_bytes(header, sealed_key, sealed)).view())
        .raw(sealed_key)
        .raw(sealed)
        .take();
}

std::optional<FromOutside> open_from_outside(const NotebookKeys& keys, BytesView header, BytesView body)
{
    base::ByteReader reader{body};
    if (reader.u8() != static_cast<std::uint8_t>(BodyKind::from_outside)) return std::nullopt;
    const auto writer = SignPublic::from(reader.raw(SignPublic::size));
    const auto signature = Signature::from(reader.raw(Signature::size));
    const auto sealed_key = reader.raw(sealed_key_size);
    const auto sealed = reader.raw(reader.left());
    if (!reader.fits() || !writer || !signature) return std::nullopt;
    if (!verified(*writer, signed_bytes(header, sealed_key, sealed), *signature)) return std::nullopt;

    const auto key = keys.open_box(sealed_key);
    if (!key) return std::nullopt;
    auto plain =
        cipher::decrypt_padded(BodyKind::from_outside, key->view(), context_of(*writer, header), sealed);
    if (!plain) return std::nullopt;
    return FromOutside{*writer, std::move(*plain)};
}

} // namespace frikort::core::sealing
