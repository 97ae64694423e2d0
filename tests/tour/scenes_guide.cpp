// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

namespace {

void begin(SampleKiosk& kiosk, const std::string& title)
{
    kiosk.tap("bar.home");
    kiosk.tap("learn.title");
    kiosk.touch(title);
}

// "Ja", "Nej" and "Ved ikke" by their place: y, n, ?.
void answer(SampleKiosk& kiosk, std::string_view given)
{
    for (const char each : given) {
        const auto& words = *kiosk.five_questions();
        const auto which = each == 'y'   ? core::guide::Answer::yes
                           : each == 'n' ? core::guide::Answer::no
                                         : core::guide::Answer::not_known;
        kiosk.touch(words.reason(core::guide::Question::adult, which).heading);
    }
}

Scene next(core::base::Date day, std::string name)
{
    return go(day, std::move(name), [](SampleKiosk& kiosk) { kiosk.tap("action.next"); });
}

} // namespace

std::vector<Scene> guide_scenes(core::base::Date day)
{
    const auto ask = [](SampleKiosk& kiosk) { begin(kiosk, kiosk.five_questions()->page().title); };
    std::vector<Scene> scenes{go(
        day, "guide-1",
        [ask](SampleKiosk& kiosk) {
            kiosk.tap("learn.title");
            ask(kiosk);
        },
        From::start)};
    for (int question = 2; question <= 5; ++question)
        scenes.push_back(
            go(day, "guide-" + std::to_string(question), [](SampleKiosk& kiosk) { answer(kiosk, "y"); }));
    scenes.push_back(go(day, "guide-back", [](SampleKiosk& kiosk) { kiosk.tap("bar.back"); }));
    // What most people answer, what speaks against it, and what nobody knows.
    const std::array<std::pair<const char*, const char*>, 3> outcomes{
        {{"nothing-against", "yynny"}, {"something-against", "ynyyn"}, {"open", "?????"}}};
    for (const auto& [name, given] : outcomes) {
        const auto scene = std::string{"guide-"} + name;
        scenes.push_back(go(day, scene, [ask, given = std::string_view{given}](SampleKiosk& kiosk) {
            ask(kiosk);
            answer(kiosk, given);
        }));
        scenes.push_back(next(day, scene + "-reasons"));
        scenes.push_back(next(day, scene + "-next"));
    }
    return scenes;
}

std::vector<Scene> pay_guide_scenes(core::base::Date day)
{
    const auto count = [](const char* hours, const char* rate) {
        return [hours, rate](SampleKiosk& kiosk) {
            begin(kiosk, kiosk.pay_guide()->page().title);
            kiosk.enter(hours);
            kiosk.tap("action.next");
            kiosk.enter(rate);
            kiosk.tap("action.next");
        };
    };
    return {go(
                day, "pay-guide-hours",
                [](SampleKiosk& kiosk) {
                    kiosk.tap("learn.title");
                    begin(kiosk, kiosk.pay_guide()->page().title);
                },
                From::start),
            go(day, "pay-guide-too-many-hours",
               [](SampleKiosk& kiosk) {
                   kiosk.enter("200");
                   kiosk.tap("action.next");
               }),
            go(day, "pay-guide-rate",
               [](SampleKiosk& kiosk) {
                   begin(kiosk, kiosk.pay_guide()->page().title);
                   kiosk.enter("5");
                   kiosk.tap("action.next");
                   kiosk.enter("140");
               }),
            go(day, "pay-guide-too-much",
               [](SampleKiosk& kiosk) {
                   kiosk.enter("000");
                   kiosk.tap("action.next");
               }),
            go(day, "pay-guide-sum", count("5", "140")),
            next(day, "pay-guide-left"),
            go(day, "pay-guide-over", [count](SampleKiosk& kiosk) {
                count("10", "150,50")(kiosk);
                kiosk.tap("action.next");
            })};
}

} // namespace frikort::tests::tour
