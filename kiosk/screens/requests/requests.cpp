// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/requests/requests.hpp"

#include "core/people/call_name.hpp"

namespace frikort::kiosk::screens::requests {

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Model::Problem::none;
    model.page = {};
}

void take(Model& model)
{
    const auto words = core::people::free_text(model.typed.text, core::support::longest_words);
    if (words) {
        ask(model, Step::check);
        return;
    }
    const bool cpr = words.error() == core::people::Unfit::looks_like_cpr;
    model.problem = cpr ? Model::Problem::cpr : Model::Problem::empty;
}

Effect choose(Model& model, std::size_t which)
{
    switch (model.step) {
    case Step::list:
        if (which >= model.waiting.size()) return Effect::none;
        model.open = model.waiting[which];
        return Effect::open;
    case Step::one:
        if (model.open->conversation && which == 1)
            ask(model, Step::write);
        else
            ask(model, Step::close);
        return Effect::none;
    case Step::check:
        if (which == 1) return Effect::send;
        ask(model, Step::write);
        return Effect::none;
    case Step::already:
        model.taken_over = true;
        if (which == 1) return Effect::send;
        ask(model, Step::one);
        return Effect::none;
    case Step::close:
        if (which == 0) return Effect::close;
        ask(model, Step::one);
        return Effect::none;
    case Step::write:
        return Effect::none;
    }
    return Effect::none;
}

} // namespace

Effect update(Model& model, const sheet::Intent& intent)
{
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Model::Problem::none;
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) return choose(model, choice->which);
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr || model.step != Step::write) return Effect::none;
    model.problem = Model::Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke))
        take(model);
    else
        model.typed.take(stroke->stroke, core::support::longest_words, widgets::Capitals::of_sentences);
    return Effect::none;
}

void opened(Model& model, core::actions::Waiting waiting)
{
    model.open = std::move(waiting);
    model.typed.forget();
    model.taken_over = false;
    model.told.clear();
    ask(model, Step::one);
}

void was_first(Model& model, core::actions::Waiting now)
{
    model.open = std::move(now);
    ask(model, Step::already);
}

void done(Model& model, std::string told)
{
    model.open.reset();
    model.typed.forget();
    model.taken_over = false;
    model.list = {};
    model.told = std::move(told);
    ask(model, Step::list);
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::list:
        return false;
    case Step::one:
        done(model, {});
        return true;
    case Step::write:
    case Step::already:
    case Step::close:
        ask(model, Step::one);
        return true;
    case Step::check:
        ask(model, Step::write);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::requests
