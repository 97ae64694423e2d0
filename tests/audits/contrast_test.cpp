// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/contrast.hpp"

#include "tests/audits/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests::audits;

namespace {

constexpr std::uint32_t white = 0xFFFFFFFF;
constexpr std::uint32_t ink = 0xFF1A1A1A;
constexpr std::uint32_t pale = 0xFF8A8A8A;

void fill(Picture& picture, const Box& box, std::uint32_t colour)
{
    for (int y = static_cast<int>(box.y); y < static_cast<int>(box.bottom()); ++y)
        for (int x = static_cast<int>(box.x); x < static_cast<int>(box.right()); ++x)
            picture.pixels[static_cast<std::size_t>(y * picture.width + x)] = colour;
}

struct Drawn {
    std::uint32_t letters = ink;
    std::uint32_t edges = ink;
};

// The faultless screen as a picture: a bar of ink for every text, an edge of half a millimetre for every
// target.
Picture drawn(const Screen& screen, Drawn colours = {})
{
    Picture picture;
    picture.width = screen.width_px;
    picture.height = screen.height_px;
    picture.pixels.assign(static_cast<std::size_t>(screen.width_px * screen.height_px), white);
    for (const auto& node : screen.nodes) {
        const auto& box = node.rect;
        if (node.hit) {
            fill(picture, box, colours.edges);
            fill(picture, {box.x + 5, box.y + 5, box.w - 10, box.h - 10}, white);
        }
        fill(picture, {box.x + 20, box.y + 20, 60, 10}, colours.letters);
    }
    return picture;
}

} // namespace

TEST_CASE("Contrast is what WCAG says it is")
{
    CHECK(contrast_of("#000000", "#ffffff") == Approx(21));
    CHECK(contrast_of("#ffffff", "#000000") == Approx(21));
    CHECK(contrast_of("#777777", "#ffffff") == Approx(4.478).epsilon(0.001));
    CHECK(contrast_of("#0f3d3e", "#ffffff") > 10);
    CHECK(contrast_of("#123456", "#123456") == Approx(1));
    CHECK_THROWS(contrast_of("red", "#ffffff"));
}

TEST_CASE("Dark letters and edges on white pass")
{
    const auto screen = faultless();
    CHECK(pale_as_listed(screen).empty());
    CHECK(pale_as_drawn(screen, drawn(screen)).empty());
    CHECK(pale_edges(screen, drawn(screen)).empty());
    CHECK(coloured_pixels(screen, drawn(screen)).empty());
}

TEST_CASE("A pale colour in the list is found by the measure of each theme")
{
    auto screen = faultless();
    screen.nodes[the_text].fg = "#595959"; // 7:1
    CHECK(pale_as_listed(screen).size() == 1);
    screen.theme = "low";
    CHECK(pale_as_listed(screen).empty());
    screen.nodes[the_text].fg = "#8a8a8a";
    CHECK(pale_as_listed(screen).size() == 1);
    screen.theme = "light";
    CHECK(pale_as_listed(screen).size() == screen.nodes.size()); // #1a1a1a is not black
}

TEST_CASE("Letters drawn paler than the list says are found")
{
    const auto screen = faultless();
    CHECK(pale_as_drawn(screen, drawn(screen, {.letters = pale})).size() ==
          3); // all but those with a dark edge
    auto speck = drawn(screen, {.letters = white});
    fill(speck, {100, 100, 4, 4}, ink);
    CHECK(pale_as_drawn(screen, speck).size() == 3);
}

TEST_CASE("A colour that the list gives and the picture does not have is found")
{
    auto screen = faultless();
    const auto picture = drawn(screen);
    screen.nodes[first_button].bg = "#fbf8f3";
    CHECK(pale_as_drawn(screen, picture).size() == 1);
    screen.nodes[first_button].bg = "#ffffff";
    screen.nodes[the_heading].fg = "#0f3d3e";
    CHECK(pale_as_drawn(screen, picture).size() == 1);
}

TEST_CASE("A target whose edge is pale or open at one side is found")
{
    auto screen = faultless();
    CHECK(pale_edges(screen, drawn(screen, {.edges = pale})).size() == 2);
    auto open = drawn(screen);
    const auto& box = screen.nodes[first_button].rect;
    fill(open, {box.x, box.bottom() - 5, box.w, 5}, white);
    CHECK(pale_edges(screen, open).size() == 1);
    screen.nodes[first_button].enabled = false;
    CHECK(pale_edges(screen, open).empty());
}

TEST_CASE("One coloured pixel in black and white is found")
{
    auto screen = faultless();
    auto picture = drawn(screen);
    picture.pixels[17] = 0xFFFFFFFE;
    CHECK(coloured_pixels(screen, picture).empty());
    screen.theme = "dark";
    CHECK(coloured_pixels(screen, picture).size() == 1);
}
