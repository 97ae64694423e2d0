// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/ui/stage.hpp"
#include "kiosk/widgets/month_chart.hpp"
#include "kiosk/widgets/number_pad.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/picture_pad.hpp"
#include "kiosk/widgets/qr_frame.hpp"
#include "kiosk/widgets/tile_grid.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;
using namespace frikort::kiosk::widgets;

namespace {

constexpr Panel panels[] = {{10.1, 1280, 800}, {15.6, 1920, 1080}};

BarPlaces bar_of(std::array<const char*, 4> labels)
{
    return {{{labels[0], Icon::arrow_left},
             {labels[1], Icon::sound},
             {labels[2], Icon::settings},
             {labels[3], Icon::home}}};
}

// What holds on every screen: nothing cut, nothing too small, nothing overlapping, letters large enough.
void audit(const Stage& stage, const std::vector<std::string>& small_ones = {})
{
    const Theme& theme = const_cast<Stage&>(stage).ui().theme();
    const float mm = theme.panel().px_per_mm();
    const auto& nodes = stage.semantics().nodes();
    for (const Node& node : nodes) {
        INFO(name_of(node.role) << " \"" << node.name << "\" at " << theme.panel().diagonal_inch << " inch, "
                                << name_of(theme.look().text_size));
        CHECK(node.clip.grown(1).contains(node.rect));
        CHECK(node.spoken.size() > 0);
        if (node.cap_px > 0) CHECK(node.cap_px / mm >= 3.5F);
        if (node.cap_px > 0 && theme.look().text_size == TextSize::m) CHECK(node.cap_px / mm >= 4.8F);
        if (!node.hit) continue;
        const bool is_small = std::find(small_ones.begin(), small_ones.end(), node.name) != small_ones.end();
        CHECK(node.rect.shortest() / mm >= (is_small ? Theme::small_target_mm : theme.target_mm()));
        CHECK(node.hit->grown(0.01F).contains(node.rect));
        for (const Node& other : nodes) {
            if (&other == &node || !other.hit) continue;
            CHECK_FALSE(node.rect.grown(theme.least_gap() / 2 - 0.01F)
                            .overlaps(other.rect.grown(theme.least_gap() / 2 - 0.01F)));
            CHECK_FALSE(node.hit->overlaps(*other.hit));
        }
    }
}

template <class Draw>
void on_every_panel(Draw draw)
{
    for (const Panel& panel : panels)
        for (const TextSize size : every_text_size) draw(panel, Look{size, Palette::medium});
}

} // namespace

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

TEST_CASE("Every key of the number pad can be pressed, at every size on every panel")
{
    on_every_panel([](const Panel& panel, Look look) {
        std::string pressed;
        int erased = 0;
        int next = 0;
        Stage stage{panel, look, [&](Ui& ui) {
                        const auto top = page_top(ui, "Hvor meget fik du?", {.text = "4 af 4"});
                        const auto key = number_pad(ui, top.body,
                                                    {.comma = Comma::yes,
                                                     .action = "Næste",
                                                     .field = {.name = "Løn", .value = "350 kr."},
                                                     .hint = "Skriv alt, du fik.\nOgså feriepenge."});
                        if (key) {
                            if (const auto c = character_of(*key)) pressed += *c;
                            erased += *key == PadKey::erase ? 1 : 0;
                            next += *key == PadKey::action ? 1 : 0;
                        }
                        bottom_bar(ui, bar_of({"Tilbage", "Læs højt", "Visning", "Luk"}));
                    }};
        audit(stage, {","});
        for (const char* digit : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ","})
            stage.tap(Role::key, digit);
        stage.tap(Role::key, "Slet et tal");
        stage.tap(Role::button, "Næste");
        CHECK(pressed == "0123456789,");
        CHECK(erased == 1);
        CHECK(next == 1);
        // The main action is always bottom right of the body.
        const Rect action = stage.semantics().find("Næste")->rect;
        const Rect body = stage.ui().layout().body;
        CHECK(action.right() == body.right());
        CHECK(action.bottom() == body.bottom());
        CHECK(stage.semantics().find("Næste")->lines == std::vector<std::string>{"Næste"});
    });
}

TEST_CASE("Digits typed on a keyboard are the pad's keys")
{
    std::string pressed;
    Stage stage{panels[0], {}, [&](Ui& ui) {
                    const auto key =
                        number_pad(ui, ui.layout().body, {.action = "Næste", .field = {.name = "Kode"}});
                    if (key && character_of(*key)) pressed += *character_of(*key);
                    if (key == PadKey::erase) pressed.pop_back();
                }};
    stage.type("12");
    stage.type("x3,");
    CHECK(pressed == "123"); // no comma asked for
    stage.press(KeyPress::Key::backspace);
    CHECK(pressed == "12");
}

TEST_CASE("All sixteen pictures can be reached at every size, and none is ever shown as chosen")
{
    on_every_panel([](const Panel& panel, Look look) {
        constexpr std::array<std::string_view, 16> names{
            "sol",     "hus", "cykel", "pote",   "kop",  "hjerte", "stjerne", "træ",
            "paraply", "båd", "bus",   "blomst", "node", "kage",   "anker",   "bold"};
        std::vector<std::size_t> touched;
        PicturePadState state;
        Stage stage{
            panel, look, [&](Ui& ui) {
                const auto top = page_top(ui, "Vælg fem billeder");
                const auto what = picture_pad(
                    ui, top.body,
                    {.names = names, .chosen = 2, .progress_spoken = "2 af 5 billeder", .action = "Næste"},
                    state);
                if (what && what->what == PictureTouched::What::picture) touched.push_back(what->picture);
            }};
        audit(stage);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!stage.semantics().find(names[i])) stage.tap("Flere billeder");
            const Picture before = stage.picture();
            stage.tap(Role::key, names[i]);
            CHECK(stage.picture() == before);
        }
        std::vector<std::size_t> all(16);
        for (std::size_t i = 0; i < 16; ++i) all[i] = i;
        CHECK(touched == all);
    });
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
                        const auto top =
                            page_top(ui, "Hej. Hvad vil du?", {.button = {.label = "Kun personale"}});
                        if (const auto tile = tile_grid(ui, top.body, 2, tiles)) touched = tile;
                        bottom_bar(ui, bar_of({"English", "Læs højt", "Visning", ""}));
                    }};
        audit(stage, {"Kun personale"});
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
                  body_top = page_top(ui, "Hvor gemmer du kortet, så du kan finde det?").body.y;
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
