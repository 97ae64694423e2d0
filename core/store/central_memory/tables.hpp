// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <utility>
#include <variant>

#include "core/store/central.hpp"
#include "core/store/central_memory/table.hpp"

// What the server keeps, in tables. Not for other rooms.
namespace frikort::core::store::central_memory {

struct Tables {
    struct Row {
        Stock::Offer offer;
        records::Hash hash;
        std::uint64_t counter = 0;
        bool erased = false; // of the offer only id, device, number and digests are left
    };
    struct Follow {
        std::uint64_t counter = 0;
        Seconds opened{};
    };
    using Number = std::pair<records::DeviceId, std::uint64_t>;
    using Place = std::pair<records::StreamId, std::uint64_t>; // stream, counter
    using Writer = std::pair<records::DeviceId, records::StreamId>;
    using Card = std::pair<base::Hash, records::StreamId>;
    using Followed = std::pair<records::StreamId, records::StreamId>; // centre, notebook

    Table<std::monostate, Stock::Standing> standing; // one row
    Table<std::uint64_t, Mark> past;                 // the mark after each commit that took counters
    Table<records::Id, Row> records;
    Table<Number, records::Id> numbers;
    Table<Place, records::Id> pages; // whole ones
    Table<records::StreamId, Stock::News> newest;
    Table<records::StreamId, std::uint64_t> counts;
    Table<Writer, bool> wrote; // true: keys too
    Table<records::StreamId, bool> erased;
    Table<Card, records::DeviceId> cards; // by whose word
    Table<Followed, Follow> follows;
    Table<base::Hash, Follows::Tries> tries;
    Table<records::Hash, base::Bytes> quarantine;
    Table<records::StreamId, Centre> centres;
    Table<records::DeviceId, Kiosk> kiosks;
    Table<base::Hash, Codes::Code> codes;
    Table<BackupId, Backups::Backup> backups;
    Table<records::DeviceId, Half> halves;
};

} // namespace frikort::core::store::central_memory
