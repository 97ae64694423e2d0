// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/card/card.hpp"

namespace frikort::kiosk::screens::card {

using core::content::Texts;

std::vector<Way> ways(const Texts& texts, const std::optional<std::string>& call_name)
{
    std::vector<Way> all{{texts("new.keep.phone"), texts("new.keep.phone.detail"), ui::Icon::phone},
                         {texts("new.keep.staff"), texts("new.keep.staff.detail"), ui::Icon::staff}};
    if (call_name) all.push_back({texts("new.keep.name"), texts("new.keep.name.detail"), ui::Icon::person});
    return all;
}

View view(const core::people::Card& card, Keeping keeping, const std::optional<std::string>& call_name,
          const Texts& texts)
{
    View view;
    view.qr = std::string{card.qr_text().view()};
    view.qr_name = texts("new.card.qr");
    view.number = card.number_text();
    view.secret = std::string{card.secret_text().view()} + " " + card.check();
    view.done = texts("new.card.done");
    switch (keeping) {
    case Keeping::phone:
        view.title = texts("new.card.phone"), view.told = texts("new.card.phone.told");
        break;
    case Keeping::staff:
        view.title = texts("new.card.staff"), view.told = texts("new.card.staff.told");
        break;
    case Keeping::name:
        view.title = texts("new.card.name");
        view.told = texts("new.card.name.told", {{"name", call_name.value_or("")}});
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::card
