// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/invariants.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "core/actions/settle.hpp"
#include "core/sealing/key_record.hpp"

namespace frikort::tests::sim {

using core::records::Class;
using core::records::Header;
using core::records::Record;
using core::records::StreamId;
using core::records::StreamKind;
using core::store::Delivery;

namespace {

constexpr std::size_t all = std::size_t{1} << 40U;

std::string at(const Kiosk& kiosk) { return "kiosk " + std::to_string(kiosk.index()); }
std::string named(const Header& header)
{
    return "record " + header.id.hex().substr(0, 8) + ", number " + std::to_string(header.number) +
           " of device " + header.device.hex().substr(0, 8);
}

Header header_of(const Record& record) { return *core::records::decode_header(record.header); }

std::set<StreamId> streams_of(Scene& scene, const Stocked& stock)
{
    std::set<StreamId> streams;
    for (const auto& [stream, records] : stock.streams) streams.insert(stream);
    for (const auto& promise : scene.ledger.promises()) streams.insert(promise.header.stream);
    return streams;
}

} // namespace

bool Stocked::holds(const Header& header, const core::records::Hash& hash) const
{
    const auto stream = streams.find(header.stream);
    if (stream == streams.end()) return false;
    const auto record = stream->second.find(header.id);
    return record != stream->second.end() && record->second == hash;
}

Stocked stocked(const core::store::CentralWork& look)
{
    Stocked stock;
    for (const auto& count : look.stock().counts()) {
        auto& held = stock.streams[count.stream];
        for (const auto& bytes : look.stock().page(count.stream, 0, all, all, std::nullopt).records) {
            const auto record = core::records::decode_record(bytes);
            const auto header = header_of(*record);
            if (!held.emplace(header.id, record->hash()).second)
                stock.doubled = Broken{"every record is there once", named(header)};
        }
        if (look.stock().is_erased(count.stream)) stock.erased.insert(count.stream);
    }
    return stock;
}

Verdict kept_at_home(Scene& scene, Kiosk& kiosk)
{
    const auto work = kiosk.store().begin();
    for (const auto& promise : scene.ledger.promises()) {
        if (promise.kiosk != kiosk.index() || promise.disk_lost) continue;
        const auto stub = work->records().stub(promise.header.id);
        if (!stub || stub->hash() != promise.hash)
            return Broken{"what was said to be saved survives a power cut",
                          at(kiosk) + ", " + named(promise.header)};
    }
    return std::nullopt;
}

namespace {

// What is not as a kiosk believes it.
Verdict untruth(Scene& scene, Kiosk& kiosk, const Stocked& stock, const char* promise)
{
    const auto work = kiosk.store().begin();
    for (const auto& stream : streams_of(scene, stock)) {
        for (const auto& record : work->records().of_stream(stream)) {
            const auto header = header_of(record);
            const auto& names = kiosk.names();
            if (std::find(names.begin(), names.end(), header.device) == names.end()) continue;
            const auto delivery = work->outbox().standing(header.id)->delivery;
            const bool held = stock.holds(header, record.hash());
            const bool erased = stock.erased.contains(stream) && header.what != Class::erase;
            if (delivery == Delivery::accepted && !held && !erased)
                return Broken{promise, at(kiosk) + " believes the server has " + named(header)};
            if (delivery == Delivery::rejected && held)
                return Broken{promise, at(kiosk) + " believes the server refused " + named(header)};
        }
    }
    if (work->outbox().waiting(all, all).size() != work->outbox().count(Delivery::waiting))
        return Broken{promise, at(kiosk) + " counts wrongly"};
    return std::nullopt;
}

// A notebook whose first generation only a machine has that is heard no more: a clone that was frozen, say,
// before the server that had it was set back. What others have of it waits until staff let that machine in.
bool is_begun_only_where_nobody_hears(Scene& scene, const StreamId& stream)
{
    const auto begins = [](const Record& record) {
        const auto generation = core::sealing::decode_generation(record.body);
        return generation && generation->number == 1;
    };
    const auto served = scene.central.look()->stock().keys_of(stream);
    if (std::any_of(served.begin(), served.end(), begins)) return false;
    bool out = false;
    for (const auto& kiosk : scene.kiosks) {
        const auto keys = kiosk->store().begin()->records().of_stream(stream, Class::key);
        if (!std::any_of(keys.begin(), keys.end(), begins)) continue;
        if (!kiosk->is_out()) return false;
        out = true;
    }
    return out;
}

} // namespace

Verdict acknowledged_is_there(Scene& scene)
{
    const auto stock = stocked(*scene.central.look());
    for (const auto& kiosk : scene.kiosks) {
        if (!kiosk->power().is_on() || kiosk->is_out()) continue;
        if (const auto broken = untruth(scene, *kiosk, stock, "what was acknowledged survives a power cut"))
            return broken;
    }
    return std::nullopt;
}

Verdict outbox_truthful(Scene& scene, const Stocked& stock)
{
    constexpr auto promise = "the outbox tells the truth";
    for (const auto& kiosk : scene.kiosks) {
        if (const auto broken = untruth(scene, *kiosk, stock, promise); broken && !kiosk->is_out())
            return broken;
        if (kiosk->is_out()) continue;
        const auto waiting = kiosk->store().begin()->outbox().waiting(all, all);
        for (const auto& record : waiting)
            if (!is_begun_only_where_nobody_hears(scene, header_of(record).stream))
                return Broken{"nothing waits for ever", at(*kiosk) + ", " + named(header_of(record))};
    }
    return std::nullopt;
}

Verdict promises_kept(Scene& scene, const Stocked& stock)
{
    if (stock.doubled) return stock.doubled;
    for (const auto& promise : scene.ledger.promises()) {
        if (promise.wish == Promise::Wish::refused || promise.disk_lost) continue;
        if (stock.holds(promise.header, promise.hash)) continue;
        if (stock.erased.contains(promise.header.stream) && promise.header.what != Class::erase) continue;
        auto& kiosk = *scene.kiosks[promise.kiosk];
        const bool turned_away = kiosk.is_turned_away();
        const auto work = kiosk.store().begin();
        const auto standing = work->outbox().standing(promise.header.id);
        const bool listed = standing && standing->delivery == Delivery::rejected;
        if (listed && (kiosk.is_out() || standing->reason == "older_card")) continue;
        // At a machine that is heard no more it stays, or was erased; and what the server had and lost it
        // cannot give back.
        const bool waits = standing && standing->delivery == Delivery::waiting;
        const bool stays = waits || core::actions::is_erased(*work, promise.header.stream);
        // Until staff enrol the machine anew and let it in (R13).
        const bool frozen = kiosk.twofold && kiosk.last_end() == sync::agent::End::frozen;
        const bool was_there = standing && scene.central.went_back();
        if ((turned_away || frozen) && (stays || was_there)) continue;
        const auto reason = listed ? ", refused: " + standing->reason : std::string{};
        return Broken{"every record that was saved reaches the server",
                      at(kiosk) + ", " + named(promise.header) + reason};
    }
    return std::nullopt;
}

Verdict no_holes(Scene& scene)
{
    const auto look = scene.central.look();
    for (const auto& kiosk : scene.kiosks) {
        if (kiosk->is_out()) continue;
        const auto work = kiosk->store().begin();
        const auto held = look->stock().held_from(kiosk->device(), 1000);
        std::set<std::uint64_t> own; // that are not erased
        for (const auto& promise : scene.ledger.promises()) {
            const bool here =
                promise.header.device == kiosk->device() && work->records().find(promise.header.id);
            if (here) own.insert(promise.header.number);
        }
        for (const auto number : own) {
            const auto in = [&](const auto& range) { return range.first <= number && number <= range.last; };
            const bool lacks = number > held.highest || std::any_of(held.lacks.begin(), held.lacks.end(), in);
            if (lacks)
                return Broken{"no chain has a hole", at(*kiosk) + ", number " + std::to_string(number)};
        }
    }
    return std::nullopt;
}

Verdict all_kept(Scene& scene)
{
    const auto stock = stocked(*scene.central.look());
    using Check = Verdict (*)(Scene&, const Stocked&);
    for (const Check check : std::array<Check, 6>{promises_kept, outbox_truthful, same_everywhere,
                                                  erased_is_gone, sums_right, requests_everywhere})
        if (auto broken = check(scene, stock)) return broken;
    if (auto broken = no_holes(scene)) return broken;
    return sealed_everywhere(scene);
}

} // namespace frikort::tests::sim
