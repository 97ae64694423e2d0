// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/wording.hpp"

#include <filesystem>

#include "tests/audits/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests::audits;

namespace {

frikort::core::content::Texts shipped(const std::string& language)
{
    auto texts = frikort::core::content::Texts::load(std::filesystem::path{FRIKORT_BINARY} /
                                                     "share/frikort/locale" / (language + ".mo"));
    REQUIRE(texts);
    return *texts;
}

Screen saying(const std::string& words)
{
    auto screen = faultless();
    screen.nodes[the_text].name = screen.nodes[the_text].spoken = words;
    screen.nodes[the_text].lines = {words};
    return screen;
}

// Nothing else on the screen: the other words of the sample are Danish.
Screen saying_only(const std::string& words)
{
    auto screen = saying(words);
    screen.nodes = {screen.nodes[the_text]};
    return screen;
}

const std::set<std::string> limits{"20000", "43900"};

} // namespace

TEST_CASE("A plain screen in one language passes")
{
    const auto screen = faultless();
    CHECK(hard_to_read(screen).empty());
    CHECK(long_sentences(screen).empty());
    CHECK(bare_keys(screen, shipped("da")).empty());
    CHECK(foreign_words(screen, said_only_in(shipped("en"), shipped("da"))).empty());
    CHECK(silent(screen).empty());
    CHECK(exposed_amounts(screen, limits).empty());
}

TEST_CASE("A screen that is hard to read is found")
{
    const std::string hard =
        "Myndigheden træffer afgørelse vedrørende beløbsgrænsen efter serviceloven. "
        "Oplysninger kan indhentes ved personlig henvendelse hos kommunen i åbningstiden.";
    CHECK(hard_to_read(saying(hard)).size() == 1);
    auto english = saying(hard);
    english.language = "en";
    CHECK(hard_to_read(english).empty());
    // Pressed words are not prose.
    auto pressed = saying(hard);
    pressed.nodes[the_text].role = "button";
    CHECK(hard_to_read(pressed).empty());
}

TEST_CASE("A sentence of 16 words is found")
{
    CHECK(long_sentences(saying("en to tre fire fem seks syv otte ni ti en to tre fire fem")).empty());
    CHECK(long_sentences(saying("en to tre fire fem seks syv otte ni ti en to tre fire fem seks")).size() ==
          1);
}

TEST_CASE("A key or an open placeholder on the screen is found")
{
    const auto danish = shipped("da");
    CHECK(bare_keys(saying("month.13"), danish).size() == 1);
    CHECK(bare_keys(saying("Du fik {sum}"), danish).size() == 1);
    CHECK(bare_keys(saying("socialtfrikort.dk"), danish).empty());
    auto spoken = faultless();
    spoken.nodes[the_text].spoken = "weekday.8";
    CHECK(bare_keys(spoken, danish).size() == 1);
}

TEST_CASE("Danish on an English screen and English on a Danish one are found")
{
    const auto danish = shipped("da");
    const auto english = shipped("en");
    const auto only_danish = said_only_in(danish, english);
    const auto only_english = said_only_in(english, danish);
    CHECK(foreign_words(saying_only("Paid on 3 januar 2025"), only_danish).size() == 1);
    CHECK(foreign_words(saying_only("Paid on 3 January 2025"), only_danish).empty());
    CHECK(foreign_words(saying_only("Betalt i går"), only_danish).size() == 1);
    CHECK(foreign_words(saying_only("Paid yesterday"), only_english).size() == 1);
    CHECK(foreign_words(saying_only("Betalt i går"), only_english).empty());
    CHECK(foreign_words(saying_only("3 November 2025"), only_danish).empty());
    CHECK(foreign_words(saying_only("Betalt 3. Januar"), only_danish).size() == 1); // capitals do not hide it
    CHECK(foreign_words(saying_only("Mandagsbar"), only_danish).empty());           // part of another word
}

TEST_CASE("What cannot be heard is found")
{
    auto screen = faultless();
    screen.nodes[first_button].spoken.clear();
    CHECK(silent(screen).size() == 1);
}

TEST_CASE("An amount of the citizen that is not private is found however it is written")
{
    for (const auto* amount : {"1.250 kr.", "350,50 kr.", "Du har 17 kr. i alt", "1 250 kr.",
                               "1\xC2\xA0"
                               "250\xC2\xA0kr.",
                               "DKK 1,250", "kr. 99", "Limit 20.000 kr., you have 350 kr."}) {
        INFO(amount);
        CHECK(exposed_amounts(saying(amount), limits).size() == 1);
        auto covered = saying(amount);
        covered.nodes[the_text].is_private = true;
        CHECK(exposed_amounts(covered, limits).empty());
    }
    CHECK(exposed_amounts(saying("Grænsen er 20.000 kr. i 2019"), limits).empty());
    CHECK(exposed_amounts(saying("43.900 kr."), limits).empty());
    CHECK(exposed_amounts(saying("1 af 5"), limits).empty());
    CHECK(exposed_amounts(saying("Kilde: C.A.2.5.2.1.32. Set 2026-11., 20.000 kr."), limits).empty());
    CHECK(amounts_in("I 2025 43.900 kr. og 12 350,50 kr.") == std::set<std::string>{"43900", "1235050"});
}
