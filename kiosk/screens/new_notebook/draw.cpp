// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/new_notebook/new_notebook.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::new_notebook {

namespace {

std::optional<Intent> typing(ui::Ui& ui, Model& model, const View& view)
{
    const auto stroke =
        widgets::keyboard(ui, typing_body(ui, view.title),
                          {.field = {.name = view.title,
                                     .value = view.field,
                                     .placeholder = ui.theme().big() ? view.title : view.corner,
                                     .align = ui::Align::left,
                                     .face = ui::Face::title},
                           .wrong = view.told,
                           .action = view.action,
                           .space = view.space,
                           .erase = view.erase,
                           .digits = view.digits,
                           .letters = view.letters},
                          model.keyboard);
    if (std::holds_alternative<std::monostate>(stroke)) return std::nullopt;
    return Stroke{stroke};
}

// In big mode there is no room for it beside the keys.
std::optional<Intent> wrong(ui::Ui& ui, Model& model, const View& view)
{
    const auto way =
        draw_wrong(ui, model.list, view.title, view.told, {{.label = view.again, .fill = ui::Fill::filled}});
    return way ? std::optional<Intent>{Again{}} : std::nullopt;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    if (view.wrong && ui.theme().big()) return wrong(ui, model, view);
    if (view.step == Step::name) return typing(ui, model, view);
    if (view.step == Step::code || view.step == Step::again) {
        const auto intent = code::draw(ui, view.code, model.code.pad);
        return intent ? std::optional<Intent>{Signed{*intent}} : std::nullopt;
    }
    const auto body = widgets::page_top(ui, view.title);
    switch (view.step) {
    case Step::name:
    case Step::code:
    case Step::again:
        break;
    case Step::kind:
    case Step::recovery:
    case Step::keep:
        if (const auto touched =
                card::draw_ways(ui, body, model.list, view.choices, view.told, Wrong{view.wrong}))
            return Choose{*touched};
        return std::nullopt;
    case Step::making:
        draw_told(ui, body, ui::Icon::book, view.told);
        return std::nullopt;
    case Step::card:
        if (card::draw(ui, body, model.list, view.card)) return Done{};
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::new_notebook
