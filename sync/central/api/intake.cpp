// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/intake.hpp"

#include "core/sealing/key_record.hpp"
#include "core/store/brought.hpp"
#include "sync/central/api/admission.hpp"
#include "sync/central/api/streams.hpp"
#include "sync/protocol/stub.hpp"

namespace frikort::sync::central::api {

using core::records::Malformed;
using core::store::Stock;
using protocol::Verdict;

namespace {

Verdict verdict_for(Malformed malformed)
{
    // A newer kiosk than this server: it is us who have to change.
    return malformed == Malformed::unknown_version ? later() : rejected("unreadable");
}

Verdict verdict_for(Stock::Taken taken)
{
    switch (taken) {
    case Stock::Taken::accepted:
        return {Verdict::Kind::accepted, ""};
    case Stock::Taken::duplicate:
        return {Verdict::Kind::duplicate, ""};
    case Stock::Taken::erased:
        return {Verdict::Kind::erased, ""};
    case Stock::Taken::other_record:
    case Stock::Taken::other_device:
        return rejected("other_record");
    case Stock::Taken::broken_chain:
        return rejected("broken_chain");
    }
    return later();
}

// What goes to the store, and whose answer each is.
struct Sorted {
    std::vector<Stock::Offer> offers;
    std::vector<std::size_t> places;
    std::vector<std::size_t> beaten; // places of generations that lost to another
};

// Of a device's own records, or of one that it was before.
struct Writer {
    core::records::DeviceId of; // who wrote them
    core::records::DeviceId as; // under whose numbers they are kept
};

// Ids that the store gives itself are no kiosk's.
bool is_nobodys(const core::records::Header& header) { return core::store::is_brought_id(header.id); }

void sort_record(const core::base::Bytes& bytes, Admission& admission, const Writer& writer,
                 std::size_t place, Sorted& sorted, Verdict& verdict)
{
    const auto record = core::records::decode_record(bytes);
    if (!record) {
        verdict = verdict_for(record.error());
        return;
    }
    auto header = core::records::decode_header(record->header);
    if (is_nobodys(*header)) {
        verdict = rejected("unreadable");
        return;
    }
    if (const auto refusal = admission.refusal(*header, *record, writer.of)) {
        verdict = *refusal;
        return;
    }
    if (admission.is_beaten(*header, *record)) sorted.beaten.push_back(place);
    header->device = writer.as;
    Stock::Offer offer{*header, record->stub(), Stock::Offer::Form::whole, bytes};
    if (core::store::stands_alone(offer)) offer.header.id = core::store::brought_id(offer.stub);
    sorted.offers.push_back(std::move(offer));
    sorted.places.push_back(place);
}

core::base::Result<core::records::Header, Malformed> header_in(const core::base::Bytes& bytes)
{
    const auto record = core::records::decode_record(bytes);
    if (!record) return core::base::no(record.error());
    return core::records::decode_header(record->header);
}

// Nothing for a kiosk that was never another. What cannot be read is judged as of the last.
std::optional<Writer> writer_of_fork(const core::base::Bytes& bytes, const std::vector<Former>& was)
{
    if (was.empty()) return std::nullopt;
    const auto header = header_in(bytes);
    const auto device = header ? header->device : was.front().device;
    for (const auto& former : was)
        if (former.device == device) return Writer{former.device, former.fork};
    return Writer{was.front().device, was.front().fork};
}

// What others wrote: an erasure, whoever did (R17); anything else of a device that is heard no more and so
// cannot give it back itself (R15). Of one that is well it could break the chain.
bool may_bring(const core::store::CentralWork& work, const core::records::Header& header)
{
    if (header.what == core::records::Class::erase) return true;
    const auto writer = work.kiosks().find(header.device);
    return writer && (writer->revoked || writer->frozen);
}

void sort_of_others(const core::store::CentralWork& work, const core::base::Bytes& bytes,
                    Admission& admission, std::size_t place, Sorted& sorted, Verdict& verdict)
{
    const auto header = header_in(bytes);
    if (header && !may_bring(work, *header)) {
        verdict = rejected("other_device");
        return;
    }
    const auto writer = header ? header->device : core::records::DeviceId{};
    const bool erases = header && header->what == core::records::Class::erase;
    const auto as = erases ? core::store::brought(core::records::decode_record(bytes)->hash()) : writer;
    sort_record(bytes, admission, {writer, as}, place, sorted, verdict);
}

void sort_stub(const core::base::Bytes& bytes, const core::store::Kiosk& kiosk, std::size_t place,
               Sorted& sorted, Verdict& verdict)
{
    const auto stub = protocol::decode_header_only(bytes);
    if (!stub) {
        verdict = verdict_for(stub.error());
        return;
    }
    const auto header = core::records::decode_header(stub->header);
    if (is_nobodys(*header)) {
        verdict = rejected("unreadable");
        return;
    }
    if (header->device != kiosk.device) {
        verdict = rejected("other_device");
        return;
    }
    sorted.offers.push_back({*header, stub->stub(), Stock::Offer::Form::stub, bytes});
    sorted.places.push_back(place);
}

// What a card opens is found by it from now on (R7).
void note_cards(core::store::CentralWork& work, const core::records::DeviceId& by,
                const std::vector<Stock::Offer>& offers, const std::vector<Stock::Taken>& taken)
{
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto& offer = offers[i];
        const bool here = taken[i] == Stock::Taken::accepted || taken[i] == Stock::Taken::duplicate;
        const bool whole = offer.form == Stock::Offer::Form::whole;
        if (!here || !whole || offer.header.what != core::records::Class::key) continue;
        const auto record = core::records::decode_record(offer.bytes);
        const auto slot = core::sealing::decode_slot(record->body);
        if (!slot || !slot->verifier || work.stock().is_erased(offer.header.stream)) continue;
        // Anybody may put notebooks of his own behind a card whose lookup he has seen: not so many that its
        // owner finds no room, wherever he comes first.
        auto& follows = work.follows();
        if (follows.with_card_by(slot->lookup, by) < most_behind_by_one &&
            follows.with_card(slot->lookup).size() < most_behind_a_card)
            follows.note_card(slot->lookup, offer.header.stream, by);
    }
}

// A stub that is filled is answered as a duplicate; it shows by the counter it took.
std::uint64_t new_bytes(const std::vector<Stock::Offer>& offers, const std::vector<Stock::Taken>& taken,
                        std::uint64_t counted)
{
    constexpr std::uint64_t kept_of_erased = 200; // number, digests and their places
    std::uint64_t accepted = 0;
    std::uint64_t bytes = 0;
    std::uint64_t known = 0;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto size = offers[i].bytes.size();
        if (taken[i] == Stock::Taken::duplicate)
            known += size;
        else
            bytes += taken[i] == Stock::Taken::erased ? kept_of_erased : size;
        if (taken[i] == Stock::Taken::accepted) ++accepted;
    }
    return counted > accepted ? bytes + known : bytes;
}

} // namespace

Intake take_in(core::store::CentralWork& work, const core::store::Kiosk& kiosk,
               const protocol::PushRequest& push)
{
    Intake intake;
    intake.verdicts.resize(push.size());
    Sorted sorted;
    Admission admission{work, kiosk};
    std::size_t place = 0;
    for (const auto& bytes : push.records) {
        sort_record(bytes, admission, {kiosk.device, kiosk.device}, place, sorted, intake.verdicts[place]);
        ++place;
    }
    for (const auto& bytes : push.stubs) {
        sort_stub(bytes, kiosk, place, sorted, intake.verdicts[place]);
        ++place;
    }
    const auto was = push.forks.empty() ? std::vector<Former>{} : formers(work, kiosk);
    for (const auto& bytes : push.forks) {
        if (const auto writer = writer_of_fork(bytes, was))
            sort_record(bytes, admission, *writer, place, sorted, intake.verdicts[place]);
        else
            intake.verdicts[place] = rejected("other_device");
        ++place;
    }
    const auto of_others = place;
    for (const auto& bytes : push.of_others) {
        sort_of_others(work, bytes, admission, place, sorted, intake.verdicts[place]);
        ++place;
    }

    const auto before = work.stock().standing().counter;
    const auto taken = work.stock().take(sorted.offers);
    intake.new_bytes = new_bytes(sorted.offers, taken, work.stock().standing().counter - before);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        intake.verdicts[sorted.places[i]] = verdict_for(taken[i]);
        const bool set_aside =
            taken[i] == Stock::Taken::other_record || taken[i] == Stock::Taken::broken_chain;
        // Who brings what others wrote has no part in their chain.
        if (set_aside && sorted.places[i] < of_others) ++intake.quarantined;
    }
    note_cards(work, kiosk.device, sorted.offers, taken);
    for (const auto beaten : sorted.beaten) {
        auto& verdict = intake.verdicts[beaten];
        const bool here = verdict.kind == Verdict::Kind::accepted || verdict.kind == Verdict::Kind::duplicate;
        if (here) verdict.reason = "beaten";
    }
    for (const auto& verdict : intake.verdicts)
        if (verdict.kind == Verdict::Kind::rejected) ++intake.refused;
    return intake;
}

} // namespace frikort::sync::central::api
