// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/spoken.hpp"

#include "kiosk/ui/stage.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

const Panel panel{};
constexpr const char* instead = "Tallet står på skærmen";

// What a widget says to everybody and to who wears headphones.
struct Said {
    std::string everybody;
    std::string own;
};
Said said_by(const std::function<void(Ui&, Rect)>& draw)
{
    Stage stage{panel, {}, [&](Ui& ui) { draw(ui, ui.layout().body); }};
    const Node& node = stage.semantics().nodes().front();
    return {heard(node, Ears::everybody), heard(node, Ears::own)};
}

} // namespace

TEST_CASE("In the place of every amount it is said that the number is on the screen")
{
    CHECK(without_amounts("350 kr.", instead) == "Tallet står på skærmen.");
    CHECK(without_amounts("Du skrev 35.000\u00a0kr. Er det rigtigt?", instead) ==
          "Du skrev: tallet står på skærmen. Er det rigtigt?");
    CHECK(without_amounts("Efter dine tal: 42.416 kr. tilbage. Grænsen i 2025: 42.766 kr.", instead) ==
          "Efter dine tal: tallet står på skærmen tilbage. Grænsen i 2025: tallet står på skærmen.");
    CHECK(without_amounts("1.475,50 kroner den 20. november 2025", instead) ==
          "Tallet står på skærmen den 20. november 2025");
    CHECK(without_amounts("12\u00a0350 kr", instead) == "Tallet står på skærmen.");
    CHECK(without_amounts("20 krus og 3 kort", instead) == "20 krus og 3 kort");
}

TEST_CASE("Every widget with a private amount says it to headphones and to nobody else")
{
    const auto personal = Privacy::personal;
    const auto text = said_by([&](Ui& ui, Rect place) { ui.text(place, "350 kr.", {.privacy = personal}); });
    CHECK(text.everybody == "Tallet står på skærmen.");
    CHECK(text.own == "350 kr.");

    const auto letters =
        said_by([&](Ui& ui, Rect place) { ui.text(place, "AB12-CD34", {.privacy = personal}); });
    CHECK(letters.everybody == "Tallet står på skærmen");

    const auto field = said_by([&](Ui& ui, Rect place) {
        ui.field(place, {.name = "Hvor meget fik du?", .value = "350 kr.", .privacy = personal});
    });
    CHECK(field.everybody == "Hvor meget fik du? Tallet står på skærmen");
    CHECK(field.own == "Hvor meget fik du? 350 kr.");

    const auto empty = said_by([&](Ui& ui, Rect place) {
        ui.field(place, {.name = "Hvor meget fik du?", .placeholder = "kr.", .privacy = personal});
    });
    CHECK(empty.everybody == "Hvor meget fik du?");

    const auto row = said_by([&](Ui& ui, Rect place) {
        ui.row(place.top_part(200),
               {.title = "Havnens Have", .detail = "14. november", .value = "350 kr.", .privacy = personal});
    });
    CHECK(row.everybody == "Havnens Have, 14. november. Tallet står på skærmen");
    CHECK(row.own == "Havnens Have, 14. november, 350 kr.");

    const auto answer = said_by([&](Ui& ui, Rect place) {
        ui.answer(place.top_part(200),
                  {.question = "Løn", .answer = "350 kr.", .change = "Ret", .privacy = personal});
    });
    CHECK(answer.everybody == "Løn: Tallet står på skærmen. Ret?");
    CHECK(answer.own == "Løn: 350 kr. Ret?");

    const auto progress = said_by([&](Ui& ui, Rect place) {
        ui.progress(
            place.top_part(60),
            {.fraction = 0.4F, .name = "Så meget af grænsen", .spoken = "40 procent", .privacy = personal});
    });
    CHECK(progress.everybody == "Så meget af grænsen. Tallet står på skærmen");
    CHECK(progress.own == "40 procent");

    const auto chart = said_by([&](Ui& ui, Rect place) {
        ui.chart(place,
                 {.name = "Måned for måned", .bars = {{350, "J", "Januar: 350 kr."}}, .privacy = personal});
    });
    CHECK(chart.everybody == "Måned for måned. Tallet står på skærmen");
    CHECK(chart.own == "Måned for måned. Januar: 350 kr.");
}

TEST_CASE("Lines on the screen are sentences to the ear")
{
    CHECK(sentences("**Har du et kort?**\nHold det hen til læseren.") ==
          "**Har du et kort?** Hold det hen til læseren.");
    CHECK(sentences("350 kr.\n20. november 2025\nDet står i din bog.") ==
          "350 kr. 20. november 2025. Det står i din bog.");
}
