// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include <algorithm>
#include <optional>

#include "core/records/record.hpp"
#include "core/store/disk/append_only.hpp"
#include "core/store/disk/content.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

namespace {

struct Read {
    std::vector<base::Bytes> records;
    std::size_t whole = 0; // bytes
};

// The record that begins here; nothing where it is cut off or something else.
std::optional<base::BytesView> record_at(base::BytesView bytes)
{
    base::ByteReader reader{bytes};
    const auto record = reader.sized();
    if (!reader.fits() || !records::decode_record(record)) return std::nullopt;
    return record;
}

// Where the next one begins behind something torn; nothing where there is none.
std::optional<std::size_t> next_record(base::BytesView bytes, std::size_t from)
{
    for (auto at = from; at < bytes.size(); ++at)
        if (record_at(bytes.subspan(at))) return at;
    return std::nullopt;
}

// All of something is here, and it is no record.
bool is_whole(base::BytesView bytes)
{
    base::ByteReader reader{bytes};
    return !reader.sized().empty() && reader.fits();
}

// The beginning of one that a power cut left, or blank: the disk kept its length only.
bool is_torn(base::BytesView bytes)
{
    if (std::all_of(bytes.begin(), bytes.end(), [](auto byte) { return byte == 0; })) return true;
    base::ByteReader reader{bytes};
    const auto size = reader.u32();
    if (!reader.fits()) return true;
    const auto header_size = reader.u32();
    return size <= records::largest_record && (!reader.fits() || header_size < size);
}

// What a power cut left, or a copy that was torn, is passed over: what lies behind it holds, for several such
// files are put together after a restore. A torn one may have swallowed the beginning of the next: then what
// comes behind it makes no sense, the next begins within it, and it is none.
Read read(base::BytesView bytes)
{
    Read found;
    std::size_t begun = 0; // where the last one did
    for (std::size_t at = 0; at < bytes.size();) {
        if (const auto record = record_at(bytes.subspan(at))) {
            found.records.emplace_back(record->begin(), record->end());
            begun = at;
            at += sizeof(std::uint32_t) + record->size();
            found.whole = at;
            continue;
        }
        const auto next = next_record(bytes, begun + 1);
        const bool is_swallowed = next && *next < at;
        const auto torn = is_swallowed ? begun : at;
        if (!is_torn(bytes.subspan(torn, next.value_or(bytes.size()) - torn)) ||
            (!next && is_whole(bytes.subspan(at))))
            throw StoreFailure{StoreFailure::Kind::damaged, "the file of erasures holds something else"};
        if (!next) break;
        if (is_swallowed) found.records.pop_back();
        at = *next;
    }
    return found;
}

} // namespace

void Erasures::keep(std::span<const base::Bytes> records) const
{
    base::ByteWriter writer;
    for (const auto& record : records) writer.sized(record);
    const disk::AppendOnly file{file_};
    file.add(read(file.content()).whole, writer.take());
}

std::vector<base::Bytes> Erasures::all() const { return read(disk::content(file_)).records; }

} // namespace frikort::core::store
