// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/trouble/trouble.hpp"

#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::trouble {

bool draw(ui::Ui& ui, ui::ListState& list, const Visit& visit, Kind kind)
{
    const auto& texts = visit.texts();
    const auto body = widgets::page_top(ui, texts("trouble.title"));
    const auto told = texts(kind == Kind::full        ? "trouble.full"
                            : kind == Kind::damaged   ? "trouble.damaged"
                            : kind == Kind::read_only ? "trouble.read_only"
                                                      : "trouble.other");
    const auto home = texts("bar.home");
    const ui::Button leave{.label = home, .icon = ui::Icon::home, .fill = ui::Fill::filled};
    const ui::Rect whole{body.x, body.y, body.w, ui.layout().bar.bottom() - body.y};
    return draw_question(ui, whole, list, {.icon = ui::Icon::warning, .words = told, .ways = {leave}})
        .has_value();
}

} // namespace frikort::kiosk::screens::trouble
