// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite_gaps.hpp"

namespace frikort::core::store {

using records::DeviceId;

void SqliteGaps::lack(const DeviceId& device, const Stock::Range& range)
{
    connection_.prepare("INSERT INTO gap (device, first, last) VALUES (?1, ?2, ?3)")
        .with(device, range.first, range.last)
        .run();
}

std::optional<Stock::Range> SqliteGaps::take_out(const DeviceId& device, std::uint64_t number)
{
    auto row = connection_.prepare("SELECT first, last FROM gap WHERE device = ?1 AND first <= ?2"
                                   " ORDER BY first DESC LIMIT 1");
    row.with(device, number);
    if (!row.step() || row.count(1) < number) return std::nullopt;
    const Stock::Range range{row.count(0), row.count(1)};
    connection_.prepare("DELETE FROM gap WHERE device = ?1 AND first = ?2").with(device, range.first).run();
    return range;
}

void SqliteGaps::count_anew(const DeviceId& device)
{
    forget(device);
    connection_
        .prepare("INSERT INTO gap (device, first, last) SELECT ?1, before + 1, number - 1 FROM"
                 " (SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS before"
                 "  FROM record WHERE device = ?1) WHERE number > before + 1")
        .with(device)
        .run();
}

void SqliteGaps::forget(const DeviceId& device)
{
    connection_.prepare("DELETE FROM gap WHERE device = ?1").with(device).run();
}

} // namespace frikort::core::store
