// SPDX-License-Identifier: MPL-2.0
#include "core/actions/open_notebook.hpp"

#include <algorithm>
#include <functional>

#include "core/actions/name_slots.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/server_half.hpp"
#include "core/actions/tries.hpp"
#include "core/sealing/slot.hpp"

namespace frikort::core::actions {

using base::no;
using sealing::NotebookKeys;
using store::Slots;

namespace {

std::vector<records::StreamId> streams_of(const std::vector<Slots::Slot>& slots)
{
    std::vector<records::StreamId> streams;
    for (const auto& slot : slots) streams.push_back(slot.stream);
    return streams;
}

struct Unwrapped {
    records::StreamId stream;
    NotebookKeys keys;
};

// Of the slots whose notebook may be tried, the newest that this key opens.
std::optional<Unwrapped> unwrap_any(std::vector<Slots::Slot> slots, const Try& attempt,
                                    const sealing::Secret& key)
{
    std::sort(slots.begin(), slots.end(),
              [](const auto& a, const auto& b) { return a.generation > b.generation; });
    for (const auto& slot : slots) {
        if (!attempt.includes(slot.stream)) continue;
        if (auto keys = sealing::unwrap(key, slot.stream, slot.generation, slot.wrapped))
            return Unwrapped{slot.stream, std::move(*keys)};
    }
    return std::nullopt;
}

// How slots are found, and the key that opens them.
struct Way {
    base::Hash lookup;
    std::function<sealing::Secret()> stretch;
    std::vector<Slots::Slot> slots{};
};

std::vector<records::StreamId> find(store::Work& work, Slots::Kind kind, std::vector<Way>& ways)
{
    std::vector<records::StreamId> all;
    for (auto& way : ways) {
        way.slots = work.slots().find(kind, way.lookup);
        const auto streams = streams_of(way.slots);
        all.insert(all.end(), streams.begin(), streams.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::optional<Unwrapped> unwrap_any(const std::vector<Way>& ways, const Try& attempt)
{
    for (const auto& way : ways)
        if (!way.slots.empty())
            if (auto opened = unwrap_any(way.slots, attempt, way.stretch())) return opened;
    return std::nullopt;
}

Opening open_with(store::Store& store, Slots::Kind kind, std::vector<Way> ways)
{
    auto work = store.begin();
    const auto streams = find(*work, kind, ways);
    if (streams.empty()) {
        const auto refused = count_unknown(*work);
        work->commit();
        return no(refused);
    }
    const Try attempt{*work, streams};
    if (attempt.none_left()) return no(attempt.must_wait());
    work->commit();
    work.reset(); // nobody waits for the store while the key is stretched

    auto opened = unwrap_any(ways, attempt);
    if (!opened) return no(attempt.wrong());
    work = store.begin();
    attempt.take_back(*work, opened->stream);
    work->copies().opened(opened->stream);
    auto ring = ring_of(*work, opened->stream, std::move(opened->keys));
    work->commit();
    if (!ring) return no(NotOpened{NotOpened::Why::damaged});
    return OpenNotebook{std::move(*ring)};
}

} // namespace

Opening open_with_card(store::Store& store, const Kiosk& kiosk, const people::Card& card,
                       const people::Code& code)
{
    auto opened =
        open_with(store, Slots::Kind::card,
                  {{sealing::card_lookup(card.number()), [&] {
                        auto made = sealing::stretch_card(card.number(), base::view_of(card.secret().view()),
                                                          code.bytes().view(), kiosk.cost);
                        return std::move(made.slot_key);
                    }}});
    if (opened) renew_name(store, kiosk, *opened, std::nullopt, code);
    return opened;
}

Opening open_with_name(store::Store& store, const Kiosk& kiosk, const people::CallName& name,
                       const people::Code& code)
{
    if (names(store, kiosk) == Names::off) return no(NotOpened{NotOpened::Why::off});
    std::vector<Way> ways;
    for (const auto* pepper : name_peppers(*store.begin(), kiosk))
        ways.push_back({sealing::name_lookup(name.text(), *pepper), [&, pepper] {
                            return sealing::stretch_name(name.text(), code.bytes().view(), *pepper,
                                                         kiosk.cost);
                        }});
    if (ways.empty()) return no(NotOpened{NotOpened::Why::not_yet});
    auto opened = open_with(store, Slots::Kind::name, std::move(ways));
    if (opened) renew_name(store, kiosk, *opened, name, code);
    return opened;
}

std::chrono::seconds wait_for_unknown(store::Store& store)
{
    return store.begin()->waits().of(subject_of_kiosk()).left;
}

void run_waits(store::Store& store, std::chrono::seconds passed)
{
    if (passed <= std::chrono::seconds{0}) return;
    const auto work = store.begin();
    work->waits().run(passed);
    work->commit();
}

} // namespace frikort::core::actions
