// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/stage.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

constexpr Panel panel{10.1, 1280, 800};

} // namespace

TEST_CASE("A button tapped by role and name answers once")
{
    int pressed = 0;
    Stage stage{panel, {}, [&](Ui& ui) {
                    if (ui.button(ui.layout().bar, {.label = "Gem", .icon = Icon::check})) ++pressed;
                }};
    stage.tap(Role::button, "Gem");
    CHECK(pressed == 1);
    stage.pass(Instant{5000});
    CHECK(pressed == 1);
    stage.tap("Gem");
    CHECK(pressed == 2);
}

TEST_CASE("Tapping what is not there says what is")
{
    Stage stage{
        panel, {}, [](Ui& ui) { ui.button(ui.layout().bar, {.label = "Gem", .enabled = Enabled::no}); }};
    CHECK_THROWS_WITH(stage.tap("Slet"), ContainsSubstring("button: Gem"));
    CHECK_THROWS_WITH(stage.tap("Gem"), ContainsSubstring("nothing to tap"));
}

TEST_CASE("A target shows that a finger is on it, in the frame after the finger came")
{
    Stage stage{
        panel, {TextSize::m, Palette::dark}, [](Ui& ui) { ui.button(ui.layout().bar, {.label = "Gem"}); }};
    const Picture before = stage.picture();
    const Point middle = stage.semantics().find("Gem")->rect.centre();
    stage.finger(Finger::Phase::down, middle);
    stage.settle();
    CHECK_FALSE(stage.picture() == before);
    stage.finger(Finger::Phase::up, middle);
    stage.settle();
    CHECK(stage.picture() == before);
}

TEST_CASE("At rest nothing asks for another frame")
{
    Stage stage{panel, {}, [](Ui& ui) { ui.heading(ui.layout().heading, "Hej"); }};
    const int drawn = stage.frames();
    stage.settle();
    CHECK(stage.frames() == drawn + 1);
    CHECK_FALSE(stage.ui().wants_frame());
    CHECK_FALSE(stage.ui().due());
}

TEST_CASE("Tab goes through every target in reading order and round again, and Enter acts")
{
    std::string acted;
    Stage stage{panel, {}, [&](Ui& ui) {
                    const auto rows = ui.layout().body.rows(3, ui.layout().gap);
                    for (std::size_t i = 0; i < 3; ++i) {
                        const std::string name{"ABC"[i]};
                        const Enabled enabled{i != 1};
                        if (ui.button(rows[i], {.label = name, .enabled = enabled})) acted += name;
                    }
                }};
    const auto focused = [&] {
        const auto id = stage.ui().focused();
        return id ? stage.semantics().find(*id)->name : std::string{"nothing"};
    };
    CHECK(focused() == "nothing");
    const Picture without = stage.picture();
    stage.press(KeyPress::Key::tab);
    CHECK(focused() == "A");
    CHECK_FALSE(stage.picture() == without);
    stage.press(KeyPress::Key::tab);
    CHECK(focused() == "C"); // B cannot be used now
    stage.press(KeyPress::Key::enter);
    CHECK(acted == "C");
    stage.press(KeyPress::Key::tab);
    CHECK(focused() == "A");
    stage.press(KeyPress::Key::back_tab);
    CHECK(focused() == "C");
    stage.tap("A");
    CHECK(focused() == "nothing");
}

TEST_CASE("The focus ring is at least 1 mm broad and stands out three to one")
{
    for (const Palette palette : every_palette) {
        Stage stage{
            panel, {TextSize::m, palette}, [](Ui& ui) { ui.button(ui.layout().bar, {.label = "Gem"}); }};
        stage.press(KeyPress::Key::tab);
        const Picture& picture = stage.picture();
        const Rect rect = stage.semantics().find("Gem")->rect;
        const Colours colours = colours_of(palette);
        int ring = 0;
        for (int y = static_cast<int>(rect.y) - 1; y > static_cast<int>(rect.y) - 20; --y)
            ring += picture.at(static_cast<int>(rect.centre().x), y) == colours.focus ? 1 : 0;
        CHECK(static_cast<float>(ring) >= panel.px(1.0F) - 0.5F);
        CHECK(contrast(colours.focus, colours.paper) >= 3);
    }
}

TEST_CASE("What a scanner types is one line, and reaches no field as letters")
{
    std::string scanned;
    std::string typed;
    Stage stage{panel, {}, [&](Ui& ui) {
                    if (const auto line = ui.scanned()) scanned += *line + "|";
                    typed += ui.typed();
                }};
    stage.scan("FRIKORT1:ABCDEFGH");
    stage.scan("FRIKORT1:SECOND99");
    CHECK(scanned == "FRIKORT1:ABCDEFGH|FRIKORT1:SECOND99|");
    stage.pass(Instant{1000});
    CHECK(typed.empty());
}

TEST_CASE("What a hand types comes letter by letter, and none is lost or joined to a scan")
{
    std::string typed;
    int scans = 0;
    Stage stage{panel, {}, [&](Ui& ui) {
                    typed += ui.typed();
                    scans += ui.scanned() ? 1 : 0;
                }};
    stage.type("1");
    stage.type("2");
    stage.type("æ7");
    CHECK(typed == "12æ7");
    stage.press(KeyPress::Key::enter);
    CHECK(scans == 0);
}

TEST_CASE("Changing size or colours at run time redraws everything in the new look")
{
    Stage stage{panel, {}, [](Ui& ui) {
                    if (ui.button(ui.layout().bar, {.label = "Meget stor"}))
                        ui.set_look({TextSize::xl, Palette::dark});
                }};
    const float before = stage.semantics().find("Meget stor")->cap_px;
    stage.tap("Meget stor");
    const Node* after = stage.semantics().find("Meget stor");
    CHECK(after->cap_px > before * 1.5F);
    CHECK(after->rect.h >= panel.px(30));
    CHECK(stage.picture().at(1, 1) == Colour::hex(0x000000));
    CHECK(stage.picture().at(1, 1) == colours_of(Palette::dark).paper);
}

TEST_CASE("Text follows the ground it stands on, and its node tells both colours")
{
    Stage stage{panel, {}, [](Ui& ui) {
                    const auto halves = ui.layout().body.columns(2, ui.layout().gap);
                    ui.text(halves[0], "på papir");
                    ui.card(halves[1], Ground::action);
                    ui.text(halves[1].inset(40), "på mørkt", {.privacy = Privacy::personal});
                }};
    const Colours colours = colours_of(Palette::medium);
    CHECK(stage.semantics().find("på papir")->fg == colours.ink);
    CHECK(stage.semantics().find("på papir")->bg == colours.paper);
    CHECK(stage.semantics().find("på mørkt")->fg == colours.on_action);
    CHECK(stage.semantics().find("på mørkt")->bg == colours.action);
    CHECK(stage.semantics().find("på mørkt")->privacy == Privacy::personal);
    CHECK(stage.semantics().find("på papir")->privacy == Privacy::open);
}

TEST_CASE("Text that does not fit its rectangle is drawn whole and the list tells that it is outside")
{
    Stage stage{panel, {}, [](Ui& ui) {
                    const Rect narrow = ui.layout().body.left_part(ui.px(40)).top_part(ui.px(12));
                    ui.text(narrow, "Dette er meget mere tekst end der er plads til");
                    ui.text(ui.layout().body.right_part(ui.px(120)), "Det passer");
                }};
    const Node& cut = stage.semantics().nodes()[0];
    CHECK_FALSE(cut.clip.contains(cut.rect));
    CHECK(cut.lines.size() > 2);
    const Node& whole = stage.semantics().nodes()[1];
    CHECK(whole.clip.grown(1).contains(whole.rect));
}

TEST_CASE("An option that is chosen is told and shown by more than its colour")
{
    Selected selected = Selected::no;
    Stage stage{panel, {TextSize::m, Palette::light}, [&](Ui& ui) {
                    if (ui.option(ui.layout().bar, {.label = "Ja", .selected = selected}))
                        selected = Selected::yes;
                }};
    const Picture before = stage.picture();
    stage.tap(Role::option, "Ja");
    const Node* node = stage.semantics().find(Role::option, "Ja");
    CHECK(node->selected == Selected::yes);
    CHECK(node->spoken == "Valgt: Ja");
    CHECK_FALSE(stage.picture() == before); // black and white only: it is not the colour
}
