// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/pay_guide/pay_guide.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::pay_guide {

namespace {

std::optional<Intent> draw_number(ui::Ui& ui, Model& model, const View& view)
{
    // In big mode there is no room beside the keys for what was wrong.
    if (view.wrong && ui.theme().big()) {
        const auto read = draw_wrong(ui, model.list, view.title, view.told,
                                     {{.label = view.again, .fill = ui::Fill::filled}});
        return read ? std::optional<Intent>{Read{}} : std::nullopt;
    }
    const auto key = widgets::number_pad(ui, {.heading = view.title,
                                              .corner = view.corner,
                                              .comma = widgets::Comma::yes,
                                              .action = view.action,
                                              .field = {.name = view.title,
                                                        .value = view.field,
                                                        .placeholder = view.unit,
                                                        .privacy = view.privacy},
                                              .hint = view.told});
    return key ? std::optional<Intent>{Pad{*key}} : std::nullopt;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    if (!view.thought) return draw_number(ui, model, view);
    std::vector<ui::Button> ways;
    if (!view.about_limit.empty()) ways.push_back({.label = view.about_limit, .icon = ui::Icon::info});
    ways.push_back({.label = view.next,
                    .icon = ui::Icon::arrow_right,
                    .side = ui::Side::right,
                    .fill = ui::Fill::filled});
    const auto body = widgets::page_top(ui, view.title, view.corner);
    const auto touched = draw_thought(ui, body, model.list, *view.thought, ways);
    if (!touched) return std::nullopt;
    return *touched + 1 == ways.size() ? Intent{GoOn{}} : Intent{AboutLimit{}};
}

} // namespace frikort::kiosk::screens::pay_guide
