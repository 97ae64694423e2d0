// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/steps.hpp"

#include <algorithm>

#include "kiosk/ui/stage.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

const Panel panel{};

// A heading, a long list, and a bar of two; what was touched is noted.
struct LongList {
    std::string acted;
    ListState state;
    std::size_t count = 12;
    std::size_t first_off = 12; // from here on nothing can be chosen
    Stage stage{panel, {}, [this](Ui& ui) {
                    const Rect body = ui.layout().body;
                    ui.heading(ui.layout().heading, "Overskrift");
                    ui.list(body, state,
                            {.count = count,
                             .gap = ui.layout().gap,
                             .height = [&](std::size_t, float) { return ui.theme().target(); },
                             .draw =
                                 [&](std::size_t i, Rect place) {
                                     // Two of them bear one name.
                                     const auto name = "Linje " + std::to_string(i == 9 ? 8 : i);
                                     if (i % 4 == 3)
                                         ui.text(place, name);
                                     else if (ui.button(place, {.label = name,
                                                                .enabled = i < first_off ? Enabled::yes
                                                                                         : Enabled::no}))
                                         acted += std::to_string(i) + " ";
                                 }});
                    const auto places = ui.layout().bar.columns(2, ui.layout().gap);
                    if (ui.button(places[0], {.label = "Tilbage"})) acted += "Tilbage ";
                    if (ui.button(places[1], {.label = "Luk"})) acted += "Luk ";
                }};

    explicit LongList(Stepping stepping)
    {
        stage.ui().set_stepping(stepping);
        stage.settle();
    }
    std::string focused()
    {
        const auto id = stage.ui().focused();
        const Node* node = id ? stage.semantics().find(*id) : nullptr;
        return node ? node->name : "nothing";
    }
    std::vector<std::string> round(KeyPress::Key key, std::size_t steps)
    {
        std::vector<std::string> met;
        for (std::size_t i = 0; i < steps; ++i) {
            stage.press(key);
            met.push_back(focused());
        }
        return met;
    }
};

const std::vector<std::string> all{"Overskrift", "Linje 0",  "Linje 1",  "Linje 2", "Linje 3",
                                   "Linje 4",    "Linje 5",  "Linje 6",  "Linje 7", "Linje 8",
                                   "Linje 8",    "Linje 10", "Linje 11", "Tilbage", "Luk"};

} // namespace

TEST_CASE("Who steps by ear comes to every text and every item of a long list, and round again, both ways")
{
    LongList list{Stepping::everything};
    CHECK(list.round(KeyPress::Key::tab, all.size()) == all);
    CHECK(list.round(KeyPress::Key::tab, all.size()) == all);
    auto backwards = all;
    std::reverse(backwards.begin(), backwards.end());
    backwards.erase(backwards.begin());
    CHECK(list.round(KeyPress::Key::back_tab, backwards.size()) == backwards);
}

TEST_CASE("Each item of a long list can be chosen where the step came to it, two of one name too")
{
    LongList list{Stepping::everything};
    for (std::size_t i = 0; i < all.size(); ++i) {
        list.stage.press(KeyPress::Key::tab);
        list.stage.press(i % 2 == 0 ? KeyPress::Key::enter : KeyPress::Key::space);
    }
    CHECK(list.acted == "0 1 2 4 5 6 8 9 10 Tilbage Luk ");
}

TEST_CASE("A list whose end cannot be chosen is left at its end, both ways")
{
    LongList list{Stepping::everything};
    list.first_off = 10; // but for the text "Linje 11"
    const auto without_10 = [] {
        auto met = all;
        met.erase(std::find(met.begin(), met.end(), "Linje 10"));
        return met;
    }();
    CHECK(list.round(KeyPress::Key::tab, without_10.size()) == without_10);
    list.count = 11;
    list.stage.settle();
    auto met = without_10;
    met.erase(std::find(met.begin(), met.end(), "Linje 11"));
    CHECK(list.round(KeyPress::Key::tab, met.size()) == met);
    std::reverse(met.begin(), met.end());
    met.erase(met.begin());
    CHECK(list.round(KeyPress::Key::back_tab, met.size()) == met);
}

TEST_CASE("Tab without a voice goes to what can be touched and to nothing else")
{
    LongList list{Stepping::targets};
    list.count = 3;
    list.stage.settle();
    CHECK(list.round(KeyPress::Key::tab, 6) ==
          std::vector<std::string>{"Linje 0", "Linje 1", "Linje 2", "Tilbage", "Luk", "Linje 0"});
}

TEST_CASE("A touch anywhere left steps, a touch anywhere right chooses, and nothing else can be touched")
{
    LongList list{Stepping::halves};
    const Rect screen = list.stage.ui().layout().screen;
    const Point left{screen.w * 0.1F, screen.h * 0.2F};
    const Point right{screen.w * 0.9F, screen.h * 0.5F};
    list.stage.tap_at(left);
    CHECK(list.focused() == "Overskrift");
    list.stage.tap_at(left);
    list.stage.tap_at({screen.w * 0.4F, screen.h * 0.95F});
    CHECK(list.focused() == "Linje 1");
    list.stage.tap_at(right);
    CHECK(list.acted == "1 ");
    std::size_t touchable = 0;
    for (const Node& node : list.stage.semantics().nodes()) touchable += node.hit ? 1 : 0;
    CHECK(touchable == 2);
    // What the two places cover is named where it is chosen.
    for (int i = 0; i < 11; ++i) list.stage.tap_at(left);
    CHECK(list.stage.shows("Tilbage"));
    CHECK_FALSE(list.stage.shows("Vælg"));
    list.stage.tap_at(right);
    CHECK(list.acted == "1 Tilbage ");
}

TEST_CASE("The ring is on the glass wherever a step leads")
{
    LongList list{Stepping::everything};
    Picture before = list.stage.picture();
    for (std::size_t i = 0; i < all.size(); ++i) {
        list.stage.press(KeyPress::Key::tab);
        CHECK_FALSE(list.stage.picture() == before);
        before = list.stage.picture();
    }
}

TEST_CASE("The blank of a space that chooses is not typed, and a scanner's blank chooses nothing")
{
    std::string typed;
    std::string scanned;
    int acted = 0;
    Stage stage{panel, {}, [&](Ui& ui) {
                    if (ui.button(ui.layout().bar, {.label = "Luk"})) ++acted;
                    typed += ui.typed();
                    if (const auto line = ui.scanned()) scanned = *line;
                }};
    stage.press(KeyPress::Key::space); // nothing is chosen yet: it is a blank
    stage.type(" ");
    CHECK(typed == " ");
    stage.press(KeyPress::Key::tab);
    stage.press(KeyPress::Key::space);
    stage.type(" ");
    CHECK(acted == 1);
    CHECK(typed == " ");
    stage.pass(Instant{1000});
    for (const char* sign : {"A", " ", "B", "C", "D", "E", "F", "G"}) {
        if (*sign == ' ') stage.ui().hear(KeyPress{KeyPress::Key::space, stage.now()});
        stage.ui().hear(Typed{sign, stage.now()});
    }
    stage.press(KeyPress::Key::enter);
    CHECK(scanned == "A BCDEFG");
    CHECK(acted == 1);
}

TEST_CASE("When what one stands on goes away the next thing in its place is where one stands")
{
    bool shown = false;
    Stage stage{panel, {}, [&](Ui& ui) {
                    const auto rows = ui.layout().body.rows(3, ui.layout().gap);
                    ui.text(rows[0], "Dine tal er skjult");
                    if (!shown && ui.button(rows[1], {.label = "Vis"})) shown = true;
                    if (shown && ui.button(rows[1], {.label = "Skjul"})) shown = false;
                    ui.button(rows[2], {.label = "Luk"});
                }};
    stage.ui().set_stepping(Stepping::everything);
    stage.settle();
    stage.press(KeyPress::Key::tab);
    stage.press(KeyPress::Key::tab);
    stage.press(KeyPress::Key::enter);
    CHECK(shown);
    CHECK(stage.semantics().find(*stage.ui().focused())->name == "Skjul");
}
