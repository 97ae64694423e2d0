// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/open_notebook/open_notebook.hpp"

#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::open_notebook {

using core::content::Texts;
using std::chrono::seconds;

namespace {

seconds left(const Model& model, ui::Instant now) { return wait_left(model.wait, model.wait_told, now); }

// "Vent 30 sekunder", "Vent 4 minutter": rounded up, so nobody comes too early.
std::string wait_text(seconds left, const Texts& texts)
{
    if (left >= seconds{60}) return texts.count("open.wait.minutes", (left.count() + 59) / 60);
    return texts.count("open.wait.seconds", left.count());
}

std::string told(const Model& model, ui::Instant now, const Texts& texts)
{
    switch (model.problem) {
    case Problem::none:
        return {};
    case Problem::not_a_card:
        return texts("card.not_read");
    case Problem::wrong_length:
        return texts("open.card.wrong_length");
    case Problem::mistyped:
        return texts("open.card.mistyped");
    case Problem::bad_name:
        return texts("wrong.no_name");
    case Problem::cpr:
        return texts("wrong.cpr");
    case Problem::unknown_name:
        return texts("open.unknown_name");
    case Problem::wrong_code:
        return texts("open.wrong_code") + " " + texts.count("open.tries_left", model.tries_left);
    case Problem::wait:
        return left(model, now).count() > 0 ? wait_text(left(model, now), texts) : "";
    case Problem::damaged:
        return texts("open.damaged");
    case Problem::no_net:
        return texts("open.no_net");
    case Problem::busy:
        return texts("open.busy");
    }
    return {};
}

// The card as it is typed, in groups of three like on the card.
std::string grouped(const std::string& typed)
{
    std::string shown;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (i > 0 && i % 3 == 0) shown += ' ';
        shown += static_cast<char>(typed[i] >= 'a' && typed[i] <= 'z' ? typed[i] - 32 : typed[i]);
    }
    return shown;
}

} // namespace

View view(const Model& model, ui::Instant now, const Texts& texts)
{
    View view;
    view.step = model.step;
    view.told = told(model, now, texts);
    view.wrong = !view.told.empty();
    view.may_enter = model.problem != Problem::wait || left(model, now).count() == 0;
    view.action = texts("action.next");
    view.try_again = texts("action.again");
    view.space = texts("keyboard.space");
    view.erase = texts("keyboard.erase");
    view.digits = texts("keyboard.digits");
    view.letters = texts("keyboard.letters");
    switch (model.step) {
    case Step::hold_card:
        view.title = texts("open.card.title");
        if (!view.wrong) view.told = texts("open.card.told");
        view.type_it = texts("open.card.type");
        break;
    case Step::typed_card:
        view.title = texts("open.card.typed");
        view.field = grouped(model.typed);
        break;
    case Step::name:
        view.title = texts("open.name.title");
        view.field = model.typed;
        break;
    case Step::code: {
        const bool digits = model.code.kind == code::Kind::digits;
        view.title = texts(digits ? "open.code.digits" : "open.code.pictures");
        view.code = code::view(model.code, view.title, texts("open.code.hint"), texts("open.action"), texts);
        view.code.other = texts(digits ? "open.use_pictures" : "open.use_digits");
        break;
    }
    case Step::opening:
        view.title = texts("open.opening");
        view.told = texts("open.opening.told");
        break;
    case Step::fetching:
        view.title = texts("open.fetching");
        view.told = texts("open.opening.told");
        break;
    case Step::not_fetched:
        view.title = texts("open.not_fetched");
        break;
    case Step::not_yet:
        view.title = texts("open.not_yet");
        view.told = texts("open.not_yet.told");
        view.use_card = texts("open.not_yet.card");
        break;
    case Step::off:
        view.title = texts("open.off");
        view.told = texts("open.off.told");
        view.use_card = texts("open.not_yet.card");
        break;
    case Step::unknown_card:
        view.title = texts("open.unknown_card.title");
        view.told = texts("open.unknown_card.told");
        view.make_new = texts("open.unknown_card.new");
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::open_notebook
