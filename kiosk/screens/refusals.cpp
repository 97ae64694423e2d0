// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens {

using core::actions::NotDone;

std::string refusal_text(Visit& visit, NotDone why)
{
    const auto& texts = visit.texts();
    switch (why) {
    case NotDone::no_centre:
    case NotDone::not_a_member:
        visit.dismissed = true;
        return texts("refused.not_a_member");
    case NotDone::not_allowed:
        return texts("refused.not_allowed");
    case NotDone::unknown:
        return texts("refused.unknown");
    case NotDone::name_in_use:
        return texts("refused.name_in_use");
    case NotDone::last_leader:
        return texts("refused.last_leader");
    case NotDone::already:
        return texts("refused.already");
    case NotDone::unfit:
        return texts("refused.unfit");
    case NotDone::other_centre:
        return texts("sign_in.card.other");
    }
    return {};
}

} // namespace frikort::kiosk::screens
