// SPDX-License-Identifier: MPL-2.0
#include "core/store/salvage.hpp"

#include <set>
#include <utility>

#include "core/records/fork.hpp"

namespace frikort::core::store {

using base::Bytes;
using base::Hash;
using records::DeviceId;
using records::Record;
using records::StreamId;
using Age = CarvedRow::Age;

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

// A row of `record`: what a stranger may see.
struct Line {
    base::Id id;
    DeviceId device;
    std::uint64_t number = 0;
    Hash previous, digest;
    std::optional<StreamId> stream; // nothing once it is erased
    Delivery delivery = Delivery::waiting;
    std::string reason;
};

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

class Sorter {
public:
    Sorter(const DeviceId& own, const std::optional<Written>& written) : own_{own}, written_{written} {}

    void take(CarvedRow&& row)
    {
        if (row.rowid > 0)
            take_of_table(std::move(row));
        else if (row.age == Age::newest)
            take_without_rowid(row.values);
    }

    Salvage done()
    {
        for (const auto& [rowid, lines] : lines_) match(rowid, lines);
        for (std::size_t before = 0; before != all_.records.size();) {
            before = all_.records.size();
            for (const auto& [rowid, bodies] : bodies_) guess(rowid, bodies);
        }
        note_own();
        return std::move(all_);
    }

private:
    struct Body {
        Bytes header, body;
    };

    void take_of_table(CarvedRow&& row)
    {
        const auto& values = row.values;
        if (auto line = line_of(values)) {
            lines_[row.rowid].push_back(std::move(*line));
            return;
        }
        const bool three = values.size() == 3 && is_null(values, 0);
        const bool four = values.size() == 4 && is_null(values, 0); // since schema 3
        if ((three || four) && blob(values, 1, 32) != nullptr && blob(values, 2, 32) != nullptr) {
            if (four && number(values, 3) != 0) let_go_.insert(row.rowid);
            digests_[row.rowid].push_back({*Hash::from(*blob(values, 1)), *Hash::from(*blob(values, 2))});
        } else if (three && blob(values, 1) != nullptr && blob(values, 2) != nullptr) {
            bodies_[row.rowid].push_back({*blob(values, 1), *blob(values, 2)});
        } else if (row.age == Age::newest && values.size() == 2 && blob(values, 0, 33) != nullptr &&
                   blob(values, 1) != nullptr) {
            all_.drafts.emplace(*blob(values, 0), *blob(values, 1));
        } else if (row.age == Age::newest) {
            take_slot(row.rowid, values);
        }
    }

    void take_slot(std::int64_t rowid, const Values& values)
    {
        const auto live = number(values, 1);
        const auto kind = number(values, 2);
        const auto generation = number(values, 5);
        if (values.size() != 7 || !live || (*live != 0 && *live != 1) || !kind || !generation ||
            blob(values, 3, 32) == nullptr || blob(values, 4, 33) == nullptr || blob(values, 6) == nullptr)
            return;
        all_.slots.emplace(rowid, Salvage::Slot{*live, *kind, *generation, *blob(values, 3), *blob(values, 4),
                                                *blob(values, 6)});
    }

    void take_without_rowid(const Values& values)
    {
        const auto* stream = blob(values, 0, 33);
        const auto second = number(values, 1);
        const auto third = number(values, 2);
        if (values.size() == 2 && text(values, 0) != nullptr && text(values, 1) != nullptr) {
            all_.facts.emplace(*text(values, 0), *text(values, 1));
        } else if (values.size() == 2 && stream != nullptr && second) {
            if (const auto named = StreamId::from(*stream)) streams_.emplace(*second, *named);
        } else if (values.size() == 2 && stream != nullptr && is_null(values, 1)) {
            all_.shares.insert(*stream);
        } else if (values.size() == 3 && blob(values, 0, 16) != nullptr && second && third) {
            if (*DeviceId::from(*blob(values, 0)) == own_ && *second > 0)
                places_.emplace(static_cast<std::uint64_t>(*second), *third);
        } else if (values.size() == 3 && blob(values, 0, 32) != nullptr && second && third && *third >= 0) {
            all_.waits.emplace(*blob(values, 0), std::pair{*second, *third});
        } else if ((values.size() == 3 || values.size() == 4) && stream != nullptr && third &&
                   text(values, 1) == nullptr) { // four since schema 3
            if (*third >= 0 && *third <= 2) all_.copies.emplace(*stream, std::pair{second, *third});
        } else if (values.size() == 3 && stream != nullptr) {
            all_.followed.insert(*stream);
        }
    }

    void keep(std::int64_t rowid, Record record, Delivery delivery, std::string reason)
    {
        auto header = *records::decode_header(record.header);
        hashes_[{header.device, header.number}] = record.hash();
        previous_[{header.device, header.number}] = record.previous;
        all_.records.emplace(rowid, Salvage::Kept{header, std::move(record), delivery, std::move(reason)});
    }

    void match(std::int64_t rowid, const std::vector<Line>& lines)
    {
        for (const auto& line : lines) {
            if (!line.stream) { // erased: whatever else is left of it is no more to be read
                if (let_go_.contains(rowid)) digests_.erase(rowid); // or let go: then it may come again
                for (const auto& [header, body] : digests_[rowid]) {
                    const records::Stub stub{line.device, line.number, line.previous, header, body};
                    if (stub.hash() == line.digest) all_.erased.emplace(rowid, Salvage::Gone{line.id, stub});
                }
                bodies_.erase(rowid);
                return;
            }
            for (const auto& [header, body] : bodies_[rowid]) {
                Record record{header, line.previous, body};
                const auto read = records::decode_header(header);
                if (!read || read->id != line.id || read->stream != *line.stream ||
                    record.hash() != line.digest)
                    continue;
                // A fork stands under a name of its own.
                if (read->device != line.device &&
                    records::fork_name(read->device, line.digest) != line.device)
                    continue;
                return keep(rowid, std::move(record), line.delivery, line.reason);
            }
        }
    }

    // The line of a record is gone, its header and body are not. It was made after the one before it; and
    // when the one behind it was made after exactly this, it is proved.
    void guess(std::int64_t rowid, const std::vector<Body>& bodies)
    {
        if (all_.records.contains(rowid) || lines_.contains(rowid)) return;
        for (const auto& [header, body] : bodies) {
            const auto read = records::decode_header(header);
            if (!read) continue;
            Hash previous;
            if (read->number > 1) {
                const auto before = hashes_.find({read->device, read->number - 1});
                if (before == hashes_.end()) continue;
                previous = before->second;
            }
            Record record{header, previous, body};
            const auto hash = record.hash();
            const auto next = previous_.find({read->device, read->number + 1});
            const bool last = written_ && written_->device == read->device &&
                              written_->tip.number == read->number && written_->tip.hash == hash;
            if (!last && (next == previous_.end() || next->second != hash)) continue;
            return keep(rowid, std::move(record),
                        read->device == own_ ? Delivery::waiting : Delivery::foreign, "");
        }
    }

    void note_own()
    {
        for (const auto& [rowid, kept] : all_.records)
            if (kept.header.device == own_) all_.own[kept.header.number] = {true, kept.header.stream};
        for (const auto& [rowid, gone] : all_.erased)
            if (gone.stub.device == own_) all_.own[gone.stub.number] = {true, std::nullopt};
        for (const auto& [rowid, lines] : lines_)
            for (const auto& line : lines)
                if (line.device == own_) all_.own.emplace(line.number, Salvage::Known{false, line.stream});
        for (const auto& [rowid, bodies] : bodies_)
            for (const auto& body : bodies)
                if (const auto read = records::decode_header(body.header); read && read->device == own_)
                    all_.own.emplace(read->number, Salvage::Known{false, read->stream});
        for (const auto& [count, rowid] : places_) {
            const auto stream = streams_.find(rowid);
            all_.own.emplace(count,
                             Salvage::Known{false, stream != streams_.end() ? std::optional{stream->second}
                                                                            : std::nullopt});
        }
    }

    using Named = std::pair<DeviceId, std::uint64_t>;
    DeviceId own_;
    const std::optional<Written>& written_;
    Salvage all_;
    std::map<std::int64_t, std::vector<Line>> lines_;
    std::map<std::int64_t, std::vector<std::pair<Hash, Hash>>> digests_;
    std::set<std::int64_t> let_go_;
    std::map<std::int64_t, std::vector<Body>> bodies_;
    std::map<std::uint64_t, std::int64_t> places_; // of own numbers, by an index
    std::map<std::int64_t, StreamId> streams_;     // by an index
    std::map<Named, Hash> hashes_, previous_;
};

} // namespace

Salvage salvage(base::BytesView database, base::BytesView log, const DeviceId& own,
                const std::optional<Written>& written)
{
    Sorter sorter{own, written};
    carve(database, log, [&](CarvedRow row) { sorter.take(std::move(row)); });
    return sorter.done();
}

} // namespace frikort::core::store
