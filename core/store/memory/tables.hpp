// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "core/store/memory/journal.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::memory {

using Arrival = std::uint64_t; // from 1, in the order in which this machine got the records

struct Held {
    records::Id id;
    records::Stub stub;
    records::Hash digest;
    // Nothing once it is erased.
    std::optional<records::Record> record;
    records::Class what = records::Class::content;
};

using SlotKey = std::tuple<records::StreamId, std::uint32_t, Slots::Kind, base::Hash, base::Bytes>;
struct PlacedSlot {
    Arrival place = 0;
    Slots::Slot slot;
};

// What SqliteStore keeps in its file.
struct Tables {
    std::map<Arrival, Held> records;
    std::map<Arrival, Outbox::Standing> standing;
    std::map<records::Id, Arrival> by_id;
    std::map<std::pair<records::DeviceId, std::uint64_t>, Arrival> by_number;
    std::map<std::pair<records::StreamId, Arrival>, Arrival> by_stream;
    std::map<Arrival, bool> waiting; // a set, which the journal cannot keep
    std::map<records::StreamId, std::optional<Cursors::Cursor>> cursors;
    std::map<SlotKey, PlacedSlot> slots;
    std::map<base::Hash, Waits::Wait> waits;
    std::map<records::StreamId, base::Bytes> drafts;
    std::map<std::string, std::string> facts;
    struct Copy {
        std::optional<std::chrono::sys_seconds> opened;
        Copies::State state = Copies::State::coming;
        std::optional<std::uint64_t> confirmed{};
    };
    std::map<records::StreamId, Copy> copies;
    std::map<records::StreamId, std::optional<std::chrono::sys_seconds>> shares; // when they were told
};

// The tables and the changes that are not committed yet; ports refuse to work on it once it is `done`.
class Desk {
public:
    explicit Desk(Tables& tables) : tables_{tables} {}
    ~Desk() { journal_.undo(); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    Tables& tables() const;
    Journal& journal();
    void keep();
    void undo();

private:
    Tables& tables_;
    Journal journal_;
    bool done_ = false;
};

} // namespace frikort::core::store::memory
