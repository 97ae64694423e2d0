// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/gaps.hpp"

namespace frikort::core::store::postgresql {

using records::DeviceId;

void PostgresGaps::lack(const DeviceId& device, const Stock::Range& range)
{
    work_.ask("INSERT INTO gap (device, first, last) VALUES ($1::uuid, $2::bigint, $3::bigint)", device,
              range.first, range.last);
}

std::optional<Stock::Range> PostgresGaps::take_out(const DeviceId& device, std::uint64_t number)
{
    auto row = work_.ask("DELETE FROM gap WHERE device = $1::uuid AND last >= $2::bigint AND first ="
                         " (SELECT max(first) FROM gap WHERE device = $1::uuid AND first <= $2::bigint)"
                         " RETURNING first, last",
                         device, number);
    if (!row.step()) return std::nullopt;
    return Stock::Range{row.count(0), row.count(1)};
}

void PostgresGaps::count_anew(const DeviceId& device)
{
    forget(device);
    work_.ask("INSERT INTO gap (device, first, last) SELECT $1::uuid, before + 1, number - 1 FROM"
              " (SELECT number, lag(number, 1, 0::bigint) OVER (ORDER BY number) AS before"
              "  FROM record WHERE device = $1::uuid) AS neighbours WHERE number > before + 1",
              device);
}

std::vector<DeviceId> PostgresGaps::wrong() const
{
    auto row = work_.ask("SELECT device FROM chain LEFT JOIN"
                         " (SELECT device, sum(last - first + 1) AS lacks FROM gap GROUP BY device) AS noted"
                         " USING (device) WHERE highest - held <> coalesce(lacks, 0)"
                         " UNION SELECT device FROM gap WHERE EXISTS (SELECT FROM record"
                         "  WHERE record.device = gap.device AND number BETWEEN first AND last)");
    std::vector<DeviceId> devices;
    while (row.step()) devices.push_back(row.name<DeviceId>(0));
    return devices;
}

void PostgresGaps::forget(const DeviceId& device)
{
    work_.ask("DELETE FROM gap WHERE device = $1::uuid", device);
}

} // namespace frikort::core::store::postgresql
