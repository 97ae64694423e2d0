// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::base::Date;

namespace {

void steer_by_ear(SampleKiosk& kiosk)
{
    kiosk.tap("bar.display");
    kiosk.tap("display.by_ear");
}

// Steps on until this is what a choice would choose.
void step_to(SampleKiosk& kiosk, std::string_view words)
{
    auto& stage = kiosk.stage();
    constexpr int longest_screen = 80;
    for (int i = 0; i < longest_screen; ++i) {
        const auto place = stage.ui().layout().screen.left_part(stage.ui().layout().screen.w / 3);
        kiosk.speaker().forget();
        stage.tap_at(place.centre());
        const auto& said = kiosk.speaker().said();
        if (!said.empty() && said.back().words.starts_with(words)) return;
    }
    throw std::runtime_error{"never heard: " + std::string{words}};
}

} // namespace

std::vector<Scene> speech_scenes(Date day)
{
    return {
        go(
            day, "reading",
            [](SampleKiosk& kiosk) {
                kiosk.tap("home.book");
                kiosk.tap("bar.read");
                kiosk.speaker().finish();
                kiosk.stage().settle();
            },
            From::start),
        go(
            day, "home-reading-offer",
            [](SampleKiosk& kiosk) {
                kiosk.tap("bar.read");
                for (int i = 0; i < 20; ++i) {
                    kiosk.speaker().finish();
                    kiosk.stage().settle();
                }
            },
            From::start),
        go(
            day, "home-no-sound",
            [](SampleKiosk& kiosk) {
                kiosk.speaker().unplug();
                kiosk.tap("bar.read");
            },
            From::start),
        go(
            day, "display-hearing",
            [](SampleKiosk& kiosk) {
                kiosk.tap("bar.display");
                kiosk.tap("display.headphones");
            },
            From::start),
        go(
            day, "by-ear-home",
            [](SampleKiosk& kiosk) {
                steer_by_ear(kiosk);
                step_to(kiosk, kiosk.texts()("bar.home"));
                kiosk.choose_by_ear();
                step_to(kiosk, kiosk.texts()("home.book"));
            },
            From::start),
        go(day, "by-ear-covered", [](SampleKiosk& kiosk) { step_to(kiosk, kiosk.texts()("bar.read")); }),
        go(
            day, "by-ear-amount",
            [](SampleKiosk& kiosk) {
                kiosk.open_book_of(kiosk.card_of_kim());
                kiosk.tap("overview.log");
                kiosk.tap("log.day.yesterday");
                kiosk.tap("log.place.not_told");
                kiosk.tap("log.hours.not_known");
                kiosk.enter("350");
                steer_by_ear(kiosk);
                step_to(kiosk, kiosk.texts()("bar.back"));
                kiosk.choose_by_ear();
                step_to(kiosk, "7");
            },
            From::start),
        go(
            day, "by-ear-asking",
            [](SampleKiosk& kiosk) {
                steer_by_ear(kiosk);
                kiosk.speaker().finish();
                kiosk.stage().pass(std::chrono::seconds{181});
            },
            From::start),
    };
}

} // namespace frikort::tests::tour
