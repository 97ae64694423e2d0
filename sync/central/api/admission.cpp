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

bool holds(const core::sealing::Generations& known, const core::sealing::Generation& wanted)
{
    const auto is_wanted = [&](const core::sealing::Generation& one) { return one == wanted; };
    return std::any_of(known.valid.begin(), known.valid.end(), is_wanted) ||
           std::any_of(known.beaten.begin(), known.beaten.end(), is_wanted);
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
    if (keys.records.size() >= most_keys) return rejected("too_many");
    const auto unknown = keys.known.newest() == nullptr;
    if (!is_generation(record)) {
        if (!core::sealing::slot_holds(keys.known, record.header, record.body))
            return unknown ? later() : rejected("not_signed");
        keys.records.push_back(record);
        return std::nullopt;
    }
    const auto generation = core::sealing::decode_generation(record.body);
    if (!generation) return rejected("body");
    keys.records.push_back(record);
    const auto generations = generations_in(keys.records);
    const bool too_many = generations.size() > most_generation_records;
    auto known = too_many ? core::sealing::Generations{} : core::sealing::decide(header.stream, generations);
    if (!too_many && holds(known, *generation)) {
        keys.known = std::move(known);
        return std::nullopt;
    }
    keys.records.pop_back();
    if (too_many) return rejected("too_many");
    return unknown && generation->number > 1 ? later() : rejected("not_signed");
}

Admission::Keys& Admission::keys_of(const StreamId& stream)
{
    const auto known = keys_.find(stream);
    if (known != keys_.end()) return known->second;
    auto& keys = keys_[stream];
    keys.records = work_.stock().keys_of(stream);
    keys.known = core::sealing::decide(stream, generations_in(keys.records));
    return keys;
}

} // namespace frikort::sync::central::api
