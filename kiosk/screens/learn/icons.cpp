// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>

#include "kiosk/screens/learn/learn.hpp"

namespace frikort::kiosk::screens::learn {

ui::Icon icon_of(std::string_view name)
{
    struct Named {
        std::string_view name;
        ui::Icon icon;
    };
    using enum ui::Icon;
    static constexpr std::array icons{Named{"add", add},
                                      Named{"book", book},
                                      Named{"bulb", bulb},
                                      Named{"calendar", calendar},
                                      Named{"card", card},
                                      Named{"chart", chart},
                                      Named{"chat", chat},
                                      Named{"check", check},
                                      Named{"check_circle", check_circle},
                                      Named{"clock", clock},
                                      Named{"close", close},
                                      Named{"edit", edit},
                                      Named{"eye", eye},
                                      Named{"eye_off", eye_off},
                                      Named{"help", help},
                                      Named{"home", home},
                                      Named{"info", info},
                                      Named{"key", key},
                                      Named{"keypad", keypad},
                                      Named{"list", list},
                                      Named{"lock", lock},
                                      Named{"money", money},
                                      Named{"no_network", no_network},
                                      Named{"people", people},
                                      Named{"person", person},
                                      Named{"phone", phone},
                                      Named{"place", place},
                                      Named{"printer", printer},
                                      Named{"qr", qr},
                                      Named{"scan", scan},
                                      Named{"settings", settings},
                                      Named{"shop", shop},
                                      Named{"smile", smile},
                                      Named{"staff", staff},
                                      Named{"translate", translate},
                                      Named{"trash", trash},
                                      Named{"undo", undo},
                                      Named{"urgent", urgent},
                                      Named{"warning", warning},
                                      Named{"work", work},
                                      Named{"heart", heart},
                                      Named{"house", house},
                                      Named{"star", star},
                                      Named{"sun", sun}};
    const auto found =
        std::find_if(icons.begin(), icons.end(), [&](const Named& each) { return each.name == name; });
    return found == icons.end() ? none : found->icon;
}

} // namespace frikort::kiosk::screens::learn
