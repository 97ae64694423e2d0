// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/tour.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/audits/contrast.hpp"
#include "tests/audits/letters.hpp"
#include "tests/audits/survey.hpp"
#include "tests/audits/targets.hpp"
#include "tests/support/catch.hpp"
#include "tests/tour/record.hpp"

using namespace frikort::tests;
using namespace frikort::tests::audits;
namespace ui = frikort::kiosk::ui;
using frikort::core::base::Date;
using frikort::core::content::Texts;

namespace {

const auto day = *Date::from(2025, 11, 21);
const auto other_day = *Date::from(2026, 1, 5);
const std::filesystem::path share = std::filesystem::path{FRIKORT_BINARY} / "share/frikort";

Texts shipped(const std::string& language)
{
    auto texts = Texts::load(share / "locale" / (language + ".mo"));
    REQUIRE(texts);
    return *texts;
}

using Frame = std::function<void(ui::Ui&)>;

// One screen drawn by the real Ui.
class OneScreen : public tour::Trial {
public:
    OneScreen(const tour::Setup& setup, Frame frame)
        : texts_{shipped(setup.language)}, stage_{setup.panel, setup.look, std::move(frame)}
    {
        stage_.settle();
    }
    ui::Stage& stage() override { return stage_; }
    const Texts& texts() const override { return texts_; }

private:
    Texts texts_;
    ui::Stage stage_;
};

// A text and two buttons, as they should be.
void plain(ui::Ui& ui)
{
    const auto body = ui.layout().body;
    ui.text(body.top_part(ui.px(30)), "Her kan du skrive din løn ned");
    const auto sides = body.bottom_part(ui.theme().target()).columns(2, ui.layout().gap);
    ui.button(sides[0], {.label = "Ja"});
    ui.button(sides[1], {.label = "Nej", .fill = ui::Fill::filled});
}

tour::Tour tour_of(Frame frame, std::vector<tour::Scene> scenes = {{.name = "one", .date = day}})
{
    return {[frame = std::move(frame)](const tour::Setup& setup, Date) {
                return std::make_unique<OneScreen>(setup, frame);
            },
            std::move(scenes)};
}

std::string found_in(Frame frame, const std::vector<Audit>& audits,
                     const std::vector<PixelAudit>& pixel_audits = {})
{
    Survey survey_of_it;
    survey(tour_of(std::move(frame)), {}, audits, pixel_audits, survey_of_it);
    return survey_of_it.told();
}

} // namespace

TEST_CASE("A plain screen drawn by the real interface has no fault in any look")
{
    Survey found;
    for (const auto text_size : ui::every_text_size)
        for (const auto palette : ui::every_palette)
            survey(tour_of(plain), {{}, {text_size, palette}, "da"},
                   {small_targets, close_targets, overlapping_hits, short_hits, small_letters, cut_off,
                    crowded_text, pale_as_listed},
                   {pale_as_drawn, pale_edges, coloured_pixels}, found);
    INFO(found.told());
    CHECK(found.empty());
}

TEST_CASE("A fault planted in a screen is found through the whole chain")
{
    const auto small = [](ui::Ui& ui) {
        ui.button(ui.layout().body.top_part(ui.px(19)).left_part(ui.px(60)), {.label = "Ja"});
    };
    CHECK_THAT(found_in(small, {small_targets}), ContainsSubstring("19.0 mm of 20.0"));

    const auto close = [](ui::Ui& ui) {
        const auto sides = ui.layout().body.top_part(ui.px(21)).columns(2, ui.px(2));
        ui.button(sides[0], {.label = "Ja"});
        ui.button(sides[1], {.label = "Nej"});
    };
    CHECK_THAT(found_in(close, {close_targets}), ContainsSubstring("mm from \"Nej\""));

    const auto outside = [](ui::Ui& ui) { ui.text(ui.layout().body.moved(0, ui.px(110)), "Under kanten"); };
    CHECK_THAT(found_in(outside, {cut_off}), ContainsSubstring("panel"));

    const auto cut = [](ui::Ui& ui) {
        ui.text(ui.layout().body.top_part(ui.px(8)).left_part(ui.px(40)),
                "Så mange ord kan slet ikke stå her");
    };
    CHECK_THAT(found_in(cut, {cut_off}), ContainsSubstring("is cut off"));

    // Something drawn over a text afterwards: the list cannot know, the picture does.
    const auto covered = [](ui::Ui& ui) {
        const auto place = ui.layout().body.top_part(ui.px(30));
        ui.text(place, "Her kan du skrive din løn ned");
        ui.fill(place, ui::Ground::paper);
    };
    CHECK(found_in(covered, {pale_as_listed}).empty());
    CHECK_THAT(found_in(covered, {}, {pale_as_drawn}), ContainsSubstring("not drawn in its colours"));
}

TEST_CASE("The tour starts anew on a new day or when a scene asks for it and else goes on")
{
    std::vector<std::string> met;
    int started = 0;
    const auto go = [&](tour::Trial&) { met.push_back(std::to_string(started)); };
    const tour::Tour tour{[&](const tour::Setup& setup, Date) {
                              ++started;
                              return std::make_unique<OneScreen>(setup, plain);
                          },
                          {{.name = "a", .date = day, .way = go},
                           {.name = "b", .date = day, .way = go},
                           {.name = "c", .date = day, .from = tour::From::start, .way = go},
                           {.name = "d", .date = other_day, .way = go}}};
    std::vector<std::string> names;
    tour::walk(tour, {}, [&](const tour::Stop& stop) { names.push_back(stop.name); });
    CHECK(met == std::vector<std::string>{"1", "1", "2", "3"});
    CHECK(names == std::vector<std::string>{"01-a", "02-b", "03-c", "04-d"});
    CHECK(names == tour::names_of(tour));
}

TEST_CASE("A screen that cannot be reached stops the tour and says which")
{
    const auto tour = tour_of(
        plain, {{.name = "one", .date = day},
                {.name = "two", .date = day, .way = [](tour::Trial& trial) { trial.tap("date.today"); }}});
    CHECK_THROWS_WITH(tour::walk(tour, {}, [](const tour::Stop&) {}), ContainsSubstring("02-two"));
    Survey found;
    survey(tour, {}, {}, {}, found);
    CHECK_THAT(found.told(), ContainsSubstring("02-two cannot be reached"));
}

TEST_CASE("The tour writes a picture and a list in the published form")
{
    const auto folder = std::filesystem::path{FRIKORT_BINARY} / "tour-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    tour::walk(tour_of(plain), {{}, {ui::TextSize::xl, ui::Palette::dark}, "en"},
               [&](const tour::Stop& stop) { tour::write(stop, folder); });

    std::ifstream file{folder / "01-one.json"};
    const auto screen = screen_from(nlohmann::json::parse(file));
    CHECK(screen.name == "one");
    CHECK(screen.date == "2025-11-21");
    CHECK(screen.language == "en");
    CHECK(screen.theme == "dark");
    CHECK(screen.text_size == "XL");
    CHECK(screen.width_px == 1280);
    CHECK(screen.px_per_mm == Approx(5.88).epsilon(0.01));
    REQUIRE(screen.nodes.size() == 3);
    CHECK(screen.nodes[0].role == "text");
    CHECK(screen.nodes[1].name == "Ja");
    CHECK(screen.nodes[1].hit);

    std::ifstream picture{folder / "01-one.png", std::ios::binary};
    std::string start(8, ' ');
    picture.read(start.data(), 8);
    CHECK(start == "\x89PNG\r\n\x1A\n");
    CHECK_THROWS_AS(
        tour::walk(tour_of(plain), {}, [](const tour::Stop& stop) { tour::write(stop, "/nowhere"); }),
        std::runtime_error);
}
