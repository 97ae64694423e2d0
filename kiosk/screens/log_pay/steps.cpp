// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/steps.hpp"

namespace frikort::kiosk::screens::log_pay {

Step first_step(const Day& day) { return day.trusted ? Step::day : Step::year; }

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.clear();
    model.keyboard = {};
    model.list = {};
}

Model fresh(const Day& day)
{
    Model model;
    model.step = first_step(day);
    return model;
}

Model correcting(Answers answers)
{
    Model model;
    model.purpose = Purpose::correction;
    model.step = Step::check;
    model.answers = std::move(answers);
    return model;
}

Model resuming(Answers answers)
{
    Model model;
    model.step = Step::resume;
    model.answers = std::move(answers);
    return model;
}

bool back(Model& model, const Day& day)
{
    if (model.checking && model.step != Step::check) {
        if (!whole(model.answers)) return true;
        ask(model, Step::check);
        return true;
    }
    switch (model.step) {
    case Step::resume:
    case Step::day:
    case Step::saved:
        return false;
    case Step::year:
        if (!day.trusted) return false;
        ask(model, Step::day);
        return true;
    case Step::month:
        ask(model, Step::year);
        return true;
    case Step::date:
        ask(model, Step::month);
        return true;
    case Step::old_day:
    case Step::place:
        ask(model, first_step(day));
        return true;
    case Step::typed_place:
    case Step::hours:
        ask(model, Step::place);
        return true;
    case Step::amount:
        ask(model, Step::hours);
        return true;
    case Step::large_amount:
        ask(model, Step::amount);
        return true;
    case Step::check:
        if (model.purpose == Purpose::correction) return false;
        ask(model, Step::amount);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::log_pay
