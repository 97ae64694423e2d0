// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/erase_book/erase_book.hpp"

#include <algorithm>

namespace frikort::kiosk::screens::erase_book {

using core::content::Texts;
using std::chrono::seconds;

seconds left_of_pause(const Model& model, ui::Instant now)
{
    if (!model.asked) return pause;
    return std::max(seconds{0}, std::chrono::ceil<seconds>(*model.asked + pause - now));
}

View view(const Model& model, ui::Instant now, const Texts& texts)
{
    switch (model.step) {
    case Step::told:
        return {texts("own.erase"), texts("erase.told"), {texts("erase.go")}};
    case Step::sure: {
        const auto left = left_of_pause(model, now);
        const bool may = left == seconds{0};
        return {texts("erase.sure"),
                texts("erase.sure.told"),
                {may ? texts("erase.yes") : texts.count("erase.pause", left.count()), texts("erase.no")},
                may};
    }
    case Step::erased:
        return {texts("erase.done"), texts("erase.done.told"), {texts("bar.home")}};
    case Step::newer_card:
        return {texts("own.erase"), texts("erase.newer"), {texts("bar.back")}};
    }
    return {};
}

Effect update(Model& model, std::size_t way, ui::Instant now)
{
    model.list = {};
    switch (model.step) {
    case Step::told:
        model.step = Step::sure;
        model.asked = now;
        return Effect::none;
    case Step::sure:
        if (way != 0) return Effect::leave;
        return left_of_pause(model, now) == seconds{0} ? Effect::erase : Effect::none;
    case Step::erased:
        return Effect::home;
    case Step::newer_card:
        return Effect::leave;
    }
    return Effect::none;
}

} // namespace frikort::kiosk::screens::erase_book
