// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central_gaps.hpp"
#include "core/store/sqlite/connection.hpp"

// Not for other rooms.
namespace frikort::core::store {

class SqliteGaps final : public Gaps {
public:
    explicit SqliteGaps(sqlite::Connection& connection) : connection_{connection} {}
    void lack(const records::DeviceId&, const Stock::Range&) override;
    std::optional<Stock::Range> take_out(const records::DeviceId&, std::uint64_t number) override;
    void count_anew(const records::DeviceId&) override;
    void forget(const records::DeviceId&);

private:
    sqlite::Connection& connection_;
};

} // namespace frikort::core::store
