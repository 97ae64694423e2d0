// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/reader.hpp"

#include <algorithm>
#include <utility>

#include "kiosk/screens/frame.hpp"

namespace frikort::kiosk::app {

using namespace std::chrono_literals;
using devices::Speaker;
using screens::Hearing;
using screens::ReadPlace;
using screens::Visit;
using Steering = Hearing::Steering;

namespace {

// Long enough to find the place again that one has just touched.
constexpr ui::Instant offer_lasts = 12s;

// From so many on they are a keyboard, which nobody wants read one by one.
constexpr std::ptrdiff_t keys_of_a_pad = 8;
bool is_key(const ui::Node& node) { return node.role == ui::Role::key; }

const ui::Node* place_of(const ui::Ui& ui, const Visit& visit)
{
    return ui.semantics().find(ui::Role::button, screens::read_label(visit));
}

} // namespace

void Reader::frame(ui::Ui& ui, Visit& visit, Where where)
{
    const bool by_ear = visit.hearing.steering != Steering::eyes;
    const bool leaves = by_ear && ui.only_step(visit.texts()("aloud.leave"));
    if (ui.screens() != screens_) {
        screens_ = ui.screens();
        arriving_ = true;
        withdraw_offer();
        end_reading(ui);
        ui.again();
    } else if (std::exchange(arriving_, false)) {
        arrive(ui, visit, where);
    } else if (leaves || (by_ear && ui.escaped())) {
        end_steering(ui, visit);
    } else {
        answer_touch(ui, visit);
        steer(ui, visit);
        read_on(ui, visit, where);
    }
    if (heard_with_ != loudness(visit.hearing)) try_out(visit);
    if (offer_until_ && ui.now() >= *offer_until_) offer_until_.reset();
    show_place(ui, visit);
}

void Reader::stop(ui::Ui& ui, const Visit& visit)
{
    speaker_.hush();
    if (visit.hearing.steering != Steering::eyes) say(visit, visit.texts()("aloud.closed"));
    ui.mark({});
    ui.set_stepping(ui::Stepping::targets);
    screens_ = ui.screens();
    arriving_ = used_ = declined_ = reading_ = said_choices_ = look_again_ = false;
    to_read_ = {};
    seen_.clear();
    offer_until_.reset();
    intro_ = {};
    heard_with_ = loudness({});
}

ui::Instant Reader::until_change(ui::Instant now) const
{
    return offer_until_ ? std::max(ui::Instant{0}, *offer_until_ - now) : ui::Instant{1min};
}

void Reader::answer_touch(ui::Ui& ui, Visit& visit)
{
    const auto* place = place_of(ui, visit);
    if (place && ui.acted() == place->id) {
        if (visit.read_place == ReadPlace::offer)
            begin_steering(ui, visit, Steering::ears_and_halves);
        else if (reading_)
            end_reading(ui);
        else
            begin_reading(ui);
        return;
    }
    const bool on_place = place && ui.pressed() == place->id;
    if (!ui.touched() || on_place) return;
    withdraw_offer();
    end_reading(ui);
}

void Reader::withdraw_offer()
{
    if (offer_until_) speaker_.hush();
    offer_until_.reset();
}

void Reader::begin_reading(ui::Ui& ui)
{
    used_ = reading_ = true;
    said_choices_ = false;
    to_read_ = {};
    const auto& nodes = ui.semantics().nodes();
    const bool pad = std::count_if(nodes.begin(), nodes.end(), is_key) >= keys_of_a_pad;
    // First what is told, then what can be chosen.
    for (const bool choices : {false, true})
        for (const auto& node : nodes)
            if (!(pad && is_key(node)) && node.step != ui::Step::only && ui::choosable(node) == choices &&
                (choices || node.enabled == ui::Enabled::yes))
                to_read_.push_back(node.id);
    speaker_.hush();
}

void Reader::end_reading(ui::Ui& ui)
{
    if (!std::exchange(reading_, false)) return;
    to_read_ = {};
    speaker_.hush();
    ui.mark({});
}

void Reader::read_on(ui::Ui& ui, Visit& visit, Where where)
{
    if (!reading_ || speaker_.state() == Speaker::State::speaking) return;
    if (speaker_.state() == Speaker::State::no_sound) {
        reading_ = false;
        to_read_ = {};
        return ui.mark({});
    }
    const auto& texts = visit.texts();
    const auto* place = place_of(ui, visit);
    while (!to_read_.empty()) {
        const auto id = to_read_.front();
        to_read_.pop_front();
        const auto* node = ui.semantics().find(id);
        if (!node || node == place) continue; // gone meanwhile
        std::string words;
        if (ui::choosable(*node) && !std::exchange(said_choices_, true)) words = texts("aloud.choices");
        ui::add_sentence(words, ui::heard(*node, visit.hearing.ears));
        ui.mark(id);
        return say(visit, words);
    }
    reading_ = false;
    ui.mark({});
    if (where != Where::home || visit.hearing.steering != Steering::eyes) return;
    offer_until_ = ui.now() + offer_lasts;
    say(visit, texts("aloud.offer"));
}

std::pair<int, int> Reader::loudness(const Hearing& hearing) { return {hearing.percent(), hearing.softer()}; }

// Who chooses how it sounds hears how it sounds.
void Reader::try_out(const Visit& visit)
{
    heard_with_ = loudness(visit.hearing);
    if (visit.hearing.steering == Steering::eyes) say(visit, visit.texts()("aloud.sample"));
}

void Reader::say(const Visit& visit, std::string words)
{
    if (words.empty()) return;
    speaker_.say({std::move(words), visit.language(), visit.hearing.percent(), visit.hearing.softer()});
}

void Reader::show_place(ui::Ui& ui, Visit& visit) const
{
    const auto before = visit.read_place;
    if (speaker_.state() == Speaker::State::no_sound)
        visit.read_place = ReadPlace::no_sound;
    else
        visit.read_place = reading_ ? ReadPlace::stop : offer_until_ ? ReadPlace::offer : ReadPlace::read;
    if (visit.read_place != before) ui.again();
}

} // namespace frikort::kiosk::app
