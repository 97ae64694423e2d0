// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/text_flow.hpp"

#include <algorithm>

#include "kiosk/ui/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

// Every letter is ten wide.
float ten_each(std::string_view text, bool)
{
    float width = 0;
    for ([[maybe_unused]] const char32_t letter : Letters{text}) width += 10;
    return width;
}

std::vector<std::string> lines_of(std::string_view text, float width, Wrap wrap = Wrap::balanced)
{
    std::vector<std::string> all;
    for (const Line& line : flow(text, width, wrap, ten_each)) all.push_back(line.text());
    return all;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("Text breaks at blanks and no line is wider than its column")
{
    CHECK(lines_of("Tjen uden skat", 90, Wrap::filled) == Lines{"Tjen uden", "skat"});
    CHECK(lines_of("Tjen uden skat", 140) == Lines{"Tjen uden skat"});
    CHECK(lines_of("", 100).empty());
}

TEST_CASE("Lines are balanced so that no last line is one lonely word")
{
    CHECK(lines_of("Du kan altid spørge os", 200) == Lines{"Du kan altid", "spørge os"});
    const auto lines = lines_of("Kommunen siger ja eller nej til dig", 320);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().find(' ') != std::string::npos);
}

TEST_CASE("A line break stays and an empty line parts two paragraphs")
{
    const auto lines = flow("Et.\nTo.\n\nTre.", 500, Wrap::balanced, ten_each);
    REQUIRE(lines.size() == 3);
    CHECK_FALSE(lines[0].ends_paragraph);
    CHECK(lines[1].ends_paragraph);
    CHECK(lines[2].text() == "Tre.");
}

TEST_CASE("Words between two stars are strong, within a sentence and within a word")
{
    const auto lines = flow("Så ring **112**.", 500, Wrap::balanced, ten_each);
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].runs.size() == 3);
    CHECK(lines[0].runs[0].text == "Så ring ");
    CHECK(lines[0].runs[1].text == "112");
    CHECK(lines[0].runs[1].strong);
    CHECK_FALSE(lines[0].runs[2].strong);
    CHECK(lines[0].width == 120);
    CHECK(plain("Så ring **112**.") == "Så ring 112.");
}

TEST_CASE("No line is longer than 66 characters however wide the screen")
{
    const std::string text = "Med et frikort må du tjene penge uden at betale skat af dem og uden at blive "
                             "trukket i din ydelse hver gang du får løn";
    for (const auto& line : lines_of(text, 5000)) {
        std::size_t letters = 0;
        for ([[maybe_unused]] const char32_t letter : Letters{line}) ++letters;
        CHECK(letters <= 66);
    }
}

TEST_CASE("A word wider than its column breaks at a soft hyphen and loses no letter")
{
    CHECK(lines_of("kontant\u00adhjælps\u00admodtager", 130, Wrap::filled) ==
          Lines{"kontant-", "hjælps-", "modtager"});
    CHECK(lines_of("kontant\u00adhjælp", 300) == Lines{"kontanthjælp"});
    std::string joined;
    for (const auto& line : lines_of("åååååååååååå", 50)) joined += line;
    CHECK(joined == "åååååååååååå");
}

TEST_CASE("A no-break space keeps an amount and its unit together")
{
    CHECK(lines_of("Du fik 350\u00a0kr.", 110, Wrap::filled) == Lines{"Du fik", "350\u00a0kr."});
}

TEST_CASE("What is kept together breaks at its no-break spaces before it breaks within a word")
{
    CHECK(lines_of("20.\u00a0november", 90) == Lines{"20.\u00a0", "november"});
    CHECK(plain("Du fik **350\u00a0kr.**") == "Du fik 350 kr."); // and is spoken like any other text
}

TEST_CASE("Broken UTF-8 is shown as something wrong and never read past its end")
{
    std::u32string letters;
    for (const char32_t letter : Letters{"a\xC3\xA6\xFFz\xE2\x82"}) letters.push_back(letter);
    CHECK(letters.substr(0, 2) == U"aæ");
    CHECK(letters[2] == 0xFFFD);
    CHECK(letters[3] == U'z');
    CHECK(letters.back() == 0xFFFD);
}
