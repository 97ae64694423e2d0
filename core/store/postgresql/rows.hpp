// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/bytes.hpp"
#include "core/records/record.hpp"
#include "core/store/central.hpp"

struct pg_result;

namespace frikort::core::store::postgresql {

// What a statement answered, whole. Columns count from 0; views last as long as the rows.
//
//     auto row = connection.ask("SELECT epoch FROM server");
//     while (row.step()) use(row.text(0));
class Rows {
public:
    explicit Rows(pg_result* result) : result_{result} {}

    // The next row: false when there is none (any more).
    bool step();
    // How many rows a statement changed.
    std::uint64_t changed() const;

    std::int64_t integer(int column) const;
    std::uint64_t count(int column) const; // damaged when it is negative
    bool yes(int column) const;
    std::string text(int column) const;
    base::BytesView view(int column) const;
    base::Bytes bytes(int column) const;
    bool is_null(int column) const;
    Seconds time(int column) const;
    // Another size than the name has means that the table is damaged, and is said so.
    template <class Named>
    Named name(int column) const
    {
        const auto named = Named::from(view(column));
        if (!named) wrong_size();
        return *named;
    }
    records::StreamId stream(int column) const;

private:
    [[noreturn]] static void wrong_size();
    struct Free {
        void operator()(pg_result*) const;
    };
    std::unique_ptr<pg_result, Free> result_;
    int row_ = -1;
};

} // namespace frikort::core::store::postgresql
