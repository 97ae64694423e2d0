// SPDX-License-Identifier: MPL-2.0
#include <utility>

#include "core/base/must.hpp"
#include "core/sealing/cipher.hpp"
#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

using base::Bytes;
using base::BytesView;
using cipher::Use;

records::StreamId notebook_of(const PublicKeys& first)
{
    const auto keys = base::ByteWriter{}.raw(first.sign.view()).raw(first.box.view()).take();
    return {records::StreamKind::notebook, records::digest(keys)};
}

NotebookKeys::NotebookKeys(std::uint32_t generation, Secret secret, SigningKey sign)
    : generation_{generation}, secret_{std::move(secret)}, data_key_{cipher::derive(secret_.view(),
                                                                                    Use::data)},
      local_key_{cipher::derive(secret_.view(), Use::local)}, sign_{std::move(sign)}
{
    auto pair = cipher::box_pair(cipher::derive(secret_.view(), Use::box).view());
    box_open_ = pair.open;
    box_secret_ = std::move(pair.secret);
}

NotebookKeys NotebookKeys::random(base::Chance& chance, std::uint32_t generation)
{
    return from_secret(Secret::random(cipher::key_size, chance), generation);
}

NotebookKeys NotebookKeys::from_secret(Secret secret, std::uint32_t generation)
{
    base::must(secret.size() == cipher::key_size && generation >= 1);
    auto sign = SigningKey::from_seed(cipher::derive(secret.view(), Use::sign).view());
    return NotebookKeys{generation, std::move(secret), std::move(sign)};
}

PublicKeys NotebookKeys::open() const { return {sign_.open(), box_open_}; }

Bytes NotebookKeys::seal(BytesView header, BytesView plain, base::Chance& chance) const
{
    return cipher::encrypt_padded(BodyKind::sealed, data_key_.view(), header, plain, chance);
}

std::optional<Secret> NotebookKeys::open_body(BytesView header, BytesView body, Secret room) const
{
    return cipher::decrypt_padded(BodyKind::sealed, data_key_.view(), header, body, std::move(room));
}

Bytes NotebookKeys::seal_local(BytesView purpose, BytesView plain, base::Chance& chance) const
{
    return cipher::encrypt_padded(BodyKind::local, local_key_.view(), purpose, plain, chance);
}

std::optional<Secret> NotebookKeys::open_local(BytesView purpose, BytesView sealed) const
{
    return cipher::decrypt_padded(BodyKind::local, local_key_.view(), purpose, sealed);
}

Bytes NotebookKeys::seal_earlier(BytesView context, const Secret& earlier, base::Chance& chance) const
{
    return cipher::encrypt(BodyKind::earlier, data_key_.view(), context, earlier.view(), chance);
}

std::optional<Secret> NotebookKeys::open_earlier(BytesView context, BytesView sealed) const
{
    return cipher::decrypt(BodyKind::earlier, data_key_.view(), context, sealed);
}

std::optional<Secret> NotebookKeys::open_box(BytesView sealed) const
{
    return cipher::open_sealed(box_open_, box_secret_, sealed);
}

} // namespace frikort::core::sealing
