// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/theme.hpp"

#include "kiosk/ui/fonts.hpp"
#include "kiosk/ui/layout.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

constexpr Panel small_panel{10.1, 1280, 800};
constexpr Panel large_panel{15.6, 1920, 1080};

double least_contrast(Palette palette)
{
    const Colours c = colours_of(palette);
    double least = 21;
    const auto pair = [&least](Colour on, Colour ground) { least = std::min(least, contrast(on, ground)); };
    for (const Colour ground : {c.paper, c.surface, c.tint_mint, c.tint_sand}) pair(c.ink, ground);
    for (const Colour ground : {c.paper, c.surface, c.tint_mint}) pair(c.control, ground);
    pair(c.on_action, c.action);
    pair(c.on_accent, c.accent);
    pair(c.on_pressed, c.pressed);
    pair(c.focus, c.paper);
    return least;
}

} // namespace

TEST_CASE("Text, icons and edges stand out ten to one for everybody, and twenty to one for those who ask")
{
    CHECK(least_contrast(Palette::medium) >= 10);
    CHECK(least_contrast(Palette::low) >= 4.5);
    CHECK(least_contrast(Palette::low) < 10);
    CHECK(least_contrast(Palette::dark) >= 20);
    CHECK(least_contrast(Palette::light) >= 20);
}

TEST_CASE("Contrast is measured as WCAG measures it")
{
    CHECK(contrast(Colour::hex(0x000000), Colour::hex(0xFFFFFF)) == Approx(21));
    CHECK(contrast(Colour::hex(0x777777), Colour::hex(0xFFFFFF)) == Approx(4.478).margin(0.001));
    CHECK(Colour::hex(0x0F3D3E).css() == "#0f3d3e");
}

TEST_CASE("Capital letters keep within their band on the glass, at every size and on every panel")
{
    struct Band {
        TextSize size;
        float low;
        float high;
    };
    for (const Panel& panel : {small_panel, large_panel}) {
        for (const Band& band : {Band{TextSize::s, 3.5F, 4.2F}, Band{TextSize::m, 4.8F, 5.6F},
                                 Band{TextSize::l, 6.4F, 7.1F}, Band{TextSize::xl, 8.5F, 9.0F}}) {
            const Theme theme{panel, {band.size, Palette::medium}};
            const Fonts fonts{theme};
            for (const Face face : {Face::body, Face::label}) {
                INFO(name_of(band.size) << " on " << panel.diagonal_inch << " inch");
                CHECK(fonts.cap_px(face) / panel.px_per_mm() >= band.low);
                CHECK(fonts.cap_px(face) / panel.px_per_mm() <= band.high);
            }
            for (const Face face : {Face::title, Face::heading, Face::number})
                CHECK(fonts.cap_px(face) >= fonts.cap_px(Face::body));
        }
    }
}

TEST_CASE("Danish letters, dashes, the euro sign and the dots of a code can all be written")
{
    const Fonts fonts{Theme{small_panel, {}}};
    for (const char32_t letter : U"æøåÆØÅéüŻłşőțș–—’”…•€−●○")
        if (letter != 0) CHECK(fonts.has(Face::body, letter));
    CHECK(fonts.has(Face::number, U'8'));
    CHECK_FALSE(fonts.has(Face::body, U'中'));
}

TEST_CASE("A missing font is named and not guessed at")
{
    CHECK_THROWS_WITH((Fonts{Theme{small_panel, {}}, FontFiles{"/nowhere/", "/nowhere/icons.ttf"}}),
                      ContainsSubstring("/nowhere/Inter-Regular.otf"));
}

TEST_CASE("A panel is its diagonal in inches and its pixels")
{
    const auto panel = Panel::parse("10.1:1280x800");
    REQUIRE(panel);
    CHECK(panel->px_per_mm() == Approx(5.884).margin(0.001));
    CHECK(panel->px(20) == Approx(117.7).margin(0.1));
    CHECK(Panel::parse("15.6:1080x1920")->portrait());
    for (const char* wrong :
         {"", "10.1", "10.1:", ":1280x800", "10.1:1280", "10.1:1280x", "ten:1280x800", "10.1:1280x800 ",
          "0:1280x800", "10.1:12x8", "10.1:-1280x800", "nan:1280x800", "10.1:99999x800"})
        CHECK_FALSE(Panel::parse(wrong));
}

TEST_CASE("The grid has room for four rows of 20 mm, and in big mode for two of 30 mm and a field")
{
    const Layout normal = Layout::of(Theme{small_panel, {}});
    const float mm = small_panel.px_per_mm();
    for (const Rect& row : normal.body.rows(4, normal.key_gap)) CHECK(row.h / mm >= 20);
    CHECK(normal.bar.h / mm >= 20);
    CHECK(normal.key_gap / mm >= Theme::least_gap_mm);
    CHECK(normal.gap / mm >= Theme::least_gap_mm);
    CHECK(normal.bar.bottom() < normal.screen.bottom());
    CHECK(normal.body.bottom() + normal.gap == normal.bar.y);

    const Layout big = Layout::of(Theme{small_panel, {TextSize::xl, Palette::medium}});
    CHECK(big.bar.h / mm >= 30);
    CHECK((big.body.h - 2 * big.key_gap) / mm >= 2 * 30 + Theme::small_target_mm);
}

TEST_CASE("Names of sizes and palettes read back as what they are")
{
    for (const TextSize size : every_text_size) CHECK(text_size_named(name_of(size)) == size);
    for (const Palette palette : every_palette) CHECK(palette_named(name_of(palette)) == palette);
    CHECK_FALSE(text_size_named("m"));
    CHECK_FALSE(palette_named("Dark"));
}
