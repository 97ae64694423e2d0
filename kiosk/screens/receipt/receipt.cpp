// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/receipt/receipt.hpp"

#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::receipt {

using core::content::Texts;
using core::people::Card;
using core::people::Misread;
using std::chrono::seconds;

namespace {

constexpr std::size_t signs = Card::number_letters + Card::secret_letters + 1;

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.list = {};
}

bool take(Model& model, std::string_view letters)
{
    auto receipt = Receipt::read(letters);
    if (receipt) {
        model.receipt = std::move(*receipt);
        ask(model, Step::opening);
        return true;
    }
    model.problem = receipt.error() == Misread::wrong_length   ? Problem::wrong_length
                    : receipt.error() == Misread::check_failed ? Problem::mistyped
                                                               : Problem::not_a_receipt;
    return false;
}

seconds left(const Model& model, ui::Instant now)
{
    if (model.problem != Problem::wait) return seconds{0};
    return wait_left(model.wait, model.wait_told, now);
}

std::string told(const Model& model, ui::Instant now, const Texts& texts)
{
    switch (model.problem) {
    case Problem::none:
        return {};
    case Problem::not_a_receipt:
        return texts("receipt.not_read");
    case Problem::wrong_length:
        return texts("receipt.wrong_length");
    case Problem::mistyped:
        return texts("receipt.mistyped");
    case Problem::wait:
        return left(model, now).count() > 0 ? wait_text(left(model, now), texts) : "";
    case Problem::no_net:
        return texts("open.no_net");
    case Problem::busy:
        return texts("open.busy");
    }
    return {};
}

// In threes, as the first line of a receipt.
std::string grouped(const std::string& typed)
{
    std::string shown;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (i > 0 && i % 3 == 0) shown += ' ';
        shown += typed[i];
    }
    return shown;
}

} // namespace

Model begin(std::optional<Receipt> scanned)
{
    Model model;
    if (scanned) model.step = Step::opening;
    model.receipt = std::move(scanned);
    return model;
}

sheet::View view(const Model& model, ui::Instant now, const Texts& texts)
{
    const auto wrong = told(model, now, texts);
    sheet::View view;
    switch (model.step) {
    case Step::hold:
        view.kind = sheet::Kind::ask;
        view.title = texts("receipt.title");
        view.told = wrong.empty() ? texts("receipt.told") : wrong;
        view.icon = left(model, now).count() > 0 ? ui::Icon::clock
                    : wrong.empty()              ? ui::Icon::qr
                                                 : ui::Icon::warning;
        view.tint = wrong.empty() ? ui::Ground::mint : ui::Ground::sand;
        view.ways = {{texts("receipt.type"), {}, ui::Icon::edit}};
        view.plain_ways = true;
        break;
    case Step::typed:
        view = sheet::typing(texts("receipt.typed"), model.typed, sheet::Seen::letters, texts);
        view.field = grouped(model.typed.text);
        view.keys = widgets::KeySet::card;
        view.told = wrong;
        view.wrong = !wrong.empty();
        break;
    case Step::opening:
        view.title = texts("receipt.opening");
        view.told = texts("open.opening.told");
        view.icon = ui::Icon::chat;
        break;
    case Step::fetching:
        view.title = texts("receipt.fetching");
        view.told = texts("open.opening.told");
        view.icon = ui::Icon::chat;
        break;
    case Step::not_fetched:
        view.kind = sheet::Kind::ask;
        view.title = texts("receipt.not_fetched");
        view.told = wrong;
        view.icon = model.problem == Problem::busy ? ui::Icon::clock : ui::Icon::no_network;
        view.tint = ui::Ground::sand;
        view.ways = {{texts("action.again"), {}}};
        break;
    case Step::unknown:
        view.kind = sheet::Kind::ask;
        view.title = texts("receipt.unknown");
        view.told = texts("receipt.unknown.told");
        view.icon = ui::Icon::help;
        view.tint = ui::Ground::sand;
        view.ways = {{texts("action.again"), {}}};
        break;
    }
    return view;
}

bool update(Model& model, const sheet::Intent& intent, ui::Instant now)
{
    if (left(model, now).count() > 0) return false;
    if (const auto* scanned = std::get_if<sheet::Scanned>(&intent)) {
        const bool wanted = model.step == Step::hold || model.step == Step::typed;
        return wanted && take(model, scanned->line);
    }
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    if (std::holds_alternative<sheet::Choose>(intent) && model.step == Step::not_fetched) {
        ask(model, Step::opening);
        return true;
    }
    if (std::holds_alternative<sheet::Choose>(intent))
        ask(model, model.step == Step::hold ? Step::typed : Step::hold);
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr) return false;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke)) return take(model, model.typed.text);
    model.typed.take(stroke->stroke, signs);
    return false;
}

void not_opened(Model& model, const core::actions::NotOpened& why, ui::Instant now)
{
    model.receipt.reset();
    ask(model, why.wait.count() > 0 ? Step::hold : Step::unknown);
    if (why.wait.count() == 0) return;
    model.problem = Problem::wait;
    model.wait = why.wait;
    model.wait_told = now;
}

void not_fetched(Model& model, const Fetching::Answer& answer, ui::Instant now)
{
    using Is = Fetching::Answer::Is;
    using Why = core::actions::NotOpened::Why;
    if (answer.is == Is::no_net || answer.is == Is::busy) {
        ask(model, Step::not_fetched);
        model.problem = answer.is == Is::busy ? Problem::busy : Problem::no_net;
    } else {
        not_opened(model, {Why::unknown, 0, answer.wait}, now);
    }
}

bool back(Model& model)
{
    if (model.step == Step::hold || model.step == Step::opening) return false;
    ask(model, Step::hold);
    return true;
}

} // namespace frikort::kiosk::screens::receipt
