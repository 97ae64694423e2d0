// SPDX-License-Identifier: MPL-2.0
#include "core/store/traces.hpp"

namespace frikort::core::store {

using base::Bytes;
using base::Hash;
using records::DeviceId;
using records::StreamId;
using Age = CarvedRow::Age;
using Line = Traces::Line;

namespace {

using Values = std::vector<CarvedValue>;

const Bytes* blob(const Values& values, std::size_t at, std::size_t size = 0)
{
    const auto* found = at < values.size() ? std::get_if<Bytes>(&values[at]) : nullptr;
    return found != nullptr && (size == 0 || found->size() == size) ? found : nullptr;
}

const std::string* text(const Values& values, std::size_t at)
{
    return at < values.size() ? std::get_if<std::string>(&values[at]) : nullptr;
}

std::optional<std::int64_t> number(const Values& values, std::size_t at)
{
    const auto* found = at < values.size() ? std::get_if<std::int64_t>(&values[at]) : nullptr;
    return found != nullptr ? std::optional{*found} : std::nullopt;
}

bool is_null(const Values& values, std::size_t at)
{
    return at < values.size() && std::holds_alternative<std::monostate>(values[at]);
}

std::optional<Line> line_of(const Values& row)
{
    const auto* id = blob(row, 1, 16);
    const auto* device = blob(row, 2, 16);
    const auto count = number(row, 3);
    const auto* previous = blob(row, 4, 32);
    const auto* digest = blob(row, 5, 32);
    const auto delivery = number(row, 9);
    const auto* reason = text(row, 10);
    if (row.size() != 11 || !is_null(row, 0) || id == nullptr || device == nullptr || !count || *count < 1 ||
        previous == nullptr || digest == nullptr || !delivery || *delivery < 0 || *delivery > 4 ||
        reason == nullptr)
        return std::nullopt;
    const auto* stream = blob(row, 6, 33);
    if (stream == nullptr && !is_null(row, 6)) return std::nullopt;
    return Line{*base::Id::from(*id),
                *DeviceId::from(*device),
                static_cast<std::uint64_t>(*count),
                *Hash::from(*previous),
                *Hash::from(*digest),
                stream != nullptr ? StreamId::from(*stream) : std::nullopt,
                static_cast<Delivery>(*delivery),
                *reason};
}

void take_slot(std::int64_t rowid, const Values& values, Salvage& all)
{
    const auto live = number(values, 1);
    const auto kind = number(values, 2);
    const auto generation = number(values, 5);
    if (values.size() != 7 || !live || (*live != 0 && *live != 1) || !kind || !generation ||
        blob(values, 3, 32) == nullptr || blob(values, 4, 33) == nullptr || blob(values, 6) == nullptr)
        return;
    all.slots.emplace(rowid, Salvage::Slot{*live, *kind, *generation, *blob(values, 3), *blob(values, 4),
                                           *blob(values, 6)});
}

void take_of_table(CarvedRow&& row, Traces& traces, Salvage& all)
{
    const auto& values = row.values;
    if (auto line = line_of(values)) {
        traces.lines[row.rowid].push_back(std::move(*line));
        return;
    }
    const bool three = values.size() == 3 && is_null(values, 0);
    const bool four = values.size() == 4 && is_null(values, 0); // since schema 3
    if ((three || four) && blob(values, 1, 32) != nullptr && blob(values, 2, 32) != nullptr) {
        if (four && number(values, 3) != 0) traces.let_go.insert(row.rowid);
        traces.digests[row.rowid].push_back({*Hash::from(*blob(values, 1)), *Hash::from(*blob(values, 2))});
    } else if (three && blob(values, 1) != nullptr && blob(values, 2) != nullptr) {
        traces.bodies[row.rowid].push_back({*blob(values, 1), *blob(values, 2)});
    } else if (row.age == Age::newest && values.size() == 2 && blob(values, 0, 33) != nullptr &&
               blob(values, 1) != nullptr) {
        all.drafts.emplace(*blob(values, 0), *blob(values, 1));
    } else if (row.age == Age::newest) {
        take_slot(row.rowid, values, all);
    }
}

void take_without_rowid(const Values& values, const DeviceId& own, Traces& traces, Salvage& all)
{
    const auto* stream = blob(values, 0, 33);
    const auto second = number(values, 1);
    const auto third = number(values, 2);
    if (values.size() == 2 && text(values, 0) != nullptr && text(values, 1) != nullptr) {
        all.facts.emplace(*text(values, 0), *text(values, 1));
    } else if (values.size() == 2 && stream != nullptr && second) {
        if (const auto named = StreamId::from(*stream)) traces.streams.emplace(*second, *named);
    } else if (values.size() == 2 && stream != nullptr && is_null(values, 1)) {
        all.shares.insert(*stream);
    } else if (values.size() == 3 && blob(values, 0, 16) != nullptr && second && third) {
        if (*DeviceId::from(*blob(values, 0)) == own && *second > 0)
            traces.places.emplace(static_cast<std::uint64_t>(*second), *third);
    } else if (values.size() == 3 && blob(values, 0, 32) != nullptr && second && third && *third >= 0) {
        all.waits.emplace(*blob(values, 0), std::pair{*second, *third});
    } else if ((values.size() == 3 || values.size() == 4) && stream != nullptr && third &&
               text(values, 1) == nullptr) { // four since schema 3
        if (*third >= 0 && *third <= 2) all.copies.emplace(*stream, std::pair{second, *third});
    } else if (values.size() == 3 && stream != nullptr) {
        all.followed.insert(*stream);
    }
}

} // namespace

void sort_in(CarvedRow&& row, const DeviceId& own, Traces& traces, Salvage& all)
{
    if (row.rowid > 0)
        take_of_table(std::move(row), traces, all);
    else if (row.age == Age::newest)
        take_without_rowid(row.values, own, traces, all);
}

} // namespace frikort::core::store
