// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/centre_card/centre_card.hpp"
#include "kiosk/screens/sign_in/sign_in.hpp"
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::sign_in {

using core::content::Texts;
using std::chrono::seconds;

namespace {

seconds left(const Model& model, ui::Instant now)
{
    return wait_left(model.wait, model.wait_told, now);
}

std::string told(const Model& model, ui::Instant now, const Texts& texts)
{
    switch (model.problem) {
    case Problem::none:
        return {};
    case Problem::wrong_code:
        return texts.count("sign_in.wrong_code", static_cast<std::int64_t>(model.tries_left));
    case Problem::wait:
        return left(model, now).count() > 0 ? wait_text(left(model, now), texts) : "";
    case Problem::gone:
        return texts("sign_in.gone");
    case Problem::misread:
        return centre_card::told(model.misread, texts);
    case Problem::other_centre:
        return texts("sign_in.card.other");
    }
    return {};
}

void fill_names(sheet::View& view, const Model& model)
{
    view.kind = sheet::Kind::list;
    for (const auto& member : model.members) view.lines.push_back({member.name, {}, {}, ui::Touchable::yes});
}

sheet::View forgot(const Texts& texts)
{
    sheet::View view;
    view.kind = sheet::Kind::ask;
    view.title = texts("sign_in.forgot");
    view.told = texts("sign_in.forgot.told");
    view.icon = ui::Icon::key;
    view.ways = {{texts("sign_in.use_card")}, {texts("sign_in.try_again")}};
    return view;
}

} // namespace

sheet::View view(const Model& model, ui::Instant now, const Texts& texts)
{
    const auto wrong = told(model, now, texts);
    sheet::View view;
    switch (model.step) {
    case Step::nobody:
        view.kind = sheet::Kind::ask;
        view.title = texts("sign_in.nobody");
        view.told = texts("sign_in.nobody.told");
        view.icon = ui::Icon::key;
        view.ways = {{texts("sign_in.use_card")}};
        break;
    case Step::who:
        fill_names(view, model);
        view.title = texts("sign_in.who");
        view.ways = {{texts("sign_in.forgot"), {}, ui::Icon::key}};
        view.plain_ways = true;
        break;
    case Step::whose:
        fill_names(view, model);
        view.title = texts(model.here.empty() ? "sign_in.whose.first" : "sign_in.whose");
        break;
    case Step::code:
        if (model.problem == Problem::wait && left(model, now).count() > 0) {
            view.title = texts("sign_in.code", {{"name", model.who->name}});
            view.told = wrong;
            view.icon = ui::Icon::clock;
            break;
        }
        view = sheet::typing(texts("sign_in.code", {{"name", model.who->name}}), model.typed,
                             sheet::Seen::dots, texts);
        view.hint = texts("open.code.hint");
        view.told = wrong;
        view.wrong = !wrong.empty();
        break;
    case Step::opening:
    case Step::mending:
        view.title = texts("sign_in.opening");
        view.told = texts("open.opening.told");
        view.icon = ui::Icon::staff;
        break;
    case Step::forgot:
        return forgot(texts);
    case Step::card:
        return centre_card::held_up(texts("sign_in.card.told"), wrong, texts);
    case Step::typed_card:
        return centre_card::typed(model.typed, wrong, texts);
    case Step::own:
        return own_code::view(model.own, texts);
    }
    return view;
}

} // namespace frikort::kiosk::screens::sign_in
