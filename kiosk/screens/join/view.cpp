// SPDX-License-Identifier: MPL-2.0
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
    case Problem::not_a_card:
        return texts("sign_in.card.not_read");
    case Problem::wrong_length:
        return texts("sign_in.card.wrong_length");
    case Problem::mistyped:
        return texts("open.card.mistyped");
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

sheet::View typing(const Model& model, const char* title, const char* hint, const Texts& texts)
{
    auto view = sheet::typing(texts(title), model.typed, sheet::Seen::letters, texts);
    if (hint != nullptr) view.hint = texts(hint);
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
        return typing(model, "set_up.code", "set_up.code.hint", texts);
    case Step::card: {
        const auto wrong = told(model, texts);
        view.kind = sheet::Kind::ask;
        view.title = texts("sign_in.card");
        view.told = wrong.empty() ? texts("join.card.told") : wrong;
        view.icon = wrong.empty() ? ui::Icon::qr : ui::Icon::warning;
        view.tint = wrong.empty() ? ui::Ground::mint : ui::Ground::sand;
        view.ways = {{texts("open.card.type"), {}, ui::Icon::edit}};
        view.plain_ways = true;
        break;
    }
    case Step::typed_card:
        return typing(model, "sign_in.card.typed", nullptr, texts);
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
