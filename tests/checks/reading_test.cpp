// SPDX-License-Identifier: MPL-2.0
#include "tests/support/reading.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::tests::support;

TEST_CASE("Words and sentences are counted as a Danish reader would")
{
    CHECK(words_of("Du fik 350 kr. – i dag!").size() == 6);
    CHECK(letters_in("værested.") == 8);
    CHECK(sentences_of("Hej. Du har 350 kr. om året. Den 20. november 2025 skrev du.").size() == 3);
    CHECK(sentences_of("Er det rigtigt? Ja!").size() == 2);
    CHECK(sentences_of("Ja\nNej").size() == 2);
    CHECK(sentences_of("Du skrev 1.250,50 kr.").size() == 1);
    CHECK(sentences_of("Du må tjene: Så meget.").size() == 2);
    CHECK(sentences_of("").empty());
}

TEST_CASE("LIX is words per sentence plus long words per hundred")
{
    CHECK(lix({"Det er en kat. Det er en hund."}) == Approx(4));
    CHECK(lix({"Det er en elefant."}) == Approx(4 + 25));
    CHECK(lix({"Det er en kat.", "Det er en elefant."}) == Approx(4 + 12.5));
    CHECK(lix({"Det er en søhund"}) == Approx(4)); // six letters in seven bytes
    CHECK(lix({"Du fik 12.350,50 kr."}) == Approx(4)); // an amount is no long word
    CHECK(lix({}) == Approx(0));
}
