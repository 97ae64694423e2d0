// SPDX-License-Identifier: MPL-2.0
#include "core/store/salvage.hpp"

#include "core/records/fork.hpp"
#include "core/store/traces.hpp"

namespace frikort::core::store {

using base::Hash;
using records::DeviceId;
using records::Record;

namespace {

// Puts together the traces that belong together.
class Prover {
public:
    Prover(Traces&& traces, Salvage&& all, const DeviceId& own, const std::optional<Written>& written)
        : own_{own}, written_{written}, traces_{std::move(traces)}, all_{std::move(all)}
    {
    }

    Salvage done()
    {
        for (const auto& [rowid, lines] : traces_.lines) match(rowid, lines);
        for (std::size_t before = 0; before != all_.records.size();) {
            before = all_.records.size();
            for (const auto& [rowid, bodies] : traces_.bodies) guess(rowid, bodies);
        }
        note_own();
        return std::move(all_);
    }

private:
    void keep(std::int64_t rowid, Record record, Delivery delivery, std::string reason)
    {
        auto header = *records::decode_header(record.header);
        hashes_[{header.device, header.number}] = record.hash();
        previous_[{header.device, header.number}] = record.previous;
        all_.records.emplace(rowid, Salvage::Kept{header, std::move(record), delivery, std::move(reason)});
    }

    void match(std::int64_t rowid, const std::vector<Traces::Line>& lines)
    {
        for (const auto& line : lines) {
            if (!line.stream) { // erased: whatever else is left of it is no more to be read
                if (traces_.let_go.contains(rowid))
                    traces_.digests.erase(rowid); // or let go: then it may come again
                for (const auto& [header, body] : traces_.digests[rowid]) {
                    const records::Stub stub{line.device, line.number, line.previous, header, body};
                    if (stub.hash() == line.digest) all_.erased.emplace(rowid, Salvage::Gone{line.id, stub});
                }
                traces_.bodies.erase(rowid);
                return;
            }
            for (const auto& [header, body] : traces_.bodies[rowid]) {
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
    void guess(std::int64_t rowid, const std::vector<Traces::Body>& bodies)
    {
        if (all_.records.contains(rowid) || traces_.lines.contains(rowid)) return;
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
        for (const auto& [rowid, lines] : traces_.lines)
            for (const auto& line : lines)
                if (line.device == own_) all_.own.emplace(line.number, Salvage::Known{false, line.stream});
        for (const auto& [rowid, bodies] : traces_.bodies)
            for (const auto& body : bodies)
                if (const auto read = records::decode_header(body.header); read && read->device == own_)
                    all_.own.emplace(read->number, Salvage::Known{false, read->stream});
        for (const auto& [count, rowid] : traces_.places) {
            const auto stream = traces_.streams.find(rowid);
            all_.own.emplace(count, Salvage::Known{false, stream != traces_.streams.end()
                                                              ? std::optional{stream->second}
                                                              : std::nullopt});
        }
    }

    using Named = std::pair<DeviceId, std::uint64_t>;
    DeviceId own_;
    const std::optional<Written>& written_;
    Traces traces_;
    Salvage all_;
    std::map<Named, Hash> hashes_, previous_;
};

} // namespace

Salvage salvage(base::BytesView database, base::BytesView log, const DeviceId& own,
                const std::optional<Written>& written)
{
    Traces traces;
    Salvage all;
    carve(database, log, [&](CarvedRow row) { sort_in(std::move(row), own, traces, all); });
    return Prover{std::move(traces), std::move(all), own, written}.done();
}

} // namespace frikort::core::store
