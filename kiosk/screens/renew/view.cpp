// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/renew/renew.hpp"

namespace frikort::kiosk::screens::renew {

using core::actions::NotRenewed;
using core::content::Texts;

namespace {

std::string told(const Model& model, const Texts& texts)
{
    const bool new_card = !model.kept;
    const auto old = texts(new_card ? "renew.old.card" : "renew.old.code");
    if (model.what == Renewing::card) return texts("renew.card.told") + " " + old;
    return texts(new_card ? "renew.code.told.name" : "renew.code.told") + " " + old;
}

std::string refused(NotRenewed why, const Texts& texts)
{
    switch (why) {
    case NotRenewed::newer_card:
        return texts("renew.newer");
    case NotRenewed::too_many:
    case NotRenewed::card_in_use:
    case NotRenewed::code_in_use:
    case NotRenewed::same_code:
        return texts("renew.too_many");
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
    view.wrong = model.problem != nullptr;
    if (view.wrong) view.told = texts(model.problem);
    view.again = texts("action.again");
    const bool card = model.what == Renewing::card;
    switch (model.step) {
    case Step::told:
        view.title = texts(card ? "own.card" : "own.code");
        view.told = told(model, texts);
        view.go = texts(card ? "renew.card.go" : "renew.code.go");
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
    case Step::making:
        view.title = texts(model.kept ? "renew.making.code" : "renew.making.card");
        view.told = texts("new.making.told");
        break;
    case Step::keep:
        view.title = texts("new.keep.title");
        if (model.lost_recovery) view.told = texts("renew.lost_recovery");
        view.choices = card::ways(texts, model.call_name);
        break;
    case Step::card:
        view.card = card::view(*model.card, model.keeping, model.call_name, texts);
        view.title = view.card.title;
        break;
    case Step::done:
        view.title = texts("renew.done.title");
        view.told = texts("renew.done.told");
        if (model.lost_recovery) view.told += " " + texts("renew.lost_recovery");
        view.go = texts("new.card.done");
        break;
    case Step::refused:
        view.title = texts(card ? "own.card" : "own.code");
        view.told = refused(model.refused, texts);
        view.go = texts("bar.back");
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::renew
