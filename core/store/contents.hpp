// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/store/central.hpp"

namespace frikort::core::store {

// What a server's database holds, in digests that two engines compute alike: by these a copy is known to be
// the same.
struct Contents {
    struct Table {
        std::string name;
        std::uint64_t rows = 0;
        base::Hash sum; // exclusive or of the digests of its rows: of every value in every column
        friend bool operator==(const Table&, const Table&) = default;
    };
    struct Stream {
        records::StreamId stream;
        std::uint64_t records = 0; // whole ones
        base::Hash sum;            // records::Sum over them (sync.md R15)
        friend bool operator==(const Stream&, const Stream&) = default;
    };
    Stock::Standing standing;
    std::vector<Table> tables;   // by name
    std::vector<Stream> streams; // by stream; those that hold whole records
    friend bool operator==(const Contents&, const Contents&) = default;
};

// A copy of the database in `folder` as it is at one moment, while servers work on it: "central.db" in
// `to`, where there is none. Says what was in the original at that moment. Throws StoreFailure.
Contents snapshot_sqlite(const std::filesystem::path& folder, const std::filesystem::path& to);

// What the database in `folder` holds, after all of it was looked at: SQLite's own integrity, each record's
// bytes against its digest and its row, each chain, each count. Of this program's schema or an older one, and
// it stays as it is. Throws damaged; foreign and newer as opening one does.
Contents examined(const std::filesystem::path& folder);

} // namespace frikort::core::store
