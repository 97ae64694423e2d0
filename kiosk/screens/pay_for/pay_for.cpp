// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/pay_for/pay_for.hpp"

#include "core/actions/pay_for_card.hpp"
#include "core/people/card.hpp"

namespace frikort::kiosk::screens::pay_for {

using core::content::Texts;

namespace {

// The whole card may be typed, too.
constexpr std::size_t most_signs =
    core::people::Card::number_letters + core::people::Card::secret_letters + 1;

void ask(Model& model, Step step)
{
    model.step = step;
    model.wrong = false;
    model.typed.forget();
    model.list = {};
}

Effect take(Model& model, std::string_view letters)
{
    model.number = core::actions::card_number(letters);
    model.typed.forget();
    model.wrong = !model.number;
    return model.number ? Effect::look : Effect::none;
}

} // namespace

sheet::View view(const Model& model, const Texts& texts)
{
    if (model.step == Step::typed) {
        auto view = sheet::typing(texts("pay_for.typed"), model.typed, sheet::Seen::letters, texts);
        view.keys = widgets::KeySet::card;
        view.hint = texts("pay_for.typed.hint");
        view.wrong = model.wrong;
        if (model.wrong) view.told = texts("pay_for.not_a_number");
        return view;
    }
    sheet::View view;
    view.kind = sheet::Kind::ask;
    view.title = texts("pay_for.title");
    if (model.step == Step::hold) {
        view.told = texts(model.wrong ? "pay_for.not_a_number" : "pay_for.told");
        view.icon = model.wrong ? ui::Icon::warning : ui::Icon::qr;
        view.tint = model.wrong ? ui::Ground::sand : ui::Ground::mint;
        view.ways = {{texts("pay_for.type"), {}, ui::Icon::edit}};
        view.plain_ways = true;
        return view;
    }
    view.told = texts("pay_for.not_known");
    view.icon = ui::Icon::help;
    view.tint = ui::Ground::sand;
    view.ways = {{texts("pay_for.other")}, {texts("pay_for.go_on")}};
    return view;
}

Effect update(Model& model, const sheet::Intent& intent)
{
    if (const auto* scanned = std::get_if<sheet::Scanned>(&intent))
        return model.step == Step::not_known ? Effect::none : take(model, scanned->line);
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) {
        if (model.step == Step::not_known && choice->which == 1) return Effect::go_on;
        ask(model, model.step == Step::hold ? Step::typed : Step::hold);
    }
    if (std::holds_alternative<sheet::Read>(intent)) model.wrong = false;
    if (const auto* stroke = std::get_if<sheet::Stroke>(&intent)) {
        model.wrong = false;
        if (std::holds_alternative<widgets::Done>(stroke->stroke)) return take(model, model.typed.text);
        model.typed.take(stroke->stroke, most_signs);
    }
    return Effect::none;
}

bool back(Model& model)
{
    if (model.step == Step::hold) return false;
    ask(model, Step::hold);
    return true;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, visit_.texts()), model_.typed, model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    auto effect = update(model_, *intent);
    if (effect == Effect::look) {
        if (core::actions::knows_card(store_, *model_.number))
            effect = Effect::go_on;
        else
            ask(model_, Step::not_known);
    }
    if (effect == Effect::go_on) return ui::Replace{doors_.log_pay_for(*model_.number)};
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::pay_for
