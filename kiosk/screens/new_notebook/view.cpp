// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/new_notebook/new_notebook.hpp"

namespace frikort::kiosk::screens::new_notebook {

using core::content::Texts;

namespace {

std::string told(Problem problem, const Texts& texts)
{
    switch (problem) {
    case Problem::none:
        return {};
    case Problem::no_name:
        return texts("wrong.no_name");
    case Problem::cpr:
        return texts("wrong.cpr");
    case Problem::weak_date:
        return texts("new.weak.date");
    case Problem::weak_run:
        return texts("new.weak.run");
    case Problem::weak_repetition:
        return texts("new.weak.repetition");
    case Problem::weak_here:
        return texts("new.weak.here");
    case Problem::differ:
        return texts("new.differ");
    case Problem::card_in_use:
        return texts("new.card_in_use");
    }
    return {};
}

void fill_code(View& view, const Model& model, const Texts& texts)
{
    const bool digits = model.code.kind == code::Kind::digits;
    const bool again = model.step == Step::again;
    view.title = again ? texts(digits ? "new.again.digits" : "new.again.pictures")
                       : texts(digits ? "new.code.digits" : "new.code.pictures");
    const auto hint = view.wrong ? view.told
                                 : texts(again    ? "new.again.hint"
                                         : digits ? "new.code.digits.hint"
                                                  : "new.code.pictures.hint");
    view.code = code::view(model.code, view.title, hint, texts("action.next"), texts);
}

} // namespace

View view(const Model& model, const Texts& texts)
{
    View view;
    view.step = model.step;
    view.told = told(model.problem, texts);
    view.wrong = !view.told.empty();
    view.again = texts("action.again");
    switch (model.step) {
    case Step::name:
        view.title = texts("new.name.title");
        view.field = model.typed;
        view.action = texts("action.next");
        view.space = texts("keyboard.space");
        view.erase = texts("keyboard.erase");
        view.digits = texts("keyboard.digits");
        view.letters = texts("keyboard.letters");
        if (!view.wrong) view.corner = texts("new.name.hint");
        break;
    case Step::kind:
        view.title = texts("new.kind.title");
        view.choices = {{texts("new.kind.digits"), texts("new.kind.digits.detail"), ui::Icon::keypad},
                        {texts("new.kind.pictures"), texts("new.kind.pictures.detail"), ui::Icon::sun}};
        break;
    case Step::code:
    case Step::again:
        fill_code(view, model, texts);
        break;
    case Step::recovery:
        view.title = texts("new.recovery.title");
        view.told = texts("new.recovery.told");
        view.choices = {{texts("new.recovery.yes"), texts("new.recovery.yes.detail"), ui::Icon::staff},
                        {texts("new.recovery.no"), texts("new.recovery.no.detail"), ui::Icon::lock}};
        break;
    case Step::making:
        view.title = texts("new.making");
        view.told = texts("new.making.told");
        break;
    case Step::keep:
        view.title = texts("new.keep.title");
        if (model.names == core::actions::Names::open) {
            view.choices = card::ways(texts, model.name->text());
            break;
        }
        // Whoever takes no card would find no way in.
        view.told = texts(model.names == core::actions::Names::off ? "new.keep.off" : "new.keep.not_yet");
        view.choices = card::ways(texts, std::nullopt);
        break;
    case Step::card:
        view.card = card::view(*model.card, model.keeping, model.name->text(), texts);
        view.title = view.card.title;
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::new_notebook
