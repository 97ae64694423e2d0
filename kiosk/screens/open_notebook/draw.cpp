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

std::optional<Intent> code_step(ui::Ui& ui, Model& model, const View& view)
{
    if (!view.may_enter) {
        draw_question(ui, widgets::page_top(ui, view.title), model.list,
                      {.icon = ui::Icon::clock, .tint = ui::Ground::mint, .words = view.told});
        return std::nullopt;
    }
    const auto intent = code::draw(ui, view.code, model.code.pad);
    return intent ? std::optional<Intent>{Signed{*intent}} : std::nullopt;
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

// What was wrong, on a page of its own: a code that does not fit is read before the next try, and in big mode
// there is no room beside the keys.
std::optional<Intent> wrong(ui::Ui& ui, Model& model, const View& view)
{
    const bool code = view.step == Step::code;
    std::vector<ui::Button> ways;
    if (code) ways.push_back({.label = view.code.other});
    ways.push_back({.label = view.try_again, .fill = ui::Fill::filled});
    const auto way = draw_wrong(ui, model.list, view.title, view.told, std::move(ways));
    if (!way) return std::nullopt;
    return code && *way == 0 ? Intent{Signed{code::OtherKind{}}} : Intent{Read{}};
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    const bool typed = view.step == Step::typed_card || view.step == Step::name;
    if (view.wrong && view.may_enter && (view.step == Step::code || (typed && ui.theme().big())))
        return wrong(ui, model, view);
    if (typed) return typing(ui, model, view);
    if (view.step == Step::code) return code_step(ui, model, view);
    const auto body = widgets::page_top(ui, view.title);
    switch (view.step) {
    case Step::hold_card:
        return hold_card(ui, body, view);
    case Step::typed_card:
    case Step::name:
    case Step::code:
        break;
    case Step::not_fetched: {
        const auto way =
            draw_question(ui, body, model.list,
                          {.icon = model.problem == Problem::busy ? ui::Icon::clock : ui::Icon::no_network,
                           .words = view.told,
                           .ways = {{.label = view.try_again, .fill = ui::Fill::filled}}});
        return way ? std::optional<Intent>{TryAgain{}} : std::nullopt;
    }
    case Step::opening:
    case Step::fetching:
        draw_told(ui, body, ui::Icon::book, view.told);
        return std::nullopt;
    case Step::not_yet:
    case Step::off: {
        const auto way = draw_question(
            ui, body, model.list,
            {.icon = view.step == Step::off ? ui::Icon::card : ui::Icon::no_network,
             .words = view.told,
             .ways = {{.label = view.use_card, .icon = ui::Icon::qr, .fill = ui::Fill::filled}}});
        return way ? std::optional<Intent>{UseCard{}} : std::nullopt;
    }
    case Step::unknown_card:
        return unknown_card(ui, body, model, view);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::open_notebook
