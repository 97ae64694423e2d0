// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/base/must.hpp"
#include "core/store/central_memory/ports.hpp"

namespace frikort::core::store::central_memory {

using records::DeviceId;
using records::StreamId;

namespace {

std::optional<Centre> centre_named(const Statement& tables, const std::string& name)
{
    std::optional<Centre> found;
    tables.each(&Tables::centres, [&](const auto&, const Centre& centre) {
        if (centre.name == name) found = centre;
    });
    return found;
}

template <class Deed>
void change(Statement& tables, const DeviceId& device, Deed deed)
{
    auto kiosk = tables.find(&Tables::kiosks, device);
    if (!kiosk) return;
    deed(*kiosk);
    tables.set(&Tables::kiosks, device, *kiosk);
}

void hear_as(Statement& tables, const DeviceId& device, const DeviceId& before)
{
    std::vector<std::pair<StreamId, bool>> heard;
    tables.each_from(&Tables::wrote, {before, StreamId{records::StreamKind{}, {}}},
                     [&](const Tables::Writer& writer, bool keys) {
                         if (writer.first == before) heard.emplace_back(writer.second, keys);
                         return writer.first == before;
                     });
    for (const auto& [stream, keys] : heard) {
        const auto own = tables.find(&Tables::wrote, {device, stream});
        tables.set(&Tables::wrote, {device, stream}, keys || own.value_or(false));
    }
}

} // namespace

std::optional<Centre> MemoryCentres::find(const StreamId& stream) const
{
    return work_.ask().find(&Tables::centres, stream);
}

std::optional<Centre> MemoryCentres::named(const std::string& name) const
{
    return centre_named(work_.ask(), name);
}

std::vector<Centre> MemoryCentres::all() const
{
    const auto tables = work_.ask();
    std::vector<Centre> centres;
    tables.each(&Tables::centres, [&](const auto&, const Centre& centre) { centres.push_back(centre); });
    std::sort(centres.begin(), centres.end(),
              [](const Centre& a, const Centre& b) { return a.name < b.name; });
    return centres;
}

void MemoryCentres::add(const Centre& centre)
{
    auto tables = work_.ask();
    base::must(!centre.compared);
    if (centre_named(tables, centre.name))
        throw StoreFailure{StoreFailure::Kind::other, "there is such a name already"};
    tables.add(&Tables::centres, centre.stream, centre);
}

void MemoryCentres::compare(const StreamId& stream, const Centre::Compared& compared)
{
    auto tables = work_.ask();
    auto centre = tables.find(&Tables::centres, stream);
    if (!centre || centre->compared) return;
    centre->compared = compared;
    tables.set(&Tables::centres, stream, *centre);
}

// The row is held, so that it stays as it is without the turn; that there is none is true only with it.
std::optional<Kiosk> MemoryKiosks::find(const DeviceId& device) const
{
    if (const auto kiosk = work_.ask_out_of_turn(device).find(&Tables::kiosks, device)) return kiosk;
    return work_.ask().find(&Tables::kiosks, device);
}

std::vector<Kiosk> MemoryKiosks::all() const
{
    const auto tables = work_.ask();
    std::vector<Kiosk> kiosks;
    tables.each(&Tables::kiosks, [&](const auto&, const Kiosk& kiosk) { kiosks.push_back(kiosk); });
    std::stable_sort(kiosks.begin(), kiosks.end(),
                     [](const Kiosk& a, const Kiosk& b) { return a.enrolled < b.enrolled; });
    return kiosks;
}

void MemoryKiosks::add(const Kiosk& kiosk)
{
    auto tables = work_.ask();
    base::must(!kiosk.revoked && !kiosk.frozen);
    tables.add(&Tables::kiosks, kiosk.device, kiosk);
    if (kiosk.before) hear_as(tables, kiosk.device, *kiosk.before);
}

void MemoryKiosks::adopt(const DeviceId& device, const DeviceId& before)
{
    auto tables = work_.ask_for(device);
    const auto kiosk = tables.find(&Tables::kiosks, device);
    if (!kiosk || kiosk->before) return;
    change(tables, device, [&](Kiosk& one) { one.before = before; });
    hear_as(tables, device, before);
}

void MemoryKiosks::freeze(const DeviceId& device, Seconds now)
{
    auto tables = work_.ask_for(device);
    change(tables, device, [&](Kiosk& kiosk) { kiosk.frozen = kiosk.frozen.value_or(now); });
}

void MemoryKiosks::revoke(const DeviceId& device, Seconds now)
{
    auto tables = work_.ask_for(device);
    change(tables, device, [&](Kiosk& kiosk) { kiosk.revoked = kiosk.revoked.value_or(now); });
}

void MemoryKiosks::note(const DeviceId& device, const Kiosk::Told& told)
{
    auto tables = work_.ask_out_of_turn(device);
    change(tables, device, [&](Kiosk& kiosk) { kiosk.told = told; });
}

void MemoryKiosks::tell_root(const DeviceId& device, const CentreRoot& root)
{
    auto tables = work_.ask_out_of_turn(device);
    change(tables, device, [&](Kiosk& kiosk) {
        if (!kiosk.root)
            kiosk.root = root;
        else if (*kiosk.root != root && !kiosk.other_root)
            kiosk.other_root = root;
    });
}

Kiosks::Counter MemoryKiosks::advance(const DeviceId& device, std::uint64_t request, Seconds now)
{
    auto tables = work_.ask_out_of_turn(device);
    const auto kiosk = tables.find(&Tables::kiosks, device);
    if (!kiosk || kiosk->request >= request) return Counter::behind;
    change(tables, device, [&](Kiosk& one) {
        one.request = request;
        one.contact = now;
    });
    return Counter::grew;
}

std::optional<Codes::Code> MemoryCodes::find(const base::Hash& digest) const
{
    return work_.ask().find(&Tables::codes, digest);
}

void MemoryCodes::add(const Code& code)
{
    auto tables = work_.ask();
    base::must(!code.used_by);
    tables.add(&Tables::codes, code.digest, code);
}

void MemoryCodes::use(const base::Hash& digest, const DeviceId& device)
{
    auto tables = work_.ask();
    auto code = tables.find(&Tables::codes, digest);
    if (!code) return;
    code->used_by = device;
    tables.set(&Tables::codes, digest, *code);
}

void MemoryCodes::end_unused()
{
    auto tables = work_.ask();
    std::vector<base::Hash> unused;
    tables.each(&Tables::codes, [&](const base::Hash& digest, const Code& code) {
        if (!code.used_by) unused.push_back(digest);
    });
    for (const auto& digest : unused) tables.drop(&Tables::codes, digest);
}

// With its kiosk's row.
std::optional<Half> MemoryHalves::of(const DeviceId& device) const
{
    return work_.ask_out_of_turn(device).find(&Tables::halves, device);
}

void MemoryHalves::keep(const DeviceId& device, const Half& half)
{
    auto tables = work_.ask_out_of_turn(device);
    base::must(tables.has(&Tables::kiosks, device));
    if (!tables.has(&Tables::halves, device)) tables.set(&Tables::halves, device, half);
}

} // namespace frikort::core::store::central_memory
