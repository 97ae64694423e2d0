// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <map>

#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/journeys/outside/eyes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/tour/sample_kiosk.hpp"

namespace fs = std::filesystem;
namespace ui = frikort::kiosk::ui;
using frikort::tests::KioskInTheHouse;
using frikort::tests::TemporaryFolder;
using frikort::tests::tour::SampleKiosk;

namespace {

std::map<std::string, std::string> all_in(const fs::path& folder)
{
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) all[entry.path().native()] = frikort::tests::content_of(entry.path());
    return all;
}

// The side of one dark square of a code, px: the quiet zone at its corner is four of them.
float module_of(const ui::Picture& picture, const ui::Rect& code)
{
    const auto x = static_cast<int>(code.x), y = static_cast<int>(code.y);
    int way = 0;
    while ((picture.pixels.at(static_cast<std::size_t>((y + way) * picture.width + x + way)) & 0xffffffU) !=
           0)
        ++way;
    return static_cast<float>(way) / 4;
}

const char* const note = "Til chefen: løn med socialt frikort\n"
                         "Skriv jobbet på socialtfrikort.dk, før det går i gang.\n"
                         "Skriv lønnen samme sted. Ellers er den ikke med.\n"
                         "Skriv den aldrig i eIndkomst.\n"
                         "Feriepenge tæller med i grænsen.\n"
                         "https://socialtfrikort.dk";

} // namespace

TEST_CASE("Somebody asks whether they can get it, is told what speaks for it, and nothing of it stays")
{
    KioskInTheHouse kiosk;
    kiosk.tap("learn.title");
    const auto before = all_in(kiosk.folder());
    kiosk.touch("Kan jeg få det?");
    CHECK(kiosk.shows("1 af 5"));
    CHECK(kiosk.shows("Ingen får dine svar."));
    kiosk.touch("Ja");
    kiosk.touch("Ja");
    kiosk.touch("Ja");
    CHECK(kiosk.shows("4 af 5"));
    kiosk.tap("bar.back"); // it was not right
    CHECK(kiosk.shows("Har du gået på en skole"));
    kiosk.touch("Nej");
    kiosk.touch("Ved ikke");
    kiosk.touch("Ja");
    CHECK(kiosk.shows("Det er din kommune, der siger ja eller nej."));
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Taler for: Du er over 18 år."));
    CHECK(kiosk.shows("Taler for: Du har ikke gået på skole med SU."));
    CHECK(kiosk.shows("Spørg om: din løn det sidste år"));
    kiosk.tap("action.next");
    CHECK(kiosk.stage().semantics().find(ui::Role::qr, "Spørgsmål og svar"));
    kiosk.tap("learn.done");
    CHECK(kiosk.shows("Om frikortet"));
    CHECK(all_in(kiosk.folder()) == before); // not a byte was written
    // The next one is asked from the beginning, and finds no answer chosen.
    kiosk.touch("Kan jeg få det?");
    CHECK(kiosk.shows("1 af 5"));
    for (const auto& node : kiosk.stage().semantics().nodes()) CHECK(node.selected == ui::Selected::no);
}

TEST_CASE("Whoever leaves in the middle of the five questions leaves no answer to the next one")
{
    KioskInTheHouse kiosk;
    kiosk.tap("learn.title");
    kiosk.touch("Kan jeg få det?");
    kiosk.touch("Nej");
    kiosk.touch("Nej");
    kiosk.stage().pass(std::chrono::minutes{10}); // nobody is there any more
    kiosk.stage().pass(std::chrono::minutes{10});
    CHECK(kiosk.shows("Hej. Hvad vil du?"));
    kiosk.tap("learn.title");
    kiosk.touch("Kan jeg få det?");
    CHECK(kiosk.shows("1 af 5"));
    for (const auto& node : kiosk.stage().semantics().nodes()) CHECK(node.selected == ui::Selected::no);
}

TEST_CASE("The five questions go on in the other language with the answers given")
{
    KioskInTheHouse kiosk;
    kiosk.tap("learn.title");
    kiosk.touch("Kan jeg få det?");
    kiosk.touch("Ja");
    kiosk.tap("bar.display");
    kiosk.touch("English");
    kiosk.touch("Back");
    CHECK(kiosk.shows("2 of 5"));
    for (int question = 0; question < 4; ++question) kiosk.touch("Yes");
    kiosk.touch("Next");
    CHECK(kiosk.shows("For: You are over 18."));
    CHECK(kiosk.shows("May be against: You went to a school with SU."));
}

TEST_CASE("Somebody works out what they would earn beside the limit of the year, and nothing of it stays")
{
    KioskInTheHouse kiosk;
    kiosk.tap("learn.title");
    const auto before = all_in(kiosk.folder());
    kiosk.touch("Hvad må jeg tjene?");
    kiosk.press("5");
    kiosk.tap("action.next");
    kiosk.press("140");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Det er cirka 3.033 kr. om måneden."));
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Grænsen i 2025 er 42.766 kr."));
    CHECK(kiosk.shows("cirka 6.366 kr. tilbage"));
    for (const auto& node : kiosk.stage().semantics().nodes())
        if (node.name.find("6.366") != std::string::npos) CHECK(node.privacy == ui::Privacy::personal);
    kiosk.tap("limit.title");
    CHECK(kiosk.shows("Den juridiske vejledning 2025-1"));
    kiosk.tap("bar.back");
    kiosk.tap("learn.done");
    CHECK(all_in(kiosk.folder()) == before);
    kiosk.touch("Hvad må jeg tjene?");
    CHECK_FALSE(kiosk.shows("5 timer"));
}

TEST_CASE("The boss takes the code with a phone and reads what to do without a network")
{
    TemporaryFolder folder;
    const frikort::tests::outside::Eyes eyes{folder.path()};
    for (const auto* panel : {"10.1:1280x800", "15.6:1920x1080"})
        for (const auto size : ui::every_text_size)
            for (const auto* language : {"da", "en"}) {
                SampleKiosk kiosk{fs::path{FRIKORT_BINARY} / "share/frikort",
                                  {*ui::Panel::parse(panel), {size, ui::Palette::medium}, language},
                                  *frikort::core::base::Date::from(2025, 11, 21)};
                kiosk.tap("learn.title");
                kiosk.touch(kiosk.title_of("boss"));
                const auto find = [&] {
                    return kiosk.stage().semantics().find(ui::Role::qr, kiosk.texts()("learn.note"));
                };
                for (int page = 0; page < 5 && find() == nullptr; ++page) kiosk.tap("words.more");
                INFO(panel << " " << ui::name_of(size) << " " << language << "\n" << kiosk.stage().told());
                REQUIRE(find());
                const auto place = find()->rect;
                const auto& picture = kiosk.stage().picture();
                CHECK(eyes.code(picture, place.grown(4)) == note);
                CHECK(module_of(picture, place) >= 0.5F * ui::Panel::parse(panel)->px_per_mm());
            }
}
