// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/store/contents.hpp"

namespace frikort::sync::central::backup {

using core::store::backups_last;

// What a backup says of itself, before everything else in it.
struct Manifest {
    core::store::BackupId id;
    core::store::Seconds made{};
    core::store::Contents contents;
};

core::base::Bytes encode(const Manifest&);
enum class Malformed { other_version, cut_off };
core::base::Result<Manifest, Malformed> decode_manifest(core::base::BytesView);
// What a receipt is for.
core::base::Hash digest_of(const Manifest&);

// Whole records, of all streams.
std::uint64_t records_in(const Manifest&);
// Whole days; none where this machine's clock is behind the server's.
std::int64_t age_in_days(const Manifest&, core::store::Seconds now);
bool is_too_old(core::store::Seconds made, core::store::Seconds now);

} // namespace frikort::sync::central::backup
