// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/job_desk/job_desk.hpp"

#include <array>

#include "core/people/call_name.hpp"

namespace frikort::kiosk::screens::job_desk {

namespace {

using core::centre::Job;

struct Question {
    Step step;
    std::string Job::*field;
    std::size_t most;
    widgets::Capitals capitals;
    Step next;
};

constexpr std::array questions{
    Question{Step::place, &Job::place, core::centre::longest_place, widgets::Capitals::of_words, Step::work},
    Question{Step::work, &Job::work, core::centre::longest_work, widgets::Capitals::of_sentences, Step::how},
    Question{Step::how, &Job::how, core::centre::longest_how, widgets::Capitals::of_sentences, Step::check}};

const Question* question_of(Step step)
{
    for (const auto& one : questions)
        if (one.step == step) return &one;
    return nullptr;
}

// A question begins with what was answered before.
void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Model::Problem::none;
    model.typed.forget();
    model.rows = {};
    if (const auto* question = question_of(step)) model.typed.text = model.job.*question->field;
    if (step == Step::check) model.checking = true;
}

void begin(Model& model, std::optional<core::base::Id> which, Job job, Step first)
{
    model.which = which;
    model.job = std::move(job);
    model.checking = false;
    model.changed = false;
    model.told.clear();
    ask(model, first);
}

void take(Model& model, const Question& question)
{
    auto words = core::people::free_text(model.typed.text, question.most);
    if (!words) {
        const bool cpr = words.error() == core::people::Unfit::looks_like_cpr;
        model.typed.forget();
        model.problem = cpr ? Model::Problem::cpr : Model::Problem::empty;
        return;
    }
    auto& field = model.job.*question.field;
    if (field != *words) model.changed = true;
    field = std::move(*words);
    ask(model, model.checking ? Step::check : question.next);
}

Effect way(Model& model, std::size_t which)
{
    if (model.step == Step::list) begin(model, std::nullopt, {}, Step::place);
    if (model.step != Step::check) return Effect::none;
    if (model.which && which == 0) {
        ask(model, Step::remove);
        return Effect::none;
    }
    return model.changed ? Effect::save : Effect::none;
}

Effect choose(Model& model, std::size_t which)
{
    if (model.step == Step::list && which < model.jobs.size()) {
        const auto job = model.jobs[which];
        begin(model, job.id, job.job, Step::check);
    } else if (model.step == Step::check && which < questions.size()) {
        ask(model, questions.at(which).step);
    } else if (model.step == Step::remove) {
        if (which == 0) return Effect::remove;
        ask(model, Step::check);
    }
    return Effect::none;
}

} // namespace

Effect update(Model& model, const sheet::Intent& intent)
{
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Model::Problem::none;
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) return choose(model, choice->which);
    if (const auto* touched = std::get_if<sheet::Way>(&intent)) return way(model, touched->which);
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    const auto* question = question_of(model.step);
    if (stroke == nullptr || question == nullptr) return Effect::none;
    model.problem = Model::Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke))
        take(model, *question);
    else
        model.typed.take(stroke->stroke, question->most, question->capitals);
    return Effect::none;
}

void done(Model& model, std::string told)
{
    begin(model, std::nullopt, {}, Step::list);
    model.list = {};
    model.told = std::move(told);
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::list:
        return false;
    case Step::place:
        ask(model, model.checking ? Step::check : Step::list);
        return true;
    case Step::work:
        ask(model, model.checking ? Step::check : Step::place);
        return true;
    case Step::how:
        ask(model, model.checking ? Step::check : Step::work);
        return true;
    case Step::check:
        // What was typed for a new one is not lost by looking back; the last question comes again.
        model.checking = false;
        ask(model, model.which ? Step::list : Step::how);
        return true;
    case Step::remove:
        ask(model, Step::check);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::job_desk
