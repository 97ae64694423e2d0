// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/messages/messages.hpp"

namespace frikort::kiosk::screens::messages {

using core::actions::NotSent;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.list = {};
    model.begins_at_last = step == Step::one;
}

} // namespace

Model begin(std::vector<core::support::Conversation> all, In in)
{
    Model model;
    model.all = std::move(all);
    model.in = in;
    ask(model, model.all.empty() ? Step::none : in == In::receipt ? Step::one : Step::list);
    return model;
}

Effect update(Model& model, const sheet::Intent& intent)
{
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) {
        if (model.step == Step::list && choice->which < model.all.size()) {
            model.which = choice->which;
            ask(model, Step::one);
        } else if (model.step == Step::told) {
            ask(model, model.all.empty() ? Step::none : Step::one);
        }
    }
    if (std::holds_alternative<sheet::Way>(intent)) {
        if (model.step == Step::list) return Effect::ask;
        if (model.step == Step::one) ask(model, Step::typed);
    }
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr || model.step != Step::typed) return Effect::none;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke)) return Effect::send;
    model.typed.take(stroke->stroke, core::support::longest_words);
    return Effect::none;
}

void wrote(Model& model, const core::base::Result<core::base::Id, NotSent>& result,
           std::vector<core::support::Conversation> now)
{
    const auto request = model.all[model.which].request;
    model.all = std::move(now);
    for (std::size_t i = 0; i < model.all.size(); ++i)
        if (model.all[i].request == request) model.which = i;
    if (result) {
        ask(model, Step::told);
        return;
    }
    switch (result.error()) {
    case NotSent::words_like_cpr:
        model.typed.forget();
        model.problem = Problem::cpr;
        break;
    case NotSent::no_words:
        model.problem = Problem::no_words;
        break;
    case NotSent::bad_words:
        model.problem = Problem::bad_words;
        break;
    case NotSent::nobody_reads:
    case NotSent::unknown_request:
        ask(model, Step::told);
        model.nobody_reads = true;
        break;
    }
    if (model.all.empty()) model.step = Step::none; // erased meanwhile
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::none:
    case Step::list:
        return false;
    case Step::one:
        if (model.in == In::receipt) return false;
        ask(model, Step::list);
        return true;
    case Step::typed:
    case Step::told:
        ask(model, Step::one);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::messages
