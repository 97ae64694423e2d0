// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/help/help.hpp"
#include "kiosk/screens/messages/messages.hpp"

#include "kiosk/screens/amounts.hpp"

namespace frikort::kiosk::screens::messages {

using core::content::Texts;
using core::support::Conversation;
using core::support::Said;

namespace {

std::string told(Problem problem, const Texts& texts)
{
    switch (problem) {
    case Problem::none:
        return {};
    case Problem::cpr:
        return texts("wrong.cpr");
    case Problem::bad_words:
        return texts("help.wrong.words");
    case Problem::no_words:
        return texts("messages.no_words_yet");
    }
    return {};
}

std::string who_text(const Said& said, const Texts& texts)
{
    if (said.who == Said::Who::citizen)
        return said.day ? texts("messages.you.day", {{"day", date_text(*said.day, texts)}})
                        : texts("messages.you");
    if (said.by.empty()) return texts("messages.unknown");
    return said.day ? texts("messages.staff.day", {{"name", said.by}, {"day", date_text(*said.day, texts)}})
                    : texts("messages.staff", {{"name", said.by}});
}

void fill_list(sheet::View& view, const std::vector<Conversation>& all, const Texts& texts)
{
    view.kind = sheet::Kind::list;
    view.title = texts("messages.title");
    view.ways = {{texts("messages.new"), {}, ui::Icon::add}};
    view.plain_ways = true;
    for (const auto& each : all) {
        const auto& day = each.said.back().day;
        view.lines.push_back({help::topic_text(each.asked.topic, texts),
                              texts(each.answered() ? "messages.answered" : "messages.waits"),
                              day ? short_date_text(*day, texts) : "", ui::Touchable::yes,
                              ui::Privacy::personal});
    }
}

void fill_one(View& view, const Conversation& one, const Texts& texts)
{
    view.sheet.title = help::topic_text(one.asked.topic, texts);
    for (const auto& said : one.said) {
        const bool staff = said.who == Said::Who::staff;
        auto words = said.words;
        if (&said == &one.said.front()) {
            if (words.empty()) words = texts("messages.no_words");
            if (one.asked.whom) words += "\n" + texts("messages.talk", {{"name", *one.asked.whom}});
        }
        view.entries.push_back(
            {who_text(said, texts), std::move(words), staff ? ui::Icon::staff : ui::Icon::person});
    }
    if (!one.answered()) view.sheet.told = texts("messages.not_yet");
    view.sheet.ways = {{texts("messages.more"), {}, ui::Icon::edit}};
}

} // namespace

View view(const Model& model, const Texts& texts)
{
    View view;
    auto& sheet = view.sheet;
    switch (model.step) {
    case Step::none:
        sheet.title = texts("messages.title");
        sheet.told = texts("messages.none");
        sheet.icon = ui::Icon::chat;
        break;
    case Step::list:
        fill_list(sheet, model.all, texts);
        break;
    case Step::one:
        fill_one(view, model.all[model.which], texts);
        break;
    case Step::typed:
        sheet = sheet::typing(texts("messages.typed"), model.typed, sheet::Seen::letters, texts);
        sheet.action = texts("help.send");
        sheet.hint = texts("help.typed.hint");
        sheet.told = told(model.problem, texts);
        sheet.wrong = !sheet.told.empty();
        break;
    case Step::told:
        sheet.kind = sheet::Kind::ask;
        sheet.title = texts(model.nobody_reads ? "messages.not_sent" : "help.sent");
        sheet.told = texts(model.nobody_reads ? "help.nobody" : "help.sent.told");
        sheet.icon = model.nobody_reads ? ui::Icon::info : ui::Icon::check_circle;
        sheet.ways = {{texts("help.sent.done"), {}, ui::Icon::check}};
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::messages
