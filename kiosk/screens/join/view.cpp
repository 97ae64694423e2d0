// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/centre_card/centre_card.hpp"
#include "kiosk/screens/join/join.hpp"
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::join {

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
    case Problem::misread:
        return centre_card::told(model.misread, texts);
    case Problem::other_centre:
        return texts("join.other_centre", {{"centre", model.line.centre}});
    }
    return {};
}

std::string why_not(const Line& line, const Texts& texts)
{
    using about::Trouble;
    if (line.server == about::Server::none) return texts("join.no_way.alone");
    if (!line.trouble) return texts("join.no_way.slow");
    switch (*line.trouble) {
    case Trouble::no_server:
        return texts("join.no_way.no_server");
    case Trouble::not_our_server:
        return texts("about.now.not_our_server");
    case Trouble::server_busy:
        return texts("join.no_way.slow");
    default:
        return texts("join.no_way.other");
    }
}

sheet::View typing_code(const Model& model, const Texts& texts)
{
    auto view = sheet::typing(texts("set_up.code"), model.typed, sheet::Seen::letters, texts);
    view.hint = texts("set_up.code.hint");
    view.keys = widgets::KeySet::card;
    view.told = told(model, texts);
    view.wrong = !view.told.empty();
    return view;
}

} // namespace

sheet::View view(const Model& model, const Texts& texts)
{
    sheet::View view;
    switch (model.step) {
    case Step::asking:
        view.title = texts("join.asking");
        view.told = texts("join.asking.told");
        view.icon = ui::Icon::clock;
        break;
    case Step::no_way:
        view.kind = sheet::Kind::ask;
        if (model.line.heard == Line::Heard::not_compared) {
            view.title = texts("join.not_compared");
            view.told = texts("join.not_compared.told");
        } else {
            view.title = texts("join.no_way");
            view.told = texts("join.no_way.told") + "\n" + why_not(model.line, texts);
        }
        view.icon = ui::Icon::info;
        view.tint = ui::Ground::sand;
        view.ways = {{texts("action.again")}};
        break;
    case Step::code:
        return typing_code(model, texts);
    case Step::card:
        return centre_card::held_up(texts("join.card.told"), told(model, texts), texts);
    case Step::typed_card:
        return centre_card::typed(model.typed, told(model, texts), texts);
    case Step::joined:
        view.kind = sheet::Kind::ask;
        view.title = texts("join.joined");
        view.told = texts("join.joined.told", {{"centre", model.line.centre}});
        view.icon = ui::Icon::check;
        view.ways = {{texts("action.next")}};
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::join
