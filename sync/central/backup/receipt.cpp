// SPDX-License-Identifier: MPL-2.0
#include "sync/central/backup/receipt.hpp"

namespace frikort::sync::central::backup {

using core::base::Bytes;
using core::base::Hash;
using core::sealing::Signature;
using core::store::BackupId;

namespace {

constexpr std::string_view begins = "fkr1-";

Bytes words(const BackupId& id, const Hash& digest)
{
    return core::base::ByteWriter{}
        .sized(core::base::view_of("frikort backup read back 1"))
        .raw(id.view())
        .raw(digest.view())
        .take();
}

} // namespace

std::string Receipt::text() const
{
    const auto bytes =
        core::base::ByteWriter{}.raw(id.view()).raw(digest.view()).raw(signature.view()).take();
    return std::string{begins} + core::base::to_hex(bytes);
}

std::optional<Receipt> Receipt::read(std::string_view text)
{
    if (!text.starts_with(begins)) return std::nullopt;
    const auto bytes = core::base::from_hex(text.substr(begins.size()));
    if (!bytes) return std::nullopt;
    core::base::ByteReader reader{*bytes};
    const auto id = BackupId::from(reader.raw(BackupId::size));
    const auto digest = Hash::from(reader.raw(Hash::size));
    const auto signature = Signature::from(reader.raw(Signature::size));
    if (!reader.at_end()) return std::nullopt;
    return Receipt{*id, *digest, *signature};
}

Receipt receipt_for(const Manifest& manifest, const core::sealing::BackupKey& key)
{
    const auto digest = digest_of(manifest);
    return {manifest.id, digest, key.sign(words(manifest.id, digest))};
}

bool holds(const Receipt& receipt, const core::store::Backups::Backup& backup)
{
    const auto sign = *core::sealing::SignPublic::from(backup.sign.view());
    return receipt.id == backup.id && receipt.digest == backup.digest &&
           core::sealing::verified(sign, words(backup.id, backup.digest), receipt.signature);
}

} // namespace frikort::sync::central::backup
