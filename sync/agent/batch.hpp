// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "sync/agent/halves.hpp"

// What goes into one push, and what waits for another round. Not for other rooms.
namespace frikort::sync::agent {

// Its own records, forks of the device it was before (R13), and erasures that others wrote (R17): in this
// order.
enum class Of { own, fork, others };

struct Item {
    Of of;
    core::records::Header header;
    core::records::Record record;
};

struct Batch {
    std::vector<Item> items;
    std::optional<protocol::Past> past{};

    protocol::PushRequest message() const;
};

// Those that must wait for another round, so that the rest can pass them.
struct Passed {
    std::set<core::records::Id> records;
    // Whose keys or erasure must wait: what of that comes behind is not right without it.
    std::set<core::records::StreamId> streams;
    std::size_t bytes = 0;
    bool any_failed = false;  // of those whose push failed
    std::uint64_t failed = 0; // the highest of this kiosk's own numbers among them

    void add(const core::records::Header& header, const core::records::Record& record)
    {
        if (records.insert(header.id).second) bytes += core::records::encode(record).size();
        if (header.what != core::records::Class::content) streams.insert(header.stream);
    }
    // Whether it must wait itself, or for what it follows.
    bool holds(const core::records::Header& header) const
    {
        return records.contains(header.id) ||
               (header.what != core::records::Class::content && streams.contains(header.stream));
    }
    void add(const Item& item) { add(item.header, item.record); }
    void add_failed(const Item& item)
    {
        add(item);
        any_failed = true;
        if (item.of == Of::own) failed = std::max(failed, item.header.number);
    }
};

// The oldest that wait and are not to be passed; what must wait with those is passed from now on too.
Batch next_batch(const Round&, std::size_t most, Passed&);

} // namespace frikort::sync::agent
