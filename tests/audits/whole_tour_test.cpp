// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <set>
#include <string>

#include "tests/audits/contrast.hpp"
#include "tests/audits/letters.hpp"
#include "tests/audits/public_amounts.hpp"
#include "tests/audits/survey.hpp"
#include "tests/audits/targets.hpp"
#include "tests/audits/wording.hpp"
#include "tests/support/catch.hpp"
#include "tests/tour/scenes.hpp"

using namespace frikort::tests;
using namespace frikort::tests::audits;
namespace ui = frikort::kiosk::ui;
using frikort::core::content::Texts;

namespace {

const std::filesystem::path share = std::filesystem::path{FRIKORT_BINARY} / "share/frikort";

const std::vector<std::string> panels{"10.1:1280x800", "15.6:1920x1080"};

Texts shipped(const std::string& language)
{
    auto texts = Texts::load(share / "locale" / (language + ".mo"));
    REQUIRE(texts);
    return *texts;
}

std::vector<Audit> every_audit(const std::string& language)
{
    const auto own = shipped(language);
    const auto foreign = said_only_in(shipped(language == "da" ? "en" : "da"), own);
    return {
        small_targets,
        close_targets,
        overlapping_hits,
        short_hits,
        small_letters,
        cut_off,
        crowded_text,
        long_lines,
        lonely_words,
        pale_as_listed,
        hard_to_read,
        long_sentences,
        silent,
        [own](const Screen& screen) { return bare_keys(screen, own); },
        [foreign](const Screen& screen) { return foreign_words(screen, foreign); },
        [amounts = public_amounts(share)](const Screen& screen) { return exposed_amounts(screen, amounts); },
    };
}

void holds(const Survey& found)
{
    INFO(found.told());
    CHECK(found.empty());
}

// In both languages; in every theme where the sizes are those that most people meet.
void every_screen_holds(const std::string& panel, ui::TextSize text_size)
{
    Survey found;
    const auto tour = tour::the_tour(share);
    for (const auto* language : {"da", "en"}) {
        const auto audits = every_audit(language);
        for (const auto palette : ui::every_palette) {
            const bool usual = panel == panels[0] && text_size == ui::TextSize::m;
            if (palette != ui::Palette::medium && !usual) continue;
            survey(tour, {*ui::Panel::parse(panel), {text_size, palette}, language}, audits, {}, found);
        }
    }
    holds(found);
}

void every_pixel_holds(ui::Palette palette)
{
    Survey found;
    const auto tour = tour::the_tour(share);
    const auto look_at = [&](const std::string& panel, ui::TextSize text_size) {
        survey(tour, {*ui::Panel::parse(panel), {text_size, palette}, "da"}, {},
               {pale_as_drawn, pale_edges, coloured_pixels}, found);
    };
    look_at(panels[0], ui::TextSize::m);
    look_at(panels[0], ui::TextSize::xl);
    look_at(panels[1], ui::TextSize::m);
    holds(found);
}

} // namespace

TEST_CASE("Every screen can be touched read and understood at 10.1 inch in size S")
{
    every_screen_holds(panels[0], ui::TextSize::s);
}

TEST_CASE("Every screen can be touched read and understood at 10.1 inch in size M")
{
    every_screen_holds(panels[0], ui::TextSize::m);
}

TEST_CASE("Every screen can be touched read and understood at 10.1 inch in size L")
{
    every_screen_holds(panels[0], ui::TextSize::l);
}

TEST_CASE("Every screen can be touched read and understood at 10.1 inch in size XL")
{
    every_screen_holds(panels[0], ui::TextSize::xl);
}

TEST_CASE("Every screen can be touched read and understood at 15.6 inch in size S")
{
    every_screen_holds(panels[1], ui::TextSize::s);
}

TEST_CASE("Every screen can be touched read and understood at 15.6 inch in size M")
{
    every_screen_holds(panels[1], ui::TextSize::m);
}

TEST_CASE("Every screen can be touched read and understood at 15.6 inch in size L")
{
    every_screen_holds(panels[1], ui::TextSize::l);
}

TEST_CASE("Every screen can be touched read and understood at 15.6 inch in size XL")
{
    every_screen_holds(panels[1], ui::TextSize::xl);
}

TEST_CASE("Every screen as drawn keeps 10 to 1 in the colours everybody meets")
{
    every_pixel_holds(ui::Palette::medium);
}

TEST_CASE("Every screen as drawn keeps 4.5 to 1 in soft colours") { every_pixel_holds(ui::Palette::low); }

TEST_CASE("Every screen as drawn is white on black in the dark theme")
{
    every_pixel_holds(ui::Palette::dark);
}

TEST_CASE("Every screen as drawn is black on white in the light theme")
{
    every_pixel_holds(ui::Palette::light);
}

TEST_CASE("The tour shows a day in 2025 and one in a year without a known limit")
{
    std::set<int> years;
    for (const auto& scene : tour::the_tour(share).scenes) years.insert(scene.date.year());
    CHECK(years == std::set<int>{2025, 2026});
}
