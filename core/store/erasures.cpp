// SPDX-License-Identifier: MPL-2.0
#include "core/store/erasures.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/records/record.hpp"
#include "core/sealing/generations.hpp"
#include "core/store/disk/append_only.hpp"
#include "core/store/disk/content.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

namespace {

struct Read {
    std::vector<base::Bytes> records;
    std::size_t whole = 0; // bytes
};

// What kind of record begins here; nothing where it is cut off or none.
std::optional<records::Class> class_at(base::BytesView bytes)
{
    base::ByteReader reader{bytes};
    const auto record = records::decode_record(reader.sized());
    if (!reader.fits() || !record) return std::nullopt;
    return records::decode_header(record->header)->what;
}

// The erase record that begins here; nothing where it is cut off or something else.
std::optional<base::BytesView> record_at(base::BytesView bytes)
{
    if (class_at(bytes) != records::Class::erase) return std::nullopt;
    return base::ByteReader{bytes}.sized();
}

std::optional<std::uint32_t> signer_of(base::BytesView erasure)
{
    const auto record = records::decode_record(erasure);
    return record ? sealing::erased_by(record->header, record->body) : std::nullopt;
}

// Where the next one begins behind something torn; nothing where there is none. It proves itself: within a
// record anybody may have written what looks like one.
std::optional<std::size_t> next_record(base::BytesView bytes, std::size_t from)
{
    for (auto at = from; at < bytes.size(); ++at)
        if (const auto record = record_at(bytes.subspan(at)); record && proves_itself(*record)) return at;
    return std::nullopt;
}

records::StreamId stream_of(base::BytesView erasure)
{
    return records::decode_header(records::decode_record(erasure)->header)->stream;
}

// Whether the file is to name it beside those before: an older card's may not be believed after a restore.
bool note_highest(std::map<records::StreamId, std::uint32_t>& erased, base::BytesView erasure)
{
    const auto signer = signer_of(erasure);
    if (!signer) return !erased.contains(stream_of(erasure));
    auto& highest = erased[stream_of(erasure)];
    if (*signer <= highest) return false;
    highest = *signer;
    return true;
}

// The beginning of what a power cut left at this place of the file, also where the disk kept its length, or
// only what comes in a later sector.
bool is_torn(base::BytesView bytes, std::size_t place)
{
    constexpr std::size_t sector = 512; // the smallest that a disk writes at once
    const auto first = std::find_if(bytes.begin(), bytes.end(), [](auto byte) { return byte != 0; });
    const auto blank = static_cast<std::size_t>(first - bytes.begin());
    if (blank >= 2 * sizeof(std::uint32_t) || (blank > 0 && (place + blank) % sector == 0)) return true;
    base::ByteReader reader{bytes};
    const auto size = reader.u32();
    if (!reader.fits()) return true;
    const auto header_size = reader.u32();
    return size <= records::largest_record && (!reader.fits() || header_size < size);
}

// What a power cut left, or a copy that was torn, is passed over: what lies behind it holds, for several such
// files are put together after a restore. A torn one may have swallowed the beginning of the next: then it
// does not prove itself, what comes behind it makes no sense, and the next begins within it.
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
        const bool may_have_swallowed = !found.records.empty() && !proves_itself(found.records.back());
        const auto next = next_record(bytes, may_have_swallowed ? begun + 1 : at + 1);
        const bool is_swallowed = next && *next < at;
        const auto torn = is_swallowed ? begun : at;
        const bool is_other = class_at(bytes.subspan(at)).has_value();
        if (is_other || !is_torn(bytes.subspan(torn, next.value_or(bytes.size()) - torn), torn))
            throw StoreFailure{StoreFailure::Kind::damaged, "the file of erasures holds something else"};
        if (!next) break;
        if (is_swallowed) found.records.pop_back();
        at = *next;
    }
    return found;
}

} // namespace

bool proves_itself(base::BytesView erasure) { return signer_of(erasure).has_value(); }

void Erasures::keep(std::span<const base::Bytes> records) const
{
    base::ByteWriter writer;
    for (const auto& record : records) writer.sized(record);
    const auto added = writer.take();
    const disk::AppendOnly file{file_};
    const auto known = known_->load();
    const auto whole = known > 0 && file.size() == known ? known : read(file.content()).whole;
    file.add(whole, added);
    *known_ = whole + added.size();
}

void Erasures::keep_missing(std::span<const base::Bytes> records) const
{
    const auto all = this->all();
    const std::set<base::Bytes> here{all.begin(), all.end()};
    std::map<records::StreamId, std::uint32_t> erased; // and by which generation
    for (const auto& bytes : all) note_highest(erased, bytes);
    std::vector<base::Bytes> missing;
    for (const auto& bytes : records)
        if (!here.contains(bytes) && note_highest(erased, bytes)) missing.push_back(bytes);
    if (!missing.empty()) keep(missing);
}

std::vector<base::Bytes> Erasures::all() const { return read(disk::content(file_)).records; }

} // namespace frikort::core::store
