// SPDX-License-Identifier: MPL-2.0
#include "sync/central/backup/unpack.hpp"

#include <algorithm>
#include <fstream>

#include "core/store/disk/part_file.hpp"
#include "core/store/erasures.hpp"
#include "sync/central/backup/ending.hpp"

namespace frikort::sync::central::backup {

using core::base::Bytes;
using core::base::no;
using core::base::Result;
using core::sealing::SealedIn;
using core::store::StoreFailure;

namespace {

// Not trusted for what is made room for: a backup is sealed to a key that is no secret.
constexpr std::size_t piece = 64 * 1024;

std::optional<std::uint64_t> number(SealedIn& in, std::size_t bytes)
{
    Bytes read(bytes);
    if (!in.read(read)) return std::nullopt;
    core::base::ByteReader reader{read};
    return bytes == 4 ? reader.u32() : reader.u64();
}

std::optional<Bytes> sized(SealedIn& in)
{
    const auto size = number(in, 4);
    if (!size) return std::nullopt;
    Bytes all;
    for (std::uint64_t left = *size; left > 0;) {
        const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(left, piece));
        all.resize(all.size() + some);
        if (!in.read(std::span{all}.last(some))) return std::nullopt;
        left -= some;
    }
    return all;
}

bool read_file(SealedIn& in, const std::filesystem::path& file)
{
    auto left = number(in, 8);
    if (!left) return false;
    core::store::disk::PartFile part{file};
    Bytes some(piece);
    while (*left > 0) {
        go_on_unless_ending();
        const std::span now{some.data(), static_cast<std::size_t>(std::min<std::uint64_t>(*left, piece))};
        if (!in.read(now)) return false;
        part.write(now);
        *left -= now.size();
    }
    part.finish();
    return true;
}

bool read_erasures(SealedIn& in, const std::filesystem::path& file)
{
    const auto count = number(in, 8);
    std::vector<Bytes> records;
    for (std::uint64_t left = count.value_or(0); left > 0; --left) {
        auto record = sized(in);
        if (!record || !core::records::decode_record(*record)) return false;
        records.push_back(std::move(*record));
    }
    if (count && !records.empty()) core::store::Erasures{file}.keep(records);
    return count.has_value();
}

Unfit unfit(core::sealing::NotOpened why)
{
    switch (why) {
    case core::sealing::NotOpened::not_a_backup:
        return Unfit::not_a_backup;
    case core::sealing::NotOpened::other_key:
        return Unfit::other_key;
    case core::sealing::NotOpened::damaged:
        break;
    }
    return Unfit::damaged;
}

std::optional<Unfit> examine(const Manifest& manifest, const std::filesystem::path& folder)
{
    try {
        if (core::store::examined(folder) != manifest.contents) return Unfit::damaged;
        return std::nullopt;
    } catch (const StoreFailure& failure) {
        if (failure.kind == StoreFailure::Kind::newer) return Unfit::newer;
        const bool backup =
            failure.kind == StoreFailure::Kind::damaged || failure.kind == StoreFailure::Kind::foreign;
        if (!backup) throw;
        return Unfit::damaged;
    }
}

} // namespace

std::string told(Unfit why)
{
    switch (why) {
    case Unfit::no_file:
        return "There is no such file, or it cannot be read.";
    case Unfit::not_a_backup:
        return "This file is no backup of frikort-central.";
    case Unfit::other_key:
        return "This backup was made for another key.";
    case Unfit::damaged:
        return "This backup is damaged or cut off. Do not count on it: make another one.";
    case Unfit::newer:
        return "This backup is of a newer frikort-central than this one.";
    }
    return {};
}

Result<Manifest, Unfit> unpack(const std::filesystem::path& file, const core::sealing::BackupKey& key,
                               const std::filesystem::path& folder)
{
    std::ifstream from{file, std::ios::binary};
    if (!from || std::filesystem::is_directory(file)) return no(Unfit::no_file);
    auto in = SealedIn::open(key, [&from](std::span<core::base::Byte> wanted) {
        from.read(reinterpret_cast<char*>(wanted.data()), static_cast<std::streamsize>(wanted.size()));
        return static_cast<std::size_t>(from.gcount());
    });
    if (!in) return no(unfit(in.error()));
    const auto bytes = sized(*in);
    const auto manifest = bytes ? decode_manifest(*bytes) : no(Malformed::cut_off);
    if (!manifest) return no(manifest.error() == Malformed::other_version ? Unfit::newer : Unfit::damaged);
    const bool whole =
        read_file(*in, folder / "central.db") && read_erasures(*in, folder / "erasures") && in->at_end();
    if (!whole) return no(Unfit::damaged);
    if (const auto why = examine(*manifest, folder)) return no(*why);
    return std::move(*manifest);
}

} // namespace frikort::sync::central::backup
