// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/office_number/office_number.hpp"

namespace frikort::kiosk::screens::office_number {

using core::content::Texts;

namespace {

std::vector<std::string> told(Checked checked, const Texts& texts)
{
    if (checked == Checked::yes) return {texts("office_number.told.checked")};
    std::vector<std::string> told{texts("office_number.told")};
    if (checked == Checked::no) told.push_back(texts("office_number.told.meanwhile"));
    return told;
}

// "0 1 2 3 4", or it would be said as one number.
std::string digit_by_digit(const std::string& group)
{
    std::string said;
    for (const char digit : group) said += said.empty() ? std::string{digit} : std::string{' ', digit};
    return said;
}

} // namespace

View view(const Facts& facts, NumberAfter after, const Texts& texts)
{
    View view;
    view.title = texts("office_number.title");
    view.told = told(facts.checked, texts);
    view.go = texts(after == NumberAfter::set_up ? "action.next" : "members.done");
    if (!facts.number) return view;
    view.groups = facts.number->in_groups();
    for (std::size_t i = 0; i < view.groups.size(); ++i) view.spoken[i] = digit_by_digit(view.groups[i]);
    return view;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const bool go = draw(ui, list_, view(facts_(), after_, visit_.texts())).has_value();
    const auto place = after_ == NumberAfter::set_up ? BackPlace::empty : BackPlace::there;
    if (const auto move = bar_move(draw_bar(ui, visit_, place), doors_.display())) return *move;
    if (!go) return ui::Stay{};
    if (after_ == NumberAfter::set_up) return ui::Replace{doors_.desk()};
    return ui::Back{};
}

} // namespace frikort::kiosk::screens::office_number
