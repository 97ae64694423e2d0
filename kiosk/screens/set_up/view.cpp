// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/set_up/set_up.hpp"
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::set_up {

using core::content::Texts;

namespace {

std::string told(const Model& model, const Texts& texts)
{
    switch (model.problem) {
    case Problem::none:
        return {};
    case Problem::wrong_code:
        return texts("set_up.wrong_code");
    case Problem::wait:
        return wait_text(model.wait, texts);
    case Problem::no_name:
        return texts("wrong.no_name");
    case Problem::cpr:
        return texts("wrong.cpr");
    case Problem::not_kept:
        return texts("set_up.not_kept");
    }
    return {};
}

sheet::View typing(const Model& model, const char* title, const char* hint, widgets::KeySet keys,
                   const Texts& texts)
{
    auto view = sheet::typing(texts(title), model.typed, sheet::Seen::letters, texts);
    view.hint = texts(hint);
    view.keys = keys;
    view.told = told(model, texts);
    view.wrong = !view.told.empty();
    return view;
}

// 26 letters and the check letter, in two lines of fours.
std::vector<std::string> two_lines(std::string_view text)
{
    const auto half = text.find(' ', text.size() / 2);
    if (half == std::string_view::npos) return {std::string{text}};
    return {std::string{text.substr(0, half)}, std::string{text.substr(half + 1)}};
}

} // namespace

sheet::View view(const Model& model, const Texts& texts)
{
    using widgets::KeySet;
    switch (model.step) {
    case Step::code:
        return typing(model, "set_up.code", "set_up.code.hint", KeySet::card, texts);
    case Step::name:
        return typing(model, "set_up.name", "set_up.name.hint", KeySet::letters, texts);
    case Step::own:
        return own_code::view(model.own, texts);
    case Step::prove:
        return typing(model, "set_up.prove", "set_up.prove.hint", KeySet::card, texts);
    default:
        break;
    }
    sheet::View view;
    if (model.step == Step::card) {
        view.kind = sheet::Kind::paper;
        view.title = texts("set_up.card");
        view.told = texts("set_up.card.told");
        view.qr = std::string{model.card->qr_text().view()};
        view.qr_name = texts("set_up.card");
        view.paper = two_lines(model.card->text().view());
        view.ways = {{texts("set_up.card.kept"), {}, ui::Icon::check}};
        return view;
    }
    const bool making = model.step == Step::making;
    view.title = texts(making ? "set_up.making" : "set_up.none");
    view.told = texts(making ? "open.opening.told" : "set_up.none.told");
    view.icon = making ? ui::Icon::staff : ui::Icon::info;
    return view;
}

} // namespace frikort::kiosk::screens::set_up
