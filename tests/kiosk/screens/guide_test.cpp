// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/guide/guide.hpp"

#include "kiosk/app/assets.hpp"
#include "tests/support/catch.hpp"

// The five questions without a window.

using namespace frikort::kiosk::screens::guide;
namespace app = frikort::kiosk::app;
namespace ui = frikort::kiosk::ui;

namespace {

const app::Assets& shipped()
{
    static const auto assets = app::Assets::load(std::filesystem::path{FRIKORT_BINARY} / "share/frikort");
    return assets;
}

View shown(const Model& model, const std::string& language = "da")
{
    return view(model, *shipped().guide_of(language), shipped().links, shipped().of(language));
}

// y, n and ? in the order of the questions.
Model after(std::string_view given)
{
    Model model;
    for (const char each : given) {
        const auto answer = each == 'y' ? Answer::yes : each == 'n' ? Answer::no : Answer::not_known;
        REQUIRE(update(model, Give{answer}) == Effect::none);
    }
    return model;
}

std::vector<std::string> reasons_of(Model model)
{
    update(model, GoOn{});
    std::vector<std::string> all;
    for (const auto& line : shown(model).lines) all.push_back(line.weight + " " + line.reason);
    return all;
}

} // namespace

TEST_CASE("Five questions come one by one with three answers, and say that nobody gets them")
{
    Model model;
    for (int number = 1; number <= 5; ++number) {
        const auto view = shown(model);
        INFO(view.thought.heading);
        CHECK(view.corner == std::to_string(number) + " af 5");
        CHECK(view.thought.heading.ends_with('?'));
        REQUIRE(view.choices.size() == 3);
        CHECK(view.choices[0].label == "Ja");
        CHECK(view.choices[1].label == "Nej");
        CHECK(view.choices[2].label == "Ved ikke");
        CHECK(view.thought.aside == "Ingen får dine svar. De bliver ikke gemt.");
        CHECK(update(model, Give{Answer::not_known}) == Effect::none);
    }
    CHECK(model.step == Step::outlook);
}

TEST_CASE("Going back shows the question before with the answer it got")
{
    auto model = after("ynn");
    REQUIRE(back(model));
    CHECK(model.question == 2);
    const auto chosen = shown(model).choices;
    CHECK(chosen[0].chosen == ui::Selected::no);
    CHECK(chosen[1].chosen == ui::Selected::yes);
    REQUIRE(update(model, Give{Answer::yes}) == Effect::none);
    CHECK(model.answers[2] == Answer::yes);
    model = after("yynny");
    for (int question = 4; question >= 0; --question) {
        REQUIRE(back(model));
        CHECK(model.question == static_cast<std::size_t>(question));
    }
    CHECK_FALSE(back(model));
}

TEST_CASE("Somebody is told which of their answers speak for it and which against it in plain words")
{
    CHECK(reasons_of(after("yynny")) ==
          std::vector<std::string>{"Taler for: Du er over 18 år.", "Taler for: Du har det svært i dit liv.",
                                   "Taler for: Du har ikke gået på skole med SU.",
                                   "Taler for: Du har ikke fået løn det sidste år.",
                                   "Taler for: Du har boet her i ni af ti år."});
    CHECK(reasons_of(after("yyyy?")) ==
          std::vector<std::string>{"Taler for: Du er over 18 år.", "Taler for: Du har det svært i dit liv.",
                                   "Kan tale imod: Du har gået på en skole med SU.",
                                   "Spørg om: din løn det sidste år",
                                   "Spørg om: hvor længe du har boet her"});
}

TEST_CASE("After the answers comes what they say, then why, then where to ask with an official page")
{
    for (const auto* given : {"yynny", "nynny", "?????"}) {
        auto model = after(given);
        CHECK(shown(model).thought.sentences.back() == "Det er din kommune, der siger ja eller nej.");
        CHECK(update(model, GoOn{}) == Effect::none);
        CHECK(shown(model).lines.size() == 5);
        CHECK(update(model, GoOn{}) == Effect::none);
        const auto next = shown(model);
        REQUIRE(next.thought.qr);
        CHECK(next.thought.qr->content.starts_with("https://"));
        CHECK(next.next == "Færdig");
        CHECK(update(model, GoOn{}) == Effect::leave);
        // And all the way back, with every answer still there.
        for (int thought = 0; thought < 3; ++thought) REQUIRE(back(model));
        CHECK(model.step == Step::question);
        CHECK(model.answers[4]);
    }
}
