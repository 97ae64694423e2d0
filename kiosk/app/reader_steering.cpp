// SPDX-License-Identifier: MPL-2.0
// The half of Reader that answers those who step from one thing to the next.
#include <algorithm>
#include <functional>
#include <utility>

#include "kiosk/app/reader.hpp"

namespace frikort::kiosk::app {

using devices::Speaker;
using screens::Hearing;
using screens::Visit;
using Steering = Hearing::Steering;

namespace {

bool is_news(const ui::Node& node) { return !node.hit || node.role == ui::Role::option; }

std::uint64_t digest_of(const ui::Node& node)
{
    const auto words = std::hash<std::string>{}(node.spoken);
    return words * 31 + static_cast<std::uint64_t>(node.role);
}

} // namespace

void Reader::begin_steering(ui::Ui& ui, Visit& visit, Steering how)
{
    end_reading(ui);
    offer_until_.reset();
    used_ = true;
    visit.hearing.steering = how;
    ui.set_stepping(how == Steering::ears_and_halves ? ui::Stepping::halves : ui::Stepping::everything);
    intro_ = visit.texts()(how == Steering::ears_and_halves ? "aloud.begin.halves" : "aloud.begin.keys");
    if (visit.hearing.ears == Ears::everybody) ui::add_sentence(intro_, visit.texts()("aloud.begin.private"));
    arriving_ = true;
    ui.again();
}

void Reader::end_steering(ui::Ui& ui, Visit& visit)
{
    visit.hearing.steering = Steering::eyes;
    declined_ = true;
    ui.set_stepping(ui::Stepping::targets);
    say(visit, visit.texts()("aloud.end"));
}

void Reader::arrive(ui::Ui& ui, Visit& visit, Where where)
{
    const bool by_ear = visit.hearing.steering != Steering::eyes;
    if (!by_ear && !(used_ && where == Where::asking)) return;
    std::string words = std::exchange(intro_, {});
    const ui::Node* first = nullptr;
    for (const auto& node : ui.semantics().nodes()) {
        const bool is_first = !first;
        if (is_first) first = &node;
        if (is_first || node.role == ui::Role::notice)
            ui::add_sentence(words, ui::heard(node, visit.hearing.ears));
    }
    if (by_ear && first) ui.focus(first->id);
    look_again_ = false;
    remember(ui);
    ui.again();
    say(visit, words);
}

void Reader::steer(ui::Ui& ui, Visit& visit)
{
    auto& hearing = visit.hearing;
    if (hearing.steering == Steering::eyes) {
        if (ui.stepping() != ui::Stepping::targets) return end_steering(ui, visit);
        // Who has no eyes for the screen cannot look for the way to this: the first step begins it.
        const bool sound = speaker_.state() != Speaker::State::no_sound;
        if (ui.stepped() && !declined_ && sound) begin_steering(ui, visit, Steering::ears_and_keys);
        return;
    }
    // What steering is may have been chosen under Visning.
    const auto wanted =
        hearing.steering == Steering::ears_and_halves ? ui::Stepping::halves : ui::Stepping::everything;
    if (ui.stepping() != wanted) return begin_steering(ui, visit, hearing.steering);
    if (speaker_.state() == Speaker::State::no_sound) {
        hearing.steering = Steering::eyes;
        return ui.set_stepping(ui::Stepping::targets);
    }

    std::string words;
    if (std::exchange(look_again_, false)) words = changes(ui, visit);
    const auto* focused = ui.focused() ? ui.semantics().find(*ui.focused()) : nullptr;
    const bool again = focused && ui.acted() == focused->id && !ui::choosable(*focused);
    if (focused && (ui.stepped() || again)) words = ui::heard(*focused, hearing.ears);
    if (ui.touched()) look_again_ = true;
    remember(ui);
    if (!words.empty() && !reading_) say(visit, words);
}

void Reader::remember(const ui::Ui& ui)
{
    seen_.clear();
    for (const auto& node : ui.semantics().nodes())
        if (is_news(node)) seen_.push_back(digest_of(node));
}

std::string Reader::changes(const ui::Ui& ui, const Visit& visit) const
{
    std::string words;
    std::string put_off; // what is not chosen any more, told where nothing else is chosen for it
    for (const auto& node : ui.semantics().nodes()) {
        const bool seen = std::find(seen_.begin(), seen_.end(), digest_of(node)) != seen_.end();
        if (seen || !is_news(node) || node.step == ui::Step::only) continue;
        if (node.role == ui::Role::option && node.selected == ui::Selected::no)
            put_off = visit.texts()("aloud.not_chosen", {{"name", node.name}});
        else
            ui::add_sentence(words, ui::heard_news(node, visit.hearing.ears));
    }
    return words.empty() ? put_off : words;
}

} // namespace frikort::kiosk::app
