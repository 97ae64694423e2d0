// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/open_notebook/open_notebook.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::open_notebook {

using ui::Rect;

namespace {

std::optional<Intent> hold_card(ui::Ui& ui, Rect body, const View& view)
{
    std::optional<Intent> intent;
    const Rect answers = body.bottom_part(ui.theme().target());
    draw_told(ui, body.without_bottom(answers.h + ui.layout().gap),
              view.wrong ? ui::Icon::warning : ui::Icon::qr, view.told, ui::Privacy::open,
              view.wrong ? ui::Ground::sand : ui::Ground::mint);
    if (ui.button(answers.columns(2, ui.layout().gap)[1], {.label = view.type_it, .icon = ui::Icon::edit}))
        intent = TypeCard{};
    if (const auto line = ui.scanned()) intent = Scanned{*line};
    return intent;
}

std::optional<Intent> typing(ui::Ui& ui, Model& model, const View& view)
{
    const bool card = view.step == Step::typed_card;
    const auto stroke = widgets::keyboard(
        ui, typing_body(ui, view.title),
        {.keys = card ? widgets::KeySet::card : widgets::KeySet::letters,
         .field = {.name = view.title,
                   .value = view.field,
                   .placeholder = ui.theme().big() ? std::string_view{view.title} : std::string_view{},
                   .align = ui::Align::left,
                   .face = ui::Face::title},
         .wrong = view.told,
         .action = view.action,
         .space = view.space,
         .erase = view.erase,
         .digits = view.digits,
         .letters = view.letters},
        model.keyboard);
    if (const auto line = ui.scanned(); line && card) return Scanned{*line};
    if (std::holds_alternative<std::monostate>(stroke)) return std::nullopt;
    return Stroke{stroke};
}

std::optional<Intent> code_step(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    if (!view.may_enter) {
        draw_question(ui, body, model.list,
                      {.icon = ui::Icon::clock, .tint = ui::Ground::mint, .words = view.told});
        return std::nullopt;
    }
    if (const auto intent = code::draw(ui, body, view.code, model.code.pad)) return Signed{*intent};
    return std::nullopt;
}

std::optional<Intent> unknown_card(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    const auto way = draw_question(
        ui, body, model.list,
        {.words = view.told,
         .ways = {{.label = view.make_new}, {.label = view.try_again, .fill = ui::Fill::filled}}});
    if (!way) return std::nullopt;
    return *way == 0 ? Intent{MakeNew{}} : Intent{TryAgain{}};
}

// In big mode there is no room for it beside the keys.
std::optional<Intent> wrong(ui::Ui& ui, Model& model, const View& view)
{
    const auto page = widgets::page_top(ui, view.title);
    const auto way = draw_question(ui, page.body, model.list,
                                   {.icon = ui::Icon::warning,
                                    .words = view.told,
                                    .ways = {{.label = view.try_again, .fill = ui::Fill::filled}}});
    return way ? std::optional<Intent>{Read{}} : std::nullopt;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    const bool typed = view.step == Step::typed_card || view.step == Step::name;
    const bool asked = typed || view.step == Step::code;
    if (view.wrong && asked && view.may_enter && ui.theme().big()) return wrong(ui, model, view);
    if (typed) return typing(ui, model, view);
    const auto page = widgets::page_top(ui, view.title, {.button = {.label = view.corner}});
    if (page.corner_touched) return OtherKind{};
    switch (view.step) {
    case Step::hold_card:
        return hold_card(ui, page.body, view);
    case Step::typed_card:
    case Step::name:
        break;
    case Step::code:
        return code_step(ui, page.body, model, view);
    case Step::opening:
        draw_told(ui, page.body, ui::Icon::book, view.told);
        return std::nullopt;
    case Step::unknown_card:
        return unknown_card(ui, page.body, model, view);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::open_notebook
