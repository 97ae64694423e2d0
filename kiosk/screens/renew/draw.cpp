// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/renew/renew.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::renew {

namespace {

std::optional<Intent> go(const std::optional<std::size_t>& touched)
{
    return touched ? std::optional<Intent>{Go{}} : std::nullopt;
}

std::optional<Intent> tell(ui::Ui& ui, ui::Rect body, Model& model, const View& view, ui::Icon icon)
{
    return go(draw_question(ui, body, model.list,
                            {.icon = icon,
                             .tint = icon == ui::Icon::warning ? ui::Ground::sand : ui::Ground::mint,
                             .words = view.told,
                             .ways = {{.label = view.go, .fill = ui::Fill::filled}}}));
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    // In big mode there is no room for it beside the keys.
    if (view.wrong && ui.theme().big())
        return go(draw_wrong(ui, model.list, view.title, view.told,
                             {{.label = view.again, .fill = ui::Fill::filled}}));
    if (view.step == Step::code || view.step == Step::again) {
        const auto intent = code::draw(ui, view.code, model.code.pad);
        return intent ? std::optional<Intent>{Signed{*intent}} : std::nullopt;
    }
    const auto body = widgets::page_top(ui, view.title);
    switch (view.step) {
    case Step::code:
    case Step::again:
        break;
    case Step::told:
        return tell(ui, body, model, view, model.kept ? ui::Icon::keypad : ui::Icon::card);
    case Step::kind:
    case Step::keep:
        if (const auto touched = card::draw_ways(ui, body, model.list, view.choices, view.told))
            return Choose{*touched};
        return std::nullopt;
    case Step::making:
        draw_told(ui, body, ui::Icon::book, view.told);
        return std::nullopt;
    case Step::card:
        return card::draw(ui, body, model.list, view.card) ? std::optional<Intent>{Go{}} : std::nullopt;
    case Step::done:
        return tell(ui, body, model, view, ui::Icon::check_circle);
    case Step::refused:
        return tell(ui, body, model, view, ui::Icon::warning);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::renew
