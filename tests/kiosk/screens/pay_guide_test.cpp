// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/pay_guide/pay_guide.hpp"

#include "kiosk/app/assets.hpp"
#include "tests/support/catch.hpp"

// "Hvad må jeg tjene?" without a window.

using namespace frikort::kiosk::screens::pay_guide;
using frikort::core::money::Money;
using frikort::kiosk::widgets::PadKey;
namespace app = frikort::kiosk::app;
namespace ui = frikort::kiosk::ui;

namespace {

const app::Assets& shipped()
{
    static const auto assets = app::Assets::load(std::filesystem::path{FRIKORT_BINARY} / "share/frikort");
    return assets;
}

void type(Model& model, std::string_view signs)
{
    for (const char sign : signs)
        update(model, Pad{sign == ',' ? PadKey::comma : static_cast<PadKey>(sign - '0')});
}

Model typed(std::string_view hours, std::string_view rate)
{
    Model model;
    type(model, hours);
    update(model, Pad{PadKey::action});
    type(model, rate);
    update(model, Pad{PadKey::action});
    return model;
}

View shown(const Model& model, int year = 2025, const std::string& language = "da")
{
    return view(model, *shipped().pay_guide_of(language), shipped().links, shipped().allowances, year,
                shipped().of(language));
}

std::string said(const Model& model, int year = 2025, const std::string& language = "da")
{
    std::string all;
    const auto view = shown(model, year, language);
    for (const auto& sentence : view.thought->sentences) all += ui::plain(sentence) + "\n";
    return all;
}

} // namespace

TEST_CASE("Hours and pay become a month and a year, and the year stands beside the limit with its year")
{
    auto model = typed("5", "140");
    REQUIRE(model.step == Step::sum);
    CHECK(said(model) == "Du skrev 5 timer om ugen til 140 kr. i timen.\nDet er cirka 3.033 kr. om måneden.\n"
                         "Med arbejde hver uge er det cirka 36.400 kr. om året.\n");
    CHECK(shown(model).thought->privacy == ui::Privacy::personal);
    update(model, GoOn{});
    CHECK(said(model) ==
          "Grænsen i 2025 er 42.766 kr.\nEfter dine egne tal er der cirka 6.366 kr. tilbage på et år.\n"
          "Det rigtige tal står på socialtfrikort.dk.\n");
    CHECK(update(model, AboutLimit{}) == Effect::about_limit);
    CHECK(update(model, GoOn{}) == Effect::leave);
}

TEST_CASE("More than the limit is said, and so is that the municipality knows what happens then")
{
    auto model = typed("10", "150,50");
    update(model, GoOn{});
    const auto text = said(model);
    INFO(text);
    CHECK(text.find("cirka 35.494 kr. højere") != std::string::npos);
    CHECK(text.find("Spørg din kommune") != std::string::npos);
}

TEST_CASE("A year without a known limit says so, and names the year of the limit it shows")
{
    auto model = typed("5", "140");
    update(model, GoOn{});
    CHECK(said(model, 2026).starts_with("Vi kender ikke grænsen for 2026.\nI 2025 var den 42.766 kr.\n"));
    CHECK(said(model, 2026, "en")
              .starts_with("We do not know the limit for 2026.\nIn 2025 it was 42,766 kr.\n"));
}

TEST_CASE("What cannot be hours or pay is told in words, and nothing typed is lost")
{
    Model model;
    update(model, Pad{PadKey::action});
    CHECK(model.problem == Problem::no_number);
    type(model, "168,1");
    CHECK(model.problem == Problem::none);
    update(model, Pad{PadKey::action});
    CHECK(model.problem == Problem::too_many_hours);
    CHECK(model.hours == "168,1");
    CHECK(shown(model).told == "Der er kun 168 timer på en uge.");
    for (int sign = 0; sign < 2; ++sign) update(model, Pad{PadKey::erase});
    update(model, Pad{PadKey::action});
    REQUIRE(model.step == Step::rate);
    type(model, "10000");
    update(model, Pad{PadKey::action});
    CHECK(model.problem == Problem::too_much);
    update(model, Read{});
    update(model, Pad{PadKey::erase});
    update(model, Pad{PadKey::action});
    CHECK(model.step == Step::sum);
    CHECK(back(model));
    CHECK(model.rate == "1000");
    CHECK(back(model));
    CHECK(model.hours == "168");
    CHECK_FALSE(back(model));
}

TEST_CASE("Hours and pay are read as people type them, at their limits")
{
    CHECK(minutes_a_week("7,5") == 450);
    CHECK(minutes_a_week("168") == 168 * 60);
    CHECK(minutes_a_week("168,01").error() == Problem::too_many_hours);
    CHECK(minutes_a_week("0").error() == Problem::no_number);
    CHECK(minutes_a_week("").error() == Problem::no_number);
    CHECK(minutes_a_week("99999999999999999999").error() == Problem::too_many_hours);
    CHECK(an_hour("9999") == Money::kroner(9'999));
    CHECK(an_hour("9999,01").error() == Problem::too_much);
    CHECK(an_hour("12,345").error() == Problem::no_number);
    CHECK(an_hour("0,00").error() == Problem::no_number);
}
