// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/backup.hpp"

#include <algorithm>

#include "core/base/must.hpp"
#include "core/sealing/cipher.hpp"

namespace frikort::core::sealing {

namespace {

constexpr std::string_view begins = "fkb1-";
constexpr std::size_t check_size = 4;

base::Hash check_of(base::BytesView both)
{
    return records::digest(cipher::join_open({base::view_of("frikort backup key 1"), both}));
}

} // namespace

std::string BackupPublic::text() const
{
    const auto both = base::ByteWriter{}.raw(box.view()).raw(sign.view()).take();
    return std::string{begins} + base::to_hex(both) + base::to_hex(check_of(both).view().first(check_size));
}

std::optional<BackupPublic> BackupPublic::read(std::string_view text)
{
    if (!text.starts_with(begins)) return std::nullopt;
    const auto bytes = base::from_hex(text.substr(begins.size()));
    if (!bytes || bytes->size() != BoxPublic::size + SignPublic::size + check_size) return std::nullopt;
    base::ByteReader reader{*bytes};
    const auto both = reader.raw(BoxPublic::size + SignPublic::size);
    const auto digest = check_of(both);
    const auto check = digest.view().first(check_size);
    const BackupPublic read{*BoxPublic::from(both.first(BoxPublic::size)),
                            *SignPublic::from(both.subspan(BoxPublic::size))};
    const auto told = reader.raw(check_size);
    if (!std::equal(check.begin(), check.end(), told.begin()) || !usable(read.box)) return std::nullopt;
    return read;
}

BackupKey::BackupKey(Secret seed, SigningKey signer) : seed_{std::move(seed)}, signer_{std::move(signer)}
{
    auto pair = cipher::box_pair(cipher::derive(seed_.view(), cipher::Use::backup_box).view());
    box_ = std::move(pair.secret);
    open_ = {pair.open, signer_.open()};
}

BackupKey BackupKey::random(base::Chance& chance)
{
    return from_seed(Secret::random(cipher::key_size, chance).view());
}

BackupKey BackupKey::from_seed(base::BytesView seed)
{
    base::must(seed.size() == cipher::key_size);
    return {Secret::copy_of(seed),
            SigningKey::from_seed(cipher::derive(seed, cipher::Use::backup_sign).view())};
}

std::optional<Secret> BackupKey::open_sealed(base::BytesView sealed) const
{
    return cipher::open_sealed(open_.box, box_, sealed);
}

} // namespace frikort::core::sealing
