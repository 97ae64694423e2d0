// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/books/books.hpp"
#include "kiosk/screens/centre_card/centre_card.hpp"
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::books {

using core::content::Texts;
using std::chrono::seconds;

namespace {

seconds left(const Model& model, ui::Instant now) { return wait_left(model.wait, model.wait_told, now); }

bool must_wait(const Model& model, ui::Instant now)
{
    return model.step == Step::code && model.problem == Problem::wait && left(model, now).count() > 0;
}

std::string told(const Model& model, const Texts& texts)
{
    switch (model.problem) {
    case Problem::none:
    case Problem::wait:
        return {};
    case Problem::wrong_code:
        return texts.count("sign_in.wrong_code", static_cast<std::int64_t>(model.tries_left));
    case Problem::misread:
        return centre_card::told(model.misread, texts);
    case Problem::other_centre:
        return texts("sign_in.card.other");
    case Problem::weak_date:
        return texts("new.weak.date");
    case Problem::weak_run:
        return texts("new.weak.run");
    case Problem::weak_repetition:
        return texts("new.weak.repetition");
    case Problem::weak_here:
        return texts("new.weak.here");
    case Problem::differ:
        return texts("new.differ");
    }
    return {};
}

void fill_list(sheet::View& view, const Model& model, const Texts& texts)
{
    view.kind = sheet::Kind::list;
    view.title = texts("books.title");
    view.icon = ui::Icon::book;
    for (const auto& one : model.shown)
        view.lines.push_back({one.name,
                              one.last_used ? texts("books.last", {{"day", date_text(*one.last_used, texts)}})
                                            : texts("books.last.unknown"),
                              {},
                              ui::Touchable::yes});
    const bool filtered = !model.filter.empty();
    if (model.shown.empty()) view.told = texts(filtered ? "books.none_like" : "books.none");
    if (leads_to_by_name(model)) view.ways.push_back({texts("by_name.title"), {}, ui::Icon::key});
    view.ways.push_back({texts(filtered ? "books.all" : "books.search"), {}, ui::Icon::person});
    view.plain_ways = true;
}

void fill_ask(sheet::View& view, std::string title, std::string words, ui::Icon icon,
              std::vector<sheet::Choice> ways)
{
    view.kind = sheet::Kind::ask;
    view.title = std::move(title);
    view.told = std::move(words);
    view.icon = icon;
    view.ways = std::move(ways);
}

std::string shut_text(seconds left, const Texts& texts)
{
    if (left >= seconds{60}) return texts.count("books.one.shut.minutes", (left.count() + 59) / 60);
    return texts.count("books.one.shut.seconds", left.count());
}

void fill_one(sheet::View& view, const Model& model, ui::Instant now, const Texts& texts)
{
    const auto& name = model.who->name;
    const auto shut = wait_left(model.shut, model.shut_told, now);
    if (model.shut.count() == 0) {
        fill_ask(view, name, texts("books.one.told", {{"name", name}}), ui::Icon::person,
                 {{texts("books.one.no")}, {texts("books.one.yes")}});
        return;
    }
    fill_ask(view, name, texts("books.one.shut", {{"name", name}, {"wait", shut_text(shut, texts)}}),
             ui::Icon::clock,
             {{texts("books.one.no")}, {texts("books.one.new_card")}, {texts("books.lift")}});
}

void fill_how(sheet::View& view, const Model& model, const Texts& texts)
{
    const bool may = model.may_recover == MayRecover::yes;
    if (only_card(model)) {
        const auto told = texts("books.how.card.told");
        fill_ask(view, texts("books.how.card", {{"name", model.who->name}}),
                 may ? told : told + " " + texts("books.how.card.leader"), ui::Icon::card,
                 {{texts(may ? "books.how.card.use" : "members.done")}});
        return;
    }
    view.kind = sheet::Kind::choose;
    view.across = 1;
    view.title = texts("books.how", {{"name", model.who->name}});
    view.choices = {{texts("books.how.known"), texts("books.how.known.detail"), ui::Icon::card},
                    {texts("books.how.forgotten"),
                     texts(may ? "books.how.forgotten.detail" : "books.how.forgotten.leader"), ui::Icon::key,
                     may ? ui::Enabled::yes : ui::Enabled::no}};
}

void fill_kind(sheet::View& view, const Model& model, const Texts& texts)
{
    view.kind = sheet::Kind::choose;
    view.title = texts(model.centre_card ? "new.kind.title" : "books.kind");
    view.choices = {{texts("new.kind.digits"), texts("new.kind.digits.detail"), ui::Icon::keypad},
                    {texts("new.kind.pictures"), texts("new.kind.pictures.detail"), ui::Icon::sun}};
}

void fill_card(sheet::View& view, const Model& model, const Texts& texts)
{
    view.kind = sheet::Kind::paper;
    view.title = texts("books.card");
    view.told = texts("books.card.told");
    view.qr = std::string{model.card->qr_text().view()};
    view.qr_name = texts("new.card.qr");
    view.paper = {model.card->number_text(),
                  std::string{model.card->secret_text().view()} + " " + model.card->check()};
    view.ways = {{texts("new.card.done"), {}, ui::Icon::check}};
}

} // namespace

sheet::View view(const Model& model, ui::Instant now, const Texts& texts)
{
    sheet::View view;
    const auto wrong = told(model, texts);
    switch (model.step) {
    case Step::list:
        fill_list(view, model, texts);
        break;
    case Step::filter:
        view = sheet::typing(texts("books.filter"), model.typed, sheet::Seen::letters, texts);
        break;
    case Step::one:
        fill_one(view, model, now, texts);
        break;
    case Step::how:
        fill_how(view, model, texts);
        break;
    case Step::kind:
        fill_kind(view, model, texts);
        break;
    case Step::centre_card:
        return centre_card::held_up(texts("sign_in.card.told"), wrong, texts);
    case Step::typed_card:
        return centre_card::typed(model.typed, wrong, texts);
    case Step::card:
        fill_card(view, model, texts);
        break;
    case Step::told:
        fill_ask(view, texts("books.title"), model.told, ui::Icon::info, {{texts("members.done")}});
        break;
    case Step::code:
    case Step::fresh:
    case Step::again:
        view.title = texts("books.title");
        view.told = must_wait(model, now) ? wait_text(left(model, now), texts) : "";
        view.icon = ui::Icon::clock;
        break;
    case Step::working:
        view.title = texts("books.title");
        view.told = texts("open.opening.told");
        view.icon = ui::Icon::book;
        break;
    }
    return view;
}

bool enters_code(const Model& model, ui::Instant now)
{
    const bool step = model.step == Step::code || model.step == Step::fresh || model.step == Step::again;
    return step && !must_wait(model, now);
}

code::View code_view(const Model& model, const Texts& texts)
{
    const bool digits = model.code.kind == code::Kind::digits;
    const bool again = model.step == Step::again;
    const bool known = model.step == Step::code;
    const auto title = known   ? texts(digits ? "open.code.digits" : "open.code.pictures")
                       : again ? texts(digits ? "new.again.digits" : "new.again.pictures")
                               : texts(digits ? "new.code.digits" : "new.code.pictures");
    const auto wrong = told(model, texts);
    const auto hint = !wrong.empty() ? wrong
                      : known        ? texts("books.code.hint", {{"name", model.who->name}})
                      : again        ? texts("new.again.hint")
                      : digits       ? texts("new.code.digits.hint")
                                     : texts("new.code.pictures.hint");
    return code::view(model.code, title, hint, texts("action.next"), texts);
}

} // namespace frikort::kiosk::screens::books
