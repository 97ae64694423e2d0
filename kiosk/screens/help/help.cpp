// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/help/help.hpp"

#include "core/sealing/secret.hpp"

namespace frikort::kiosk::screens::help {

using core::actions::NotSent;
using core::content::Texts;
using core::support::Topic;
using core::support::Wish;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.list = {};
    if (step == Step::check) model.checking = true;
    if (step == Step::typed_words && model.own_words) model.typed.text = model.asked.words.value_or("");
    if (step == Step::whom) model.typed.text = model.asked.whom.value_or("");
}

void forget(std::optional<std::string>& words)
{
    if (words) core::sealing::wipe(*words);
    words.reset();
}

Problem problem_of(NotSent why) { return why == NotSent::words_like_cpr ? Problem::cpr : Problem::bad_words; }

void choose_topic(Model& model, std::size_t which)
{
    const auto topic = static_cast<Topic>(which + 1);
    if (topic != model.asked.topic && !model.own_words) forget(model.asked.words);
    model.asked.topic = topic;
    ask(model, model.own_words && model.checking ? Step::check : Step::words);
}

void after_words(Model& model) { ask(model, model.checking ? Step::check : Step::how); }

void choose_words(Model& model, std::size_t which, const Texts& texts)
{
    const auto offered = phrases(model.asked.topic, texts);
    if (which == offered.size()) {
        ask(model, Step::typed_words);
        return;
    }
    forget(model.asked.words);
    model.own_words = false;
    if (which < offered.size()) model.asked.words = offered[which];
    after_words(model);
}

void choose_how(Model& model, std::size_t which)
{
    model.asked.wish = which == 0 ? Wish::be_talked_to : Wish::read_answer;
    if (model.asked.wish == Wish::be_talked_to) {
        ask(model, Step::whom);
        return;
    }
    forget(model.asked.whom);
    ask(model, Step::check);
}

Effect choose(Model& model, std::size_t which, const Texts& texts)
{
    switch (model.step) {
    case Step::topic:
        choose_topic(model, which);
        break;
    case Step::words:
        choose_words(model, which, texts);
        break;
    case Step::how:
        choose_how(model, which);
        break;
    case Step::check:
        ask(model, which == 0        ? Step::topic
                   : which == 2      ? Step::how
                   : model.own_words ? Step::typed_words
                                     : Step::words);
        break;
    case Step::sent:
        return Effect::finish;
    default:
        break;
    }
    return Effect::none;
}

Effect way(Model& model)
{
    if (model.step == Step::topic) return Effect::read;
    if (model.step == Step::receipt) ask(model, Step::sent);
    if (model.step != Step::check) return Effect::none;
    ask(model, Step::sending);
    return Effect::send;
}

// What was typed is whole.
void take(Model& model)
{
    core::support::Request typed;
    const bool words = model.step == Step::typed_words;
    (words ? typed.words : typed.whom) = model.typed.text;
    auto fit = core::actions::fit(typed);
    forget(typed.words), forget(typed.whom);
    if (!fit) {
        model.typed.forget();
        model.problem = problem_of(fit.error());
    } else if (words) {
        forget(model.asked.words);
        model.asked.words = std::move(fit->words);
        model.own_words = model.asked.words.has_value();
        after_words(model);
    } else if (!fit->whom) {
        model.problem = Problem::nobody_to_ask_for;
    } else {
        forget(model.asked.whom);
        model.asked.whom = std::move(fit->whom);
        ask(model, Step::check);
    }
}

} // namespace

void Model::forget()
{
    help::forget(asked.words);
    help::forget(asked.whom);
    typed.forget();
}

Model begin(Staff staff, std::optional<Topic> topic)
{
    Model model;
    if (staff == Staff::nobody_reads) {
        model.step = Step::nobody;
    } else if (topic) {
        model.asked.topic = *topic;
        model.step = Step::words;
    }
    return model;
}

Effect update(Model& model, const sheet::Intent& intent, const Texts& texts)
{
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) return choose(model, choice->which, texts);
    if (std::holds_alternative<sheet::Way>(intent)) return way(model);
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr) return Effect::none;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke))
        take(model);
    else
        model.typed.take(stroke->stroke, model.step == Step::whom ? core::support::longest_whom
                                                                  : core::support::longest_words);
    return Effect::none;
}

void sent(Model& model, std::optional<core::people::Receipt> receipt)
{
    model.forget();
    model.receipt = std::move(receipt);
    ask(model, model.receipt ? Step::receipt : Step::sent);
}

void not_sent(Model& model, NotSent why)
{
    if (why == NotSent::nobody_reads) {
        ask(model, Step::nobody);
        return;
    }
    ask(model, Step::typed_words);
    model.problem = problem_of(why);
}

bool back(Model& model)
{
    const bool checking = model.checking;
    switch (model.step) {
    case Step::nobody:
    case Step::sending:
    case Step::receipt:
        return false;
    case Step::topic:
        if (checking) ask(model, Step::check);
        return checking;
    case Step::words:
        ask(model, checking ? Step::check : Step::topic);
        return true;
    case Step::typed_words:
        ask(model, checking && model.own_words ? Step::check : Step::words);
        return true;
    case Step::how:
        ask(model, checking ? Step::check : Step::words);
        return true;
    case Step::whom:
        ask(model, Step::how);
        return true;
    case Step::check:
        model.checking = false;
        ask(model, model.asked.wish == Wish::be_talked_to ? Step::whom : Step::how);
        return true;
    case Step::sent:
        if (model.receipt) ask(model, Step::receipt);
        return model.receipt.has_value();
    }
    return false;
}

} // namespace frikort::kiosk::screens::help
