// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/sqlite/connection.hpp"
#include "core/store/sqlite/records.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::sqlite {

// Throws damaged for what is no stream.
records::StreamId read_stream(const Statement&, int column);

class SqliteCursors final : public Cursors {
public:
    explicit SqliteCursors(const Transaction& work) : work_{work} {}
    std::optional<Cursor> of(const records::StreamId&) override;
    void move(const records::StreamId&, const Cursor&) override;
    std::vector<records::StreamId> followed() override;
    void forget_all() override;

private:
    const Transaction& work_;
};

class SqliteSlots final : public Slots {
public:
    SqliteSlots(const Transaction& work, Removed& removed) : work_{work}, removed_{removed} {}
    void add(const Slot&) override;
    std::vector<Slot> find(Kind, const base::Hash& lookup) override;
    std::vector<Slot> of_stream(const records::StreamId&) override;
    std::vector<Slot> of_kind(Kind) override;
    void remove(const Slot&) override;

private:
    const Transaction& work_;
    Removed& removed_;
};

} // namespace frikort::core::store::sqlite
