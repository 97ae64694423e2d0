// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/admission.hpp"

#include <algorithm>

#include "core/sealing/body.hpp"
#include "core/sealing/generations.hpp"

namespace frikort::sync::central::api {

using core::records::Class;
using core::records::Header;
using core::records::Record;
using core::records::StreamId;
using core::records::StreamKind;
using core::sealing::BodyKind;
using protocol::Verdict;

namespace {

bool is_generation(const Record& record)
{
    return core::sealing::kind_of(record.body) == BodyKind::signed_generation;
}

// A record whose first answer was lost comes again.
bool is_among(const std::vector<Record>& keys, const Record& record)
{
    return std::any_of(keys.begin(), keys.end(), [&](const Record& key) {
        return key.header == record.header && key.body == record.body;
    });
}

} // namespace

std::vector<core::sealing::FoundGeneration> generations_in(const std::vector<Record>& keys)
{
    std::vector<core::sealing::FoundGeneration> found;
    for (const auto& key : keys)
        if (is_generation(key)) found.push_back({key.header, key.body, found.size()});
    return found;
}

Verdict rejected(const char* reason) { return {Verdict::Kind::rejected, reason}; }
Verdict later() { return {Verdict::Kind::later, ""}; }

bool Admission::may_write(const StreamId& stream) const
{
    return stream.kind == StreamKind::notebook || stream == kiosk_.centre;
}

std::optional<Verdict> Admission::refusal(const Header& header, const Record& record,
                                          const core::records::DeviceId& of)
{
    if (header.device != of) return rejected("other_device");
    if (!may_write(header.stream)) return rejected("stream");
    const auto kind = core::sealing::kind_of(record.body);
    if (!kind) return later(); // of a newer program
    if (!core::sealing::fits(header.what, *kind)) return rejected("body");
    if (header.what == Class::erase) return erase_refusal(header, record);
    return header.what == Class::key ? key_refusal(header, record) : std::nullopt;
}

// Only the newest generation erases: not who has an old card and its code, and nobody who cannot open the
// notebook at all (sync.md "Erasing").
std::optional<Verdict> Admission::erase_refusal(const Header& header, const Record& record)
{
    if (header.stream.kind != StreamKind::notebook) return rejected("stream");
    const auto erase = core::sealing::decode_erase(record.body);
    if (!erase) return rejected("body");
    if (!core::sealing::erased_by(record.header, record.body)) return rejected("not_signed");
    if (!erase->records.empty()) return later(); // single records: of a newer program
    const auto& known = keys_of(header.stream).known;
    if (!core::sealing::erasure(known, record.header, record.body)) return rejected("older_card");
    return std::nullopt;
}

bool Admission::is_beaten(const Header& header, const Record& record)
{
    if (header.what != Class::key || !is_generation(record)) return false;
    const auto generation = core::sealing::decode_generation(record.body);
    const auto& beaten = keys_of(header.stream).known.beaten;
    return generation && std::find(beaten.begin(), beaten.end(), *generation) != beaten.end();
}

// Key records carry the notebook's own signature: nobody re-keys what he cannot open.
std::optional<Verdict> Admission::key_refusal(const Header& header, const Record& record)
{
    if (header.stream.kind != StreamKind::notebook) return rejected("stream");
    if (work_.stock().is_erased(header.stream)) return std::nullopt; // the store answers for it
    auto& keys = keys_of(header.stream);
    if (is_among(keys.records, record)) return std::nullopt;
    if (keys.by[header.device] >= most_keys || keys.records.size() >= most_keys_of_all)
        return rejected("too_many");
    const auto unknown = keys.known.newest() == nullptr;
    if (is_generation(record)) {
        const auto generation = core::sealing::decode_generation(record.body);
        if (!generation) return rejected("body");
        if (const auto refusal = generation_refusal(keys, *generation, record)) return refusal;
    } else if (!core::sealing::slot_holds(keys.known, record.header, record.body)) {
        return unknown ? later() : rejected("not_signed");
    }
    keys.add(record);
    return std::nullopt;
}

std::optional<Verdict> Admission::generation_refusal(Keys& keys, const core::sealing::Generation& generation,
                                                     const Record& record)
{
    using core::sealing::Entered;
    const auto valid = keys.known.valid.size();
    const bool may_hold = generation.number == valid + 1;
    const bool full = keys.generations - valid >= most_beside;
    if ((full && !may_hold) || (may_hold && valid >= most_valid)) return rejected("too_many");
    switch (core::sealing::enter(keys.known, {record.header, record.body, std::nullopt})) {
    case Entered::not_right:
        return valid == 0 && generation.number > 1 ? later() : rejected("not_signed");
    case Entered::beaten:
        if (!full) return std::nullopt;
        keys.known.beaten.pop_back();
        return rejected("too_many");
    case Entered::again:
        if (full) return rejected("too_many");
        break;
    case Entered::valid:
        break;
    }
    return std::nullopt;
}

void Admission::Keys::add(const Record& record)
{
    records.push_back(record);
    ++by[core::records::decode_header(record.header)->device];
    if (is_generation(record)) ++generations;
}

Admission::Keys& Admission::keys_of(const StreamId& stream)
{
    const auto known = keys_.find(stream);
    if (known != keys_.end()) return known->second;
    auto& keys = keys_[stream];
    for (const auto& record : work_.stock().keys_of(stream)) keys.add(record);
    keys.known = core::sealing::decide(stream, generations_in(keys.records));
    return keys;
}

} // namespace frikort::sync::central::api
