// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/half.hpp"

namespace frikort::sync::agent {

using core::sealing::HalfBox;
using core::sealing::PepperHalf;

std::optional<HalfBox> half_box(core::store::Store& store, const WantedHalf* wanted)
{
    if (wanted == nullptr || wanted->is == WantedHalf::Is::here) return std::nullopt;
    if (wanted->when == WantedHalf::When::where_needed && !core::actions::needs_half(*store.begin()))
        return std::nullopt;
    return HalfBox::random(wanted->chance);
}

void take_halves(core::store::Store& store, WantedHalf* wanted, const std::optional<HalfBox>& box,
                 const protocol::NewsAnswer& news)
{
    if (!box || news.halves.empty()) return;
    std::vector<PepperHalf> halves;
    for (const auto& sealed : news.halves) {
        auto half = box->opened(sealed);
        if (!half) return;
        halves.push_back(std::move(*half));
    }
    const auto work = store.begin();
    const auto today = core::base::Date::in_denmark(news.state.time);
    auto whole = core::actions::note_half(*work, wanted->own, halves, today);
    work->commit(); // from now on names need it, whatever a server says
    wanted->is = WantedHalf::Is::here;
    wanted->take(std::move(whole));
}

} // namespace frikort::sync::agent
