// SPDX-License-Identifier: MPL-2.0
#include "sync/central/backup/manifest.hpp"

#include <algorithm>

namespace frikort::sync::central::backup {

using core::base::ByteReader;
using core::base::Bytes;
using core::base::BytesView;
using core::base::Hash;
using core::base::no;
using core::store::Contents;
using core::store::Seconds;

namespace {

constexpr std::uint8_t version = 1;

std::string text(ByteReader& reader) { return std::string{core::base::text_of(reader.sized())}; }

Hash hash(ByteReader& reader) { return Hash::from(reader.raw(Hash::size)).value_or(Hash{}); }

} // namespace

Bytes encode(const Manifest& manifest)
{
    const auto& contents = manifest.contents;
    core::base::ByteWriter writer;
    writer.u8(version).raw(manifest.id.view());
    writer.u64(static_cast<std::uint64_t>(manifest.made.time_since_epoch().count()));
    writer.sized(core::base::view_of(contents.standing.epoch)).u64(contents.standing.counter);
    writer.raw(contents.standing.mark.view());
    writer.u64(contents.tables.size());
    for (const auto& table : contents.tables)
        writer.sized(core::base::view_of(table.name)).u64(table.rows).raw(table.sum.view());
    writer.u64(contents.streams.size());
    for (const auto& stream : contents.streams)
        writer.raw(stream.stream.bytes()).u64(stream.records).raw(stream.sum.view());
    return writer.take();
}

core::base::Result<Manifest, Malformed> decode_manifest(BytesView bytes)
{
    ByteReader reader{bytes};
    if (reader.u8() != version) return no(Malformed::other_version);
    Manifest manifest;
    const auto id = core::store::BackupId::from(reader.raw(core::store::BackupId::size));
    manifest.id = id.value_or(core::store::BackupId{});
    manifest.made = Seconds{std::chrono::seconds{static_cast<std::int64_t>(reader.u64())}};
    auto& contents = manifest.contents;
    contents.standing.epoch = text(reader);
    contents.standing.counter = reader.u64();
    contents.standing.mark =
        core::store::Mark::from(reader.raw(core::store::Mark::size)).value_or(core::store::Mark{});
    for (auto left = reader.u64(); left > 0 && reader.fits(); --left) {
        contents.tables.push_back({text(reader), reader.u64(), {}});
        contents.tables.back().sum = hash(reader);
    }
    for (auto left = reader.u64(); left > 0 && reader.fits(); --left) {
        const auto stream = core::records::StreamId::from(reader.raw(1 + Hash::size));
        if (!stream) return no(Malformed::cut_off);
        contents.streams.push_back({*stream, reader.u64(), {}});
        contents.streams.back().sum = hash(reader);
    }
    if (!reader.at_end()) return no(Malformed::cut_off);
    return manifest;
}

Hash digest_of(const Manifest& manifest) { return core::records::digest(encode(manifest)); }

std::uint64_t records_in(const Manifest& manifest)
{
    std::uint64_t all = 0;
    for (const auto& stream : manifest.contents.streams) all += stream.records;
    return all;
}

std::int64_t age_in_days(const Manifest& manifest, Seconds now)
{
    const auto days = std::chrono::floor<std::chrono::days>(now - manifest.made).count();
    return std::max<std::int64_t>(days, 0);
}

bool is_too_old(Seconds made, Seconds now) { return now - made > backups_last; }

} // namespace frikort::sync::central::backup
