// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"

namespace frikort::core::records {

// What happens is written down once and never changed. Source: sync.md "Records".

using base::Hash;
using base::Id;
// The first 128 bits of the BLAKE2b digest of a device's public signing key.
using DeviceId = base::Name<struct DeviceTag, 16>;

enum class StreamKind : std::uint8_t { notebook = 1, centre = 2, programme = 3, national = 4 };

// A stream is a set of records: one per notebook, one per centre, one programme, one national.
struct StreamId {
    StreamKind kind = StreamKind::notebook;
    Hash name; // of a notebook: BLAKE2b of its first public keys
    friend auto operator<=>(const StreamId&, const StreamId&) = default;

    base::Bytes bytes() const; // 33 bytes: the kind, then the name
    static std::optional<StreamId> from(base::BytesView);
};

enum class Class : std::uint8_t { content = 1, key = 2, erase = 3 };

// All that a stranger may see of a record.
struct Header {
    Id id;
    StreamId stream;
    std::uint32_t generation = 1; // of the stream's keys that the body is sealed with
    Class what = Class::content;
    DeviceId device;
    std::uint64_t number = 0; // this device's own count, from 1, without gaps
};

// The header's bytes, version first. They are kept as they came: a newer program may have written more
// behind what we know.
base::Bytes encode(const Header&);

enum class Malformed { too_short, unknown_version, unknown_kind, bad_length, too_long, bad_number };
base::Result<Header, Malformed> decode_header(base::BytesView);

// The three digests a record's own digest is made of: with them the chain can be checked when the body is
// gone.
struct Stub {
    DeviceId device;
    std::uint64_t number = 0;
    Hash previous; // digest of this device's record before this one; zeros for its first
    Hash header;
    Hash body;
    Hash hash() const;
    friend bool operator==(const Stub&, const Stub&) = default;
};

// A record as it was written: kept and passed on byte for byte.
struct Record {
    base::Bytes header; // as `encode` made it, or a newer program
    Hash previous;
    base::Bytes body; // sealed, or for key and erase records signed

    Stub stub() const; // the header must be readable
    Hash hash() const { return stub().hash(); }
};

// The bytes of a whole record on the wire and on disk: sized header, previous, sized body.
base::Bytes encode(const Record&);
// Refuses what is longer than `largest_record`, cut off, has bytes left over, or a header nobody can read.
base::Result<Record, Malformed> decode_record(base::BytesView);

inline constexpr std::size_t largest_record = 64 * 1024;

// BLAKE2b-256.
Hash digest(base::BytesView);

} // namespace frikort::core::records
