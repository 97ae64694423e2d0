// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <functional>

#include "core/actions/read_notebook.hpp"
#include "sync/central/api/streams.hpp"
#include "tests/sim/invariants.hpp"

// What can be read, and by whom.
namespace frikort::tests::sim {

using core::base::BytesView;
using core::records::Class;
using core::records::Id;
using core::records::StreamId;
using core::records::StreamKind;
using core::store::Delivery;

namespace {

std::string at(const Kiosk& kiosk) { return "kiosk " + std::to_string(kiosk.index()); }
std::string named(const StreamId& stream)
{
    const char* const kind = stream.kind == StreamKind::notebook ? "notebook " : "stream ";
    return kind + stream.name.hex().substr(0, 8);
}

// A server's clock that went ahead by months ends what centres follow (R7).
std::chrono::sys_seconds last_follow(Scene& scene)
{
    return scene.central.clock().now() - sync::central::api::follow_lasts;
}

std::vector<StreamId> readable(Scene& scene, Kiosk& kiosk, const Stocked& stock)
{
    const auto look = scene.central.look();
    const auto place = sync::agent::standing(*kiosk.store().begin()).centre;
    std::vector<StreamId> streams;
    for (const auto& [stream, records] : stock.streams) {
        const bool own = place && stream == place->stream;
        const core::store::Stock::Listener listener{kiosk.device(), place ? place->stream : StreamId{},
                                                    last_follow(scene)};
        if (own || stream.kind == StreamKind::national || look->stock().hears(listener, stream))
            streams.push_back(stream);
    }
    return streams;
}

bool contains(BytesView where, BytesView what)
{
    return std::search(where.begin(), where.end(),
                       std::boyer_moore_horspool_searcher{what.begin(), what.end()}) != where.end();
}

// On which disk some of these pieces stand.
Verdict found(Scene& scene, const std::vector<core::base::Bytes>& pieces, const char* promise)
{
    bool stands = false;
    const auto look = [&](BytesView bytes) {
        for (const auto& piece : pieces) stands = stands || contains(bytes, piece);
    };
    scene.central.disk().look_over(look);
    if (stands) return Broken{promise, "on the server's disk"};
    for (const auto& kiosk : scene.kiosks) {
        if (kiosk->is_out()) continue;
        kiosk->disk().look_over(look);
        if (stands) return Broken{promise, "on the disk of " + at(*kiosk)};
    }
    return std::nullopt;
}

} // namespace

Verdict same_everywhere(Scene& scene, const Stocked& stock)
{
    constexpr auto promise = "the same records everywhere";
    std::set<core::records::DeviceId>
        lost; // whose disk forgot some of what the server may have forgotten too
    for (const auto& promised : scene.ledger.promises())
        if (promised.disk_lost) lost.insert(promised.header.device);
    for (const auto& kiosk : scene.kiosks) {
        if (kiosk->is_out()) continue; // what it wrote in its other life it may not have
        const auto streams = readable(scene, *kiosk, stock);
        const auto work = kiosk->store().begin();
        for (const auto& stream : streams) {
            const auto& there = stock.streams.at(stream);
            std::map<Id, core::records::Hash> here;
            for (const auto& record : work->records().of_stream(stream)) {
                const auto header = *core::records::decode_header(record.header);
                const bool refused = work->outbox().standing(header.id)->delivery == Delivery::rejected;
                const bool nobody_sends_it = !there.contains(header.id) && lost.contains(header.device);
                if (!refused && !nobody_sends_it) here.emplace(header.id, record.hash());
            }
            if (here != there)
                return Broken{promise, at(*kiosk) + " has " + std::to_string(here.size()) +
                                           " and the server " + std::to_string(there.size()) + " of " +
                                           named(stream)};
        }
    }
    return std::nullopt;
}

Verdict requests_everywhere(Scene& scene, const Stocked& stock)
{
    for (const auto& request : scene.town.requests()) {
        const auto there = stock.streams.find(request.stream);
        if (there == stock.streams.end() || !there->second.contains(request.id)) continue; // erased, or lost
        const auto& from = *scene.kiosks[request.kiosk];
        // A disk that went back forgot that somebody asked here, though the server had heard what they wrote.
        if (from.is_out() || scene.ledger.is_forgotten(request.id)) continue;
        const auto place = sync::agent::standing(*scene.kiosks[request.kiosk]->store().begin()).centre;
        const auto opened = scene.central.look()->follows().opened(place->stream, request.stream);
        // Where the server forgot the follow nobody can say of one so old whether it had ended before.
        const bool may_have_ended = scene.central.went_back() && request.asked <= last_follow(scene);
        if (opened ? *opened <= last_follow(scene) : may_have_ended) continue;
        for (const auto& kiosk : scene.kiosks) {
            if (kiosk->is_out() || kiosk->centre() != from.centre()) continue;
            if (!kiosk->store().begin()->records().find(request.id))
                return Broken{"what waits can be read at every kiosk of the centre",
                              at(*kiosk) + " has nothing of the request in " + named(request.stream)};
        }
    }
    return std::nullopt;
}

Verdict erased_is_gone(Scene& scene, const Stocked& stock)
{
    constexpr auto promise = "what was erased is gone";
    for (const auto& promised : scene.ledger.promises()) {
        const bool erasure =
            promised.header.what == Class::erase && stock.holds(promised.header, promised.hash);
        if (erasure && !stock.erased.contains(promised.header.stream))
            return Broken{promise, "the server has the erasure of " + named(promised.header.stream) +
                                       " and all of it"};
    }
    for (const auto& kiosk : scene.kiosks) {
        const auto work = kiosk->store().begin();
        for (const auto& stream : stock.erased) {
            if (kiosk->is_out()) continue;
            const auto content = work->records().of_stream(stream, Class::content).size();
            const auto keys = work->records().of_stream(stream, Class::key).size();
            const auto slots = work->slots().of_stream(stream).size();
            if (content + keys + slots == 0) continue;
            return Broken{promise, at(*kiosk) + " has " + std::to_string(content) + " entries, " +
                                       std::to_string(keys) + " keys and " + std::to_string(slots) +
                                       " slots of " + named(stream)};
        }
    }
    // Not of key records: an erasure repeats the links that prove it.
    std::vector<core::base::Bytes> pieces;
    for (const auto& promised : scene.ledger.promises()) {
        if (promised.header.what == Class::content && stock.erased.contains(promised.header.stream))
            pieces.push_back(promised.piece);
    }
    return found(scene, pieces, promise);
}

Verdict sealed_everywhere(Scene& scene)
{
    const auto word = core::base::view_of(Town::canary_word);
    const auto digits = core::base::view_of(Town::canary_digits);
    return found(scene, {{word.begin(), word.end()}, {digits.begin(), digits.end()}},
                 "what is typed is sealed");
}

Verdict sums_right(Scene& scene, const Stocked& stock)
{
    const bool some_out = std::any_of(scene.kiosks.begin(), scene.kiosks.end(),
                                      [](const auto& kiosk) { return kiosk->is_out(); });
    if (some_out) return std::nullopt;
    std::set<StreamId> forgotten; // of which a disk that went back may have lost what somebody was told
    for (const auto& promise : scene.ledger.promises())
        if (promise.disk_lost && !stock.holds(promise.header, promise.hash))
            forgotten.insert(promise.header.stream);
    for (const auto& citizen : scene.town.citizens()) {
        if (stock.erased.contains(citizen.stream()) || forgotten.contains(citizen.stream())) continue;
        auto& home = *scene.kiosks[citizen.home];
        if (!core::actions::open_with_card(home.store(), home.actions(), citizen.card, Town::pin())) {
            if (citizen.unsure) continue; // the new card may have been made, and never been shown
            return Broken{"a card opens its notebook", at(home) + ", " + named(citizen.stream())};
        }
        const auto read = core::actions::read_notebook(home.store(), citizen.notebook);
        std::int64_t told = 0;
        std::int64_t sum = 0;
        for (const auto& [entry, ore] : citizen.says) told += ore;
        for (const auto& entry : read.book.entries()) sum += entry.now.amount.in_ore();
        if (citizen.unsure ? sum < told - citizen.may_be_less : sum != told)
            return Broken{"a notebook's sum is what its owner was told",
                          at(home) + ", " + named(citizen.stream()) + ": " + std::to_string(sum) +
                              " and not " + std::to_string(told)};
        if (read.unreadable > 0 && !citizen.unsure)
            return Broken{"a notebook's owner can read all of it", at(home) + ", " + named(citizen.stream())};
    }
    return std::nullopt;
}

} // namespace frikort::tests::sim
