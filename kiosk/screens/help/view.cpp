// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/help/help.hpp"

#include <array>

#include "core/base/text.hpp"

namespace frikort::kiosk::screens::help {

using core::content::Texts;
using core::support::Topic;
using core::support::Wish;

namespace {

constexpr std::size_t shown_letters = 40; // of long words on the check

std::string told(Problem problem, const Texts& texts)
{
    switch (problem) {
    case Problem::none:
        return {};
    case Problem::cpr:
        return texts("wrong.cpr");
    case Problem::bad_words:
        return texts("help.wrong.words");
    case Problem::nobody_to_ask_for:
        return texts("help.whom.none");
    }
    return {};
}

void fill_topics(sheet::View& view, Book book, const Texts& texts)
{
    using ui::Icon;
    view.title = texts("help.title");
    view.told = texts("help.urgent");
    view.icon = Icon::urgent;
    view.choices = {{texts("help.frikort"), {}, Icon::card},
                    {texts("help.job"), {}, Icon::work},
                    {texts("help.pay"), {}, Icon::money},
                    {texts("help.other"), {}, Icon::chat}};
    view.lines = {{texts("help.frikort.begins"), texts("help.frikort.ends")},
                  {texts("help.job.begins"), texts("help.job.ends")},
                  {texts("help.pay.begins"), texts("help.pay.ends")},
                  {texts("help.other"), texts("help.other.ends")}};
    view.ways = {book == Book::open ? sheet::Choice{texts("messages.title"), {}, Icon::chat}
                                    : sheet::Choice{texts("help.receipt"), {}, Icon::qr}};
}

void fill_words(sheet::View& view, Topic topic, const Texts& texts)
{
    view.kind = sheet::Kind::choose;
    view.title = texts("help.words");
    for (auto& phrase : phrases(topic, texts)) view.choices.push_back({std::move(phrase), {}, ui::Icon::chat});
    view.choices.push_back({texts("help.words.own"), {}, ui::Icon::edit});
    view.choices.push_back({texts("help.words.none"), {}, ui::Icon::arrow_right});
}

sheet::View typing(const Model& model, const char* title, const char* hint, const Texts& texts)
{
    auto view = sheet::typing(texts(title), model.typed, sheet::Seen::letters, texts);
    view.hint = texts(hint);
    view.told = told(model.problem, texts);
    view.wrong = !view.told.empty();
    return view;
}

// As much of long words as the check has room for.
std::string beginning(const std::string& words)
{
    if (core::base::length(words) <= shown_letters) return words;
    std::size_t end = 0;
    for (std::size_t letters = 0; end < words.size(); ++end)
        if ((static_cast<unsigned char>(words[end]) & 0xC0) != 0x80 && ++letters > shown_letters) break;
    const auto blank = words.rfind(' ', end);
    return words.substr(0, blank == std::string::npos || blank < end / 2 ? end : blank) + "…";
}

void fill_check(sheet::View& view, const core::support::Request& asked, Book book, const Texts& texts)
{
    view.title = texts("help.check");
    const auto answer = asked.wish == Wish::read_answer
                            ? texts("help.check.screen")
                            : texts("help.check.talk", {{"name", asked.whom.value_or("")}});
    const auto words = asked.words ? beginning(*asked.words) : texts("help.check.no_words");
    const auto personal = ui::Privacy::personal;
    view.lines = {
        {texts("help.check.topic"), {}, topic_text(asked.topic, texts)},
        {texts("help.check.words"), {}, words, ui::Touchable::yes, personal},
        {texts("help.check.answer"), {}, answer, ui::Touchable::yes, personal},
    };
    view.told = texts(book == Book::open ? "help.check.told.book" : "help.check.told");
    view.again = texts("log.change");
    view.ways = {{texts("help.send"), {}, ui::Icon::check}};
}

void fill_receipt(sheet::View& view, const core::people::Card& card, const core::people::Receipt& receipt,
                  const Texts& texts)
{
    view.kind = sheet::Kind::paper;
    view.title = texts("help.receipt.title");
    view.told = texts("help.receipt.told");
    view.qr = std::string{receipt.qr_text().view()};
    view.qr_name = view.title;
    view.paper = {card.number_text(), std::string{card.secret_text().view()} + " " + card.check()};
    view.ways = {{texts("help.receipt.kept"), {}, ui::Icon::check}};
}

} // namespace

std::vector<std::string> phrases(Topic topic, const Texts& texts)
{
    using Four = std::array<const char*, 4>;
    static constexpr Four frikort{"help.say.apply", "help.say.may_i", "help.say.applied", "help.say.refused"};
    static constexpr Four job{"help.say.begin", "help.say.outside", "help.say.hours", "help.say.ask"};
    static constexpr Four pay{"help.say.no_pay", "help.say.too_little", "help.say.tax", "help.say.not_seen"};
    static constexpr Four other{"help.say.talk", "help.say.letter", "help.say.card", "help.say.screen"};
    const auto& four = topic == Topic::frikort ? frikort
                       : topic == Topic::job   ? job
                       : topic == Topic::pay   ? pay
                                               : other;
    std::vector<std::string> all;
    for (const auto* key : four) all.push_back(texts(key));
    return all;
}

std::string topic_text(Topic topic, const Texts& texts)
{
    switch (topic) {
    case Topic::frikort:
        return texts("help.frikort");
    case Topic::job:
        return texts("help.job");
    case Topic::pay:
        return texts("help.pay");
    case Topic::other:
        break;
    }
    return texts("help.other");
}

sheet::View view(const Model& model, Book book, const Texts& texts)
{
    sheet::View view;
    switch (model.step) {
    case Step::nobody:
        view.title = texts("help.title");
        view.told = texts("help.urgent") + "\n" + texts("help.nobody");
        view.icon = ui::Icon::urgent;
        view.tint = ui::Ground::sand;
        break;
    case Step::topic:
        fill_topics(view, book, texts);
        break;
    case Step::words:
        fill_words(view, model.asked.topic, texts);
        break;
    case Step::typed_words:
        return typing(model, "help.typed", "help.typed.hint", texts);
    case Step::how:
        view.kind = sheet::Kind::choose;
        view.title = texts("help.how");
        view.across = 1;
        view.choices = {{texts("help.how.talk"), texts("help.how.talk.detail"), ui::Icon::people},
                        {texts("help.how.screen"), texts("help.how.screen.detail"), ui::Icon::chat}};
        break;
    case Step::whom:
        return typing(model, "help.whom", "help.whom.hint", texts);
    case Step::check:
        fill_check(view, model.asked, book, texts);
        break;
    case Step::sending:
        view.title = texts("help.sending");
        view.told = texts("open.opening.told");
        view.icon = ui::Icon::chat;
        break;
    case Step::receipt:
        fill_receipt(view, model.receipt->card(), *model.receipt, texts);
        break;
    case Step::sent:
        view.kind = sheet::Kind::ask;
        view.title = texts("help.sent");
        view.told = texts("help.sent.told");
        view.icon = ui::Icon::check_circle;
        view.ways = {{texts("help.sent.done"), {}, ui::Icon::check}};
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::help
