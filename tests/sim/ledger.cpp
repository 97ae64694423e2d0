// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/ledger.hpp"

#include <algorithm>

namespace frikort::tests::sim {

namespace {

constexpr std::ptrdiff_t piece_size = 24; // bytes

core::base::Bytes piece_of(const core::base::Bytes& body)
{
    const auto middle = body.begin() + static_cast<std::ptrdiff_t>(body.size() / 2);
    return {middle, middle + std::min(piece_size, body.end() - middle)};
}

} // namespace

void Ledger::confirm(Kiosk& kiosk, Wish wish)
{
    constexpr std::size_t all = std::size_t{1} << 40U;
    const auto work = kiosk.store().begin();
    auto& heard = heard_of(kiosk);
    for (const auto& record : work->outbox().waiting(all, all)) {
        const auto header = *core::records::decode_header(record.header);
        if (header.device == kiosk.device() && header.number > heard)
            promises_.push_back({header, record.hash(), piece_of(record.body), kiosk.index(), wish});
    }
    heard = work->records().tip(kiosk.device()).number;
}

bool Ledger::is_forgotten(const core::base::Id& id) const
{
    return std::any_of(promises_.begin(), promises_.end(),
                       [&](const Promise& promise) { return promise.header.id == id && promise.disk_lost; });
}

void Ledger::disk_went_back(Kiosk& kiosk)
{
    const auto work = kiosk.store().begin();
    for (auto& promise : promises_) {
        if (promise.kiosk == kiosk.index() && !work->records().stub(promise.header.id))
            promise.disk_lost = true;
    }
    heard_of(kiosk) = work->records().tip(kiosk.device()).number;
}

} // namespace frikort::tests::sim
