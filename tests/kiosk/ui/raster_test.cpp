// SPDX-License-Identifier: MPL-2.0
#include <random>

#include "kiosk/ui/damage.hpp"
#include "kiosk/ui/fill.hpp"
#include "kiosk/ui/raster.hpp"
#include "kiosk/ui/stage.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

struct Canvas {
    Picture picture{64, 64, std::vector<std::uint32_t>(64 * 64, 0xFF000000U)};
    Surface surface{picture.pixels.data(), 64, 64};
    PixelRect all{0, 0, 64, 64};

    void triangle(Point a, Point b, Point c, Rgba colour)
    {
        fill_triangle(
            surface, all,
            {Corner{a.x, a.y, 0, 0, colour}, Corner{b.x, b.y, 0, 0, colour}, Corner{c.x, c.y, 0, 0, colour}},
            {});
    }
    int count(Colour colour) const
    {
        int count = 0;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) count += picture.at(x, y) == colour ? 1 : 0;
        return count;
    }
};

} // namespace

TEST_CASE("Triangles that share edges cover every pixel exactly once")
{
    // Half-transparent white over black: a seam stays black, a pixel painted twice is brighter.
    std::mt19937 chance{7};
    std::uniform_real_distribution<float> inside{8, 56};
    for (int round = 0; round < 200; ++round) {
        Canvas canvas;
        const Rgba half{255, 255, 255, 128};
        const Point middle{inside(chance), inside(chance)};
        const Point corners[4] = {{4, 4}, {60, 4}, {60, 60}, {4, 60}};
        for (int i = 0; i < 4; ++i) {
            // Either way round: the order of corners must not matter.
            if (round % 2 == 0)
                canvas.triangle(middle, corners[i], corners[(i + 1) % 4], half);
            else
                canvas.triangle(corners[(i + 1) % 4], corners[i], middle, half);
        }
        CHECK(canvas.count(Colour::hex(0x808080)) == 56 * 56);
        CHECK(canvas.count(Colour::hex(0x000000)) == 64 * 64 - 56 * 56);
    }
}

TEST_CASE("A rectangle and the two triangles of it are the same pixels")
{
    const Rgba red{200, 30, 40, 255};
    Canvas one;
    fill_rect(one.surface, one.all, 3.5F, 7.25F, 40.5F, 33.75F, red);
    Canvas two;
    two.triangle({3.5F, 7.25F}, {40.5F, 7.25F}, {40.5F, 33.75F}, red);
    two.triangle({3.5F, 7.25F}, {40.5F, 33.75F}, {3.5F, 33.75F}, red);
    CHECK(one.picture == two.picture);
}

TEST_CASE("Blending is exact at both ends and rounded between")
{
    Canvas canvas;
    fill_rect(canvas.surface, canvas.all, 0, 0, 64, 64, {255, 255, 255, 255});
    CHECK(canvas.count(Colour::hex(0xFFFFFF)) == 64 * 64);
    fill_rect(canvas.surface, canvas.all, 0, 0, 64, 32, {0, 0, 0, 0});
    CHECK(canvas.count(Colour::hex(0xFFFFFF)) == 64 * 64);
    fill_rect(canvas.surface, canvas.all, 0, 0, 64, 64, {255, 0, 0, 51}); // a fifth
    CHECK(canvas.count(Colour::hex(0xFFCCCC)) == 64 * 64);
}

TEST_CASE("Nothing is drawn outside the clip")
{
    Canvas canvas;
    canvas.all = {10, 10, 20, 20};
    fill_rect(canvas.surface, canvas.all, -5, -5, 100, 100, {255, 255, 255, 255});
    canvas.triangle({-50, -50}, {200, -50}, {30, 200}, {255, 255, 255, 255});
    CHECK(canvas.count(Colour::hex(0xFFFFFF)) == 400);
}

TEST_CASE("Damage is empty for the same frame and covers what changed, without overlap")
{
    Damage damage{200, 130};
    const auto frame = [&damage](int x, std::uint64_t digest) {
        damage.begin();
        damage.add({0, 0, 200, 130}, 1);
        damage.add({x, 70, 10, 10}, digest);
        return damage.end();
    };
    const auto first = frame(5, 2);
    REQUIRE(first.size() == 1);
    CHECK(first[0] == PixelRect{0, 0, 200, 130});
    CHECK(frame(5, 2).empty());

    const auto moved = frame(150, 2); // gone from one square, arrived in another
    int covered = 0;
    bool old_place = false;
    bool new_place = false;
    for (const PixelRect& part : moved) {
        covered += part.w * part.h;
        old_place |= !part.meet({5, 70, 10, 10}).empty();
        new_place |= !part.meet({150, 70, 10, 10}).empty();
    }
    CHECK(old_place);
    CHECK(new_place);
    CHECK(covered < 200 * 130);
    damage.forget();
    CHECK(frame(150, 2).size() == 1);
}

TEST_CASE("Redrawing only what changed gives the same picture as drawing everything")
{
    const Panel panel{10.1, 1280, 800};
    int shown = 0;
    const auto screen = [&shown](Ui& ui) {
        ui.heading(ui.layout().heading, "Tal");
        for (int i = 0; i < 4; ++i) {
            const auto place = ui.layout().body.grid(2, 2, ui.layout().gap)[static_cast<std::size_t>(i)];
            if (i <= shown % 4) ui.button(place, {.label = std::to_string(shown * i), .icon = Icon::star});
        }
    };
    Ui ui{panel, {}};
    Raster patched{1280, 800};
    for (shown = 0; shown < 9; ++shown) {
        if (shown == 5) ui.set_look({TextSize::xl, Palette::dark});
        ui.begin_frame(Instant{shown * 100});
        screen(ui);
        ui.end_frame();
        Raster whole{1280, 800};
        whole.draw(*ui.drawn(), ui.fonts());
        patched.draw(*ui.drawn(), ui.fonts());
        INFO("frame " << shown);
        CHECK(patched.picture() == whole.picture());
        CHECK(patched.draw(*ui.drawn(), ui.fonts()).empty());
    }
}

TEST_CASE("Drawn into the pixels of a window the picture is the same as the raster's own")
{
    const Panel panel{10.1, 1280, 800};
    std::string told;
    Ui ui{panel, {}};
    std::vector<std::uint32_t> pixels(1280 * 800);
    const Surface window{pixels.data(), 1280, 800};
    Raster into_window{1280, 800};
    Raster own{1280, 800};
    const auto draw = [&] {
        ui.begin_frame(Instant{0});
        ui.heading(ui.layout().heading, told);
        ui.end_frame();
        own.draw(*ui.drawn(), ui.fonts());
        return into_window.draw(*ui.drawn(), ui.fonts(), window);
    };
    for (const auto* next : {"Et", "To", "Tre"}) {
        told = next;
        CHECK_FALSE(draw().empty());
        CHECK(pixels == own.picture().pixels);
    }
    CHECK(draw().empty());

    std::fill(pixels.begin(), pixels.end(), 0xFF123456U); // the window was covered by another
    into_window.forget();
    CHECK(draw() == std::vector{PixelRect{0, 0, 1280, 800}});
    CHECK(pixels == own.picture().pixels);
}

TEST_CASE("A capital H on the screen is as tall as the semantic list says")
{
    for (const TextSize size : every_text_size) {
        Stage stage{
            {10.1, 1280, 800}, {size, Palette::light}, [](Ui& ui) { ui.text(ui.layout().body, "H"); }};
        const Node& node = stage.semantics().nodes().front();
        const Picture& picture = stage.picture();
        int rows = 0;
        for (int y = 0; y < picture.height; ++y) {
            bool ink = false;
            for (int x = 0; x < picture.width; ++x) ink |= picture.at(x, y).r < 128;
            rows += ink ? 1 : 0;
        }
        CHECK(static_cast<float>(rows) == Approx(node.cap_px).margin(0.6));
    }
}

TEST_CASE("A picture is saved as a PNG or says that it could not")
{
    const Picture picture{2, 1, {0xFF102030U, 0xFFFFFFFFU}};
    const auto file = std::filesystem::temp_directory_path() / "frikort-picture-test.png";
    CHECK(picture.save_png(file));
    CHECK(std::filesystem::file_size(file) > 50);
    std::filesystem::remove(file);
    CHECK_FALSE(picture.save_png("/nowhere/at/all.png"));
}
