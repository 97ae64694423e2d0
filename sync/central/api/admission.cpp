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
using protocol::Verdict;

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
    if (!keys_.may_follow(erase->links.size())) return later();
    if (!core::sealing::erased_by(record.header, record.body)) return rejected("not_signed");
    if (!erase->records.empty()) return later(); // single records: of a newer program
    auto* const keys = keys_.of(header.stream);
    const auto* const known = keys == nullptr ? nullptr : keys_.decided(*keys);
    if (known == nullptr) return later();
    if (!core::sealing::erasure(*known, record.header, record.body)) return rejected("older_card");
    return std::nullopt;
}

// Whether it can be told of one that comes again whether it is beaten.
bool Admission::may_tell(KnownKeys& keys, const Record& record)
{
    if (!is_generation(record)) return true;
    const auto generation = core::sealing::decode_generation(record.body);
    const bool is_alone = !generation || keys.generations_of(generation->number) < 2;
    return is_alone || keys_.decided(keys) != nullptr;
}

bool Admission::is_beaten(const Header& header, const Record& record)
{
    if (header.what != Class::key || !is_generation(record)) return false;
    const auto generation = core::sealing::decode_generation(record.body);
    auto* const keys = keys_.of(header.stream);
    if (!generation || keys == nullptr || keys->generations_of(generation->number) < 2) return false;
    const auto* const known = keys_.decided(*keys);
    return known != nullptr &&
           std::find(known->beaten.begin(), known->beaten.end(), *generation) != known->beaten.end();
}

// Key records carry the notebook's own signature: nobody re-keys what he cannot open.
std::optional<Verdict> Admission::key_refusal(const Header& header, const Record& record)
{
    if (header.stream.kind != StreamKind::notebook) return rejected("stream");
    if (work_.stock().is_erased(header.stream)) return std::nullopt; // the store answers for it
    auto* const keys = keys_.of(header.stream);
    if (keys == nullptr) return later();
    if (keys->has(record)) return may_tell(*keys, record) ? std::nullopt : std::optional{later()};
    const auto refusal =
        is_generation(record) ? generation_refusal(*keys, record) : slot_refusal(*keys, header, record);
    if (!refusal) keys->add(record);
    return refusal;
}

std::optional<Verdict> Admission::slot_refusal(KnownKeys& keys, const Header& header, const Record& record)
{
    const auto* const known = keys_.decided(keys);
    if (known == nullptr) return later();
    const auto* const newest = known->newest();
    if (newest == nullptr) return later();
    const auto* const signer = core::sealing::slot_signer(*known, record.header, record.body);
    if (signer == nullptr) return rejected("not_signed");
    const auto of_its_number = keys.slots_of(header.generation);
    const bool has_room = keys.slots_by(header.device) < most_slots && keys.slots() < most_slots_of_all;
    const bool enters = signer == newest                      ? has_room || of_its_number < least_slots
                        : header.generation >= newest->number ? of_its_number < most_beaten_slots
                                                              : has_room;
    return enters ? std::nullopt : std::optional{rejected("too_many")};
}

std::optional<Verdict> Admission::generation_refusal(KnownKeys& keys, const Record& record)
{
    using core::sealing::Entered;
    const auto generation = core::sealing::decode_generation(record.body);
    if (!generation) return rejected("body");
    auto* const known = keys_.decided(keys);
    if (known == nullptr) return later();
    const auto valid = known->valid.size();
    const bool may_hold = generation->number == valid + 1;
    const bool full = keys.generations() - valid >= most_beside;
    if ((full && !may_hold) || (may_hold && valid >= most_valid)) return rejected("too_many");
    switch (core::sealing::enter(*known, {record.header, record.body, std::nullopt})) {
    case Entered::not_right:
        return valid == 0 && generation->number > 1 ? later() : rejected("not_signed");
    case Entered::beaten:
        if (!full) return std::nullopt;
        known->beaten.pop_back();
        return rejected("too_many");
    case Entered::again:
        if (full) return rejected("too_many");
        break;
    case Entered::valid:
        break;
    }
    return std::nullopt;
}

} // namespace frikort::sync::central::api
