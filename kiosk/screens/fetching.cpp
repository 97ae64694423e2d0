// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/fetching.hpp"

#include "core/actions/open_notebook.hpp"

namespace frikort::kiosk::screens {

bool Fetch::begin(const core::people::Card& card, const core::people::Code& code, ui::Instant now)
{
    if (!by_.possible() || core::actions::card_in_use(store_, card) ||
        core::actions::wait_for_unknown(store_).count() > 0)
        return false;
    by_.begin(core::actions::prove(kiosk_, card, code));
    since_ = now;
    return true;
}

std::optional<Fetching::Answer> Fetch::answer(ui::Instant now)
{
    auto answer = by_.answer();
    if (!answer && now - since_ >= fetching_patience) answer.emplace();
    return answer;
}

} // namespace frikort::kiosk::screens
