// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/letters.hpp"

#include "tests/audits/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests::audits;

namespace {

Screen with_text(const std::string& name, std::vector<std::string> lines)
{
    auto screen = faultless();
    screen.nodes[the_text].name = name;
    screen.nodes[the_text].lines = std::move(lines);
    return screen;
}

} // namespace

TEST_CASE("Text large enough and inside its box passes")
{
    const auto screen = faultless();
    CHECK(small_letters(screen).empty());
    CHECK(cut_off(screen).empty());
    CHECK(crowded_text(screen).empty());
    CHECK(long_lines(screen).empty());
    CHECK(lonely_words(screen).empty());
}

TEST_CASE("Capital letters below the band of each size are found")
{
    auto screen = faultless();
    screen.nodes[the_text].cap_px = 47.9;
    CHECK(small_letters(screen) ==
          Faults{"sample: text \"Her kan du skrive din løn ned\": capitals of 4.8 mm of 4.8"});
    for (auto& node : screen.nodes) node.cap_px = 84.9;
    for (const auto* size : {"S", "M", "L"}) {
        screen.text_size = size;
        CHECK(small_letters(screen).empty());
    }
    screen.text_size = "XL";
    CHECK(small_letters(screen).size() == screen.nodes.size());
    screen.nodes[the_text].cap_px = 0;
    screen.text_size = "S";
    CHECK(small_letters(screen).size() == 1);
}

TEST_CASE("What is cut off or reaches out of the panel is found")
{
    auto screen = faultless();
    screen.nodes[the_text].clip.h -= 1;
    CHECK(cut_off(screen).size() == 1);
    screen = faultless();
    screen.nodes[the_text].rect.x = screen.nodes[the_text].clip.x = 801;
    CHECK(cut_off(screen).size() == 1);
    screen = faultless();
    screen.nodes[first_button].hit->x = -1;
    CHECK(cut_off(screen).size() == 1);
    screen = faultless();
    screen.nodes[the_text].rect.h = 0;
    CHECK(cut_off(screen).size() == 1);
}

TEST_CASE("A text that cannot fit its box is found")
{
    auto screen = faultless();
    screen.nodes[the_text].rect.h = 105;
    CHECK(crowded_text(screen).size() == 1);
    screen = faultless();
    screen.nodes[the_text].rect.w = 250;
    CHECK(crowded_text(screen).size() == 2);
}

TEST_CASE("A line of 67 characters is found and one of 66 is not")
{
    auto screen = faultless();
    std::string line;
    for (int i = 0; i < 66; ++i) line += "ø";
    screen.nodes[the_text].lines = {line};
    CHECK(long_lines(screen).empty());
    screen.nodes[the_text].lines = {line + "."};
    CHECK(long_lines(screen).size() == 1);
}

TEST_CASE("A single word on the last line is found where a sentence was broken")
{
    CHECK(lonely_words(with_text("Her kan du skrive din løn", {"Her kan du skrive din", "løn"})).size() == 1);
    CHECK(lonely_words(with_text("Det er din løn. Her kan du skrive den ned.",
                                 {"Det er din løn. Her kan du", "skrive den", "ned."}))
              .size() == 1);
    CHECK(lonely_words(with_text("Skriv din løn", {"Skriv din", "løn"})).empty());
    CHECK(lonely_words(with_text("Dag: 14. november 2025", {"Dag", "14. november 2025", "Ret"})).empty());
    CHECK(lonely_words(with_text("Her kan du skrive din løn.\nHusk det",
                                 {"Her kan du skrive din løn.", "Husk", "det"}))
              .empty());
    CHECK(lonely_words(with_text("Her kan du skrive din løn.\nGem", {"Her kan du skrive din løn.", "Gem"}))
              .empty());
}

TEST_CASE("The value of a row is no lonely word and needs no line of its own")
{
    auto screen = with_text("Arbejde, Sortere tøj og sko, Ret", {"Arbejde", "Sortere tøj og sko", "Ret"});
    auto& row = screen.nodes[the_text];
    CHECK(lonely_words(screen).size() == 1);
    row.role = "list-item";
    CHECK(lonely_words(screen).empty());
    const double two_lines = row.cap_px * 2.3; // and not three
    row.rect.h = two_lines;
    CHECK(crowded_text(screen).empty());
    row.role = "text";
    CHECK(crowded_text(screen).size() == 1);
    row.role = "list-item";
    row.name = "Arbejde, Sortere tøj og sko";
    row.lines = {"Arbejde", "Sortere tøj og", "sko"};
    CHECK(lonely_words(screen).size() == 1);
}
