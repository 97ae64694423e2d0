// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/ui/stage.hpp"
#include "kiosk/widgets/month_chart.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/qr_frame.hpp"
#include "kiosk/widgets/tile_grid.hpp"
#include "tests/kiosk/widgets/on_every_panel.hpp"

using namespace frikort::tests::widgets;

TEST_CASE("The bottom bar has its four places at every size, in Danish and in English")
{
    for (const auto& labels : {std::array{"Tilbage", "Læs højt", "Visning", "Forside"},
                               std::array{"Back", "Read aloud", "Display", "Home"},
                               std::array{"English", "Læs højt", "Visning", ""},
                               std::array{"Tilbage", "Læs højt", "Visning", "Luk"}}) {
        on_every_panel([&](const Panel& panel, Look look) {
            std::optional<std::size_t> touched;
            Stage stage{panel, look, [&](Ui& ui) {
                            if (const auto place = bottom_bar(ui, bar_of(labels))) touched = place;
                        }};
            audit(stage);
            for (const Node& node : stage.semantics().nodes()) {
                INFO(node.name);
                CHECK((node.lines.size() == 1 || node.name == "Read aloud"));
            }
            stage.tap(labels[2]);
            CHECK(touched == 2U);
            CHECK(stage.semantics().nodes().front().rect.x == stage.ui().layout().bar.x);
            CHECK(stage.semantics().nodes().back().rect.right() == stage.ui().layout().bar.right());
        });
    }
}

TEST_CASE("On the smallest screen the bar shows its icons, until letters are too large for them")
{
    // Five columns of places tell nothing: a place is narrower with its icon gone.
    const auto width_of_close = [](TextSize size) {
        Stage stage{panels[0], {size, Palette::medium}, [](Ui& ui) {
                        bottom_bar(ui, bar_of({"Tilbage", "Læs højt", "Visning", "Luk"}));
                    }};
        return stage.semantics().find("Luk")->rect.w / stage.semantics().find("Tilbage")->rect.w;
    };
    CHECK(width_of_close(TextSize::m) == Approx(1).margin(0.01));
    CHECK(width_of_close(TextSize::xl) < 0.8F);
}

TEST_CASE("A QR code is black on white with a quiet zone of four in every palette")
{
    for (const Palette palette : every_palette) {
        Stage stage{panels[0], {TextSize::m, palette}, [](Ui& ui) {
                        qr_frame(ui, ui.layout().body,
                                 {.content = "FRIKORT1:ABCDEFGHJKLMNPQRSTUV",
                                  .name = "Dit kort",
                                  .spoken = "En kode til din telefon"});
                    }};
        const Node* node = stage.semantics().find(Role::qr, "Dit kort");
        REQUIRE(node);
        CHECK(node->spoken == "En kode til din telefon");
        CHECK(node->rect.w == node->rect.h);
        const Picture& picture = stage.picture();
        const int x = static_cast<int>(node->rect.x);
        const int y = static_cast<int>(node->rect.y);
        int first_black = 0;
        while (picture.at(x + first_black, y + first_black) == Colour::hex(0xFFFFFF)) ++first_black;
        CHECK(picture.at(x + first_black, y + first_black) == Colour::hex(0x000000));
        int finder = 0; // the first bar of the finder pattern is seven modules long
        while (picture.at(x + first_black + finder, y + first_black) == Colour::hex(0x000000)) ++finder;
        CHECK(first_black * 7 == finder * 4);
    }
}

TEST_CASE("Tiles of one grid have one shape, and keep their words whole at every size")
{
    const std::vector<Tile> tiles{
        {.title = "Om frikortet", .detail = "Tjen uden skat", .icon = Icon::bulb},
        {.title = "Min bog", .detail = "Skriv din løn ned", .icon = Icon::book, .fill = Fill::filled},
        {.title = "Find arbejde", .detail = "Vi hjælper dig", .icon = Icon::work},
        {.title = "Få hjælp", .detail = "Skriv til os", .icon = Icon::chat}};
    on_every_panel([&](const Panel& panel, Look look) {
        std::optional<std::size_t> touched;
        Stage stage{panel, look, [&](Ui& ui) {
                        const auto body = page_top(ui, "Hej. Hvad vil du?");
                        if (const auto tile = tile_grid(ui, body, 2, tiles)) touched = tile;
                        bottom_bar(ui, bar_of({"English", "Læs højt", "Visning", ""}));
                    }};
        audit(stage);
        const bool detailed = stage.semantics().find("Min bog")->lines.size() > 1;
        for (const Tile& tile : tiles) {
            const Node* node = stage.semantics().find(tile.title);
            CHECK((node->lines.size() > 1) == detailed);
            CHECK(node->lines.front() == tile.title);
            CHECK(node->spoken == std::string{tile.title} + ". " + std::string{tile.detail});
        }
        stage.tap("Find arbejde");
        CHECK(touched == 2U);
    });
}

TEST_CASE("Options that do not all fit are paged, each still a full target")
{
    on_every_panel([](const Panel& panel, Look look) {
        ListState state;
        std::size_t chosen = 99;
        Stage stage{panel, look, [&](Ui& ui) {
                        cell_grid(ui, ui.layout().body, state,
                                  {.count = 8, .across = 2, .draw = [&](std::size_t i, Rect place) {
                                       if (ui.option(place, {.label = "Valg " + std::to_string(i)}))
                                           chosen = i;
                                   }});
                    }};
        audit(stage);
        for (int pages = 0; !stage.semantics().find("Valg 7") && pages < 10; ++pages) stage.tap("Mere");
        stage.tap(Role::option, "Valg 7");
        CHECK(chosen == 7);
    });
}

TEST_CASE("A heading too long for its row goes down a size before it takes a second line")
{
    Stage stage{panels[0], {TextSize::m, Palette::medium}, [](Ui& ui) {
                    page_top(ui, "Hvor gemmer du kortet, så du kan finde det?");
                }};
    const Node& heading = stage.semantics().nodes().front();
    CHECK(heading.role == Role::heading);
    CHECK(heading.lines.size() == 1);
    CHECK(heading.clip.grown(1).contains(heading.rect));

    float body_top = 0;
    Stage big{panels[0], {TextSize::xl, Palette::medium}, [&](Ui& ui) {
                  body_top = page_top(ui, "Hvor gemmer du kortet, så du kan finde det?").y;
              }};
    const Node& two = big.semantics().nodes().front();
    CHECK(two.lines.size() == 2);
    CHECK(two.clip.grown(1).contains(two.rect));
    CHECK(body_top >= two.rect.bottom());
}

TEST_CASE("The months are one picture with words for each of them, and private unless said otherwise")
{
    Stage stage{panels[0], {}, [](Ui& ui) {
                    MonthChart months{.name = "Løn i 2025", .most = "2.400 kr."};
                    months.ore[0] = 35000;
                    months.ore[7] = 240000;
                    months.letters = {"J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"};
                    months.spoken[0] = "Januar: 350 kr.";
                    months.spoken[7] = "August: 2.400 kr.";
                    month_chart(ui, ui.layout().body, months);
                }};
    const Node* chart = stage.semantics().find(Role::chart, "Løn i 2025");
    REQUIRE(chart);
    CHECK(chart->privacy == Privacy::personal);
    CHECK(chart->spoken == "Løn i 2025. Januar: 350 kr.. August: 2.400 kr.");
    CHECK(chart->lines.size() == 13);
    audit(stage);
}
