// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/guide/guide.hpp"

#include "core/base/must.hpp"

namespace frikort::kiosk::screens::guide {

namespace {

void show(Model& model, Step step, std::size_t question = 0)
{
    model.step = step;
    model.question = question;
    model.list = {};
}

constexpr std::size_t last_question = core::guide::every_question.size() - 1;

} // namespace

Effect update(Model& model, const Intent& intent)
{
    if (const auto* given = std::get_if<Give>(&intent)) {
        core::base::must(model.step == Step::question);
        model.answers.at(model.question) = given->answer;
        if (model.question < last_question)
            show(model, Step::question, model.question + 1);
        else
            show(model, Step::outlook);
        return Effect::none;
    }
    switch (model.step) {
    case Step::question:
        break;
    case Step::outlook:
        show(model, Step::reasons);
        break;
    case Step::reasons:
        show(model, Step::next);
        break;
    case Step::next:
        return Effect::leave;
    }
    return Effect::none;
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::question:
        if (model.question == 0) return false;
        show(model, Step::question, model.question - 1);
        break;
    case Step::outlook:
        show(model, Step::question, last_question);
        break;
    case Step::reasons:
        show(model, Step::outlook);
        break;
    case Step::next:
        show(model, Step::reasons);
        break;
    }
    return true;
}

} // namespace frikort::kiosk::screens::guide
