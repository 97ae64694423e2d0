// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/number_pad.hpp"
#include "kiosk/widgets/picture_pad.hpp"
#include "tests/kiosk/widgets/on_every_panel.hpp"

using namespace frikort::tests::widgets;

namespace {

constexpr std::array<std::string_view, 16> names{"sol",     "hus",  "cykel",   "pote", "kop", "hjerte",
                                                 "stjerne", "træ",  "paraply", "båd",  "bus", "blomst",
                                                 "node",    "kage", "anker",   "bold"};

} // namespace

TEST_CASE("Every key of the number pad can be pressed, at every size on every panel")
{
    on_every_panel([](const Panel& panel, Look look) {
        std::string pressed;
        int erased = 0;
        int next = 0;
        Stage stage{panel, look, [&](Ui& ui) {
                        const auto key = number_pad(ui, {.heading = "Hvor meget fik du?",
                                                         .corner = "4 af 4",
                                                         .comma = Comma::yes,
                                                         .action = "Næste",
                                                         .field = {.name = "Løn", .value = "350 kr."},
                                                         .hint = "Skriv alt, du fik."});
                        if (key) {
                            if (const auto c = character_of(*key)) pressed += *c;
                            erased += *key == PadKey::erase ? 1 : 0;
                            next += *key == PadKey::action ? 1 : 0;
                        }
                        bottom_bar(ui, bar_of({"Tilbage", "Læs højt", "Visning", "Luk"}));
                    }};
        audit(stage);
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
                    const auto key = number_pad(ui, {.action = "Næste", .field = {.name = "Kode"}});
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
        std::vector<std::size_t> touched;
        PicturePadState state;
        Stage stage{panel, look, [&](Ui& ui) {
                        const auto what = picture_pad(ui,
                                                      {.heading = "Vælg fem billeder",
                                                       .names = names,
                                                       .chosen = 2,
                                                       .progress_spoken = "2 af 5 billeder",
                                                       .action = "Næste"},
                                                      state);
                        if (what && what->what == PictureTouched::What::picture)
                            touched.push_back(what->picture);
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

TEST_CASE("The other way to answer is as large as any target, and stays where it is at every size")
{
    on_every_panel([](const Panel& panel, Look look) {
        bool pictures = false;
        int turned = 0;
        PicturePadState state;
        Stage stage{panel, look, [&](Ui& ui) {
                        if (!pictures) {
                            const auto key = number_pad(ui, {.heading = "Tryk din kode",
                                                             .action = "Åbn",
                                                             .field = {.name = "Kode"},
                                                             .other = "Brug billeder"});
                            if (key == PadKey::other) pictures = true, ++turned;
                        } else {
                            const auto touched = picture_pad(ui,
                                                             {.heading = "Tryk dine billeder",
                                                              .names = names,
                                                              .progress_spoken = "0 af 5 billeder",
                                                              .action = "Åbn",
                                                              .other = "Brug tal"},
                                                             state);
                            if (touched && touched->what == PictureTouched::What::other)
                                pictures = false, ++turned;
                        }
                        bottom_bar(ui, bar_of({"Tilbage", "Læs højt", "Visning", "Luk"}));
                    }};
        audit(stage);
        stage.tap(Role::button, "Brug billeder");
        audit(stage);
        stage.tap(Role::button, "Brug tal");
        CHECK(turned == 2);
    });
}
