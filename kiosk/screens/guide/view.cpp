// SPDX-License-Identifier: MPL-2.0
#include "core/base/must.hpp"
#include "kiosk/screens/guide/guide.hpp"
#include "kiosk/screens/learn/learn.hpp"

namespace frikort::kiosk::screens::guide {

using core::content::Texts;
using core::guide::Weight;
using core::guide::Words;

namespace {

core::guide::Outcome outcome_of(const Model& model)
{
    core::guide::Answers answers{};
    for (std::size_t i = 0; i < answers.size(); ++i) {
        core::base::must(model.answers[i].has_value());
        answers[i] = *model.answers[i];
    }
    return core::guide::outcome(answers);
}

void ask(View& view, const Model& model, const Words& words, const core::content::Links& links,
         const Texts& texts)
{
    const auto question = core::guide::every_question.at(model.question);
    view.corner = texts("log.step", {{"n", std::to_string(model.question + 1)},
                                     {"of", std::to_string(core::guide::every_question.size())}});
    view.thought = learn::thought_of(words.question(question), links, texts);
    view.thought.aside = words.privacy().text();
    const auto offer = [&](Answer answer, ui::Icon icon) {
        const bool chosen = model.answers[model.question] == answer;
        view.choices.push_back(
            {words.reason(question, answer).heading, icon, chosen ? ui::Selected::yes : ui::Selected::no});
    };
    offer(Answer::yes, ui::Icon::check);
    offer(Answer::no, ui::Icon::close);
    offer(Answer::not_known, ui::Icon::help);
}

Line line_of(const core::guide::Reason& reason, const Words& words, const Texts& texts)
{
    const auto said = words.reason(reason.question, reason.answer).text();
    switch (reason.weight) {
    case Weight::speaks_for:
        return {ui::Icon::check, texts("guide.speaks_for"), said};
    case Weight::speaks_against:
        return {ui::Icon::close, texts("guide.speaks_against"), said};
    case Weight::ask:
        break;
    }
    return {ui::Icon::help, texts("guide.ask"), said};
}

} // namespace

View view(const Model& model, const Words& words, const core::content::Links& links, const Texts& texts)
{
    View view;
    view.title = words.page().title;
    view.next = texts(model.step == Step::next ? "learn.done" : "action.next");
    if (model.step == Step::question) {
        ask(view, model, words, links, texts);
        return view;
    }
    const auto outcome = outcome_of(model);
    if (model.step == Step::outlook) {
        view.thought = learn::thought_of(words.outlook(outcome.outlook), links, texts);
    } else if (model.step == Step::reasons) {
        view.title = texts("guide.reasons");
        for (const auto& reason : outcome.reasons) view.lines.push_back(line_of(reason, words, texts));
    } else {
        view.thought = learn::thought_of(words.next(outcome.outlook), links, texts);
    }
    return view;
}

} // namespace frikort::kiosk::screens::guide
