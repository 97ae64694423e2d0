// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/requests/requests.hpp"

namespace frikort::kiosk::screens::requests {

using core::actions::Waiting;
using core::content::Texts;
using core::support::Said;
using core::support::Topic;
using core::support::Wish;

namespace {

std::string day_text(const std::optional<core::base::Date>& day, core::base::Date today, const Texts& texts)
{
    if (!day) return texts("deeds.no_day");
    return day == today ? capitalised(texts("date.today")) : short_date_text(*day, texts);
}

void fill_list(sheet::View& view, const Model& model, const Texts& texts)
{
    view.kind = sheet::Kind::list;
    view.title = texts("desk.requests");
    view.icon = ui::Icon::chat;
    view.told = model.told;
    if (model.waiting.empty()) view.told += (view.told.empty() ? "" : " ") + texts("requests.none");
    for (const auto& one : model.waiting)
        view.lines.push_back({.title = one.conversation ? topic_text(one.conversation->asked.topic, texts)
                                                        : texts("requests.unread"),
                              .detail = one.conversation ? wish_text(one, model.today, texts)
                                                         : texts("requests.unread.detail"),
                              .value = day_text(one.day, model.today, texts),
                              .touchable = ui::Touchable::yes,
                              .privacy = ui::Privacy::personal});
}

void fill_write(sheet::View& view, const Model& model, const Texts& texts)
{
    view = sheet::typing(texts("requests.write"), model.typed, sheet::Seen::letters, texts);
    view.hint = texts("requests.write.hint");
    view.wrong = model.problem != Model::Problem::none;
    if (view.wrong) view.told = texts(model.problem == Model::Problem::cpr ? "wrong.cpr" : "wrong.no_words");
}

void fill_question(sheet::View& view, const char* title, std::string told, ui::Icon icon, const Texts& texts)
{
    view.kind = sheet::Kind::ask;
    view.title = texts(title);
    view.told = std::move(told);
    view.icon = icon;
    view.tint = ui::Ground::sand;
}

} // namespace

std::string topic_text(Topic topic, const Texts& texts)
{
    switch (topic) {
    case Topic::frikort:
        return texts("requests.topic.frikort");
    case Topic::job:
        return texts("requests.topic.job");
    case Topic::pay:
        return texts("requests.topic.pay");
    case Topic::other:
        break;
    }
    return texts("requests.topic.other");
}

std::string wish_text(const Waiting& waiting, core::base::Date today, const Texts& texts)
{
    const auto& asked = waiting.conversation->asked;
    if (asked.wish == Wish::read_answer) return texts("requests.wish.answer");
    // "Today" was the day it was written.
    auto told = texts(waiting.day == today ? "requests.wish.talk" : "requests.wish.talk.then");
    if (asked.whom) told += " " + texts("requests.wish.whom", {{"whom", *asked.whom}});
    return told;
}

sheet::View view(const Model& model, const Texts& texts)
{
    sheet::View view;
    switch (model.step) {
    case Step::write:
        fill_write(view, model, texts);
        break;
    case Step::already:
        fill_question(view, "requests.already", texts("requests.already.told"), ui::Icon::people, texts);
        view.ways = {{texts("requests.already.read"), {}, ui::Icon::eye},
                     {texts("requests.already.send"), {}, ui::Icon::check}};
        break;
    case Step::close:
        fill_question(view, "requests.close.title", texts("requests.close.ask"), ui::Icon::help, texts);
        view.ways = {{texts("requests.close.yes"), {}, ui::Icon::close}, {texts("requests.close.no")}};
        break;
    case Step::one: // what cannot be read can only be closed
        fill_question(view, "requests.unread", texts("requests.unread.told"), ui::Icon::info, texts);
        view.ways = {{texts("requests.close"), {}, ui::Icon::close}};
        view.plain_ways = true;
        break;
    case Step::list:
    case Step::check:
        fill_list(view, model, texts);
        break;
    }
    return view;
}

bool is_page(const Model& model)
{
    return model.step == Step::check || (model.step == Step::one && model.open->conversation);
}

Page page(const Model& model, const Texts& texts)
{
    if (model.step == Step::check)
        return {.title = texts("requests.check"),
                .said = {{{}, {}, model.typed.text}},
                .other = texts("requests.check.change"),
                .main = texts("requests.check.send"),
                .other_icon = ui::Icon::edit,
                .main_icon = ui::Icon::check};
    const auto& open = *model.open;
    Page page{.title = topic_text(open.conversation->asked.topic, texts),
              .wish = wish_text(open, model.today, texts),
              .other = texts("requests.close"),
              .main = texts("requests.answer"),
              .other_icon = ui::Icon::close,
              .main_icon = ui::Icon::chat};
    for (const auto& said : open.conversation->said)
        page.said.push_back({said.who == Said::Who::staff ? said.by : texts("requests.citizen"),
                             day_text(said.day, model.today, texts),
                             said.words.empty() ? texts("requests.no_words") : said.words});
    return page;
}

} // namespace frikort::kiosk::screens::requests
