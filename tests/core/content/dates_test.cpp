// SPDX-License-Identifier: MPL-2.0
#include "core/content/dates.hpp"

#include <filesystem>

#include "tests/support/catch.hpp"

using namespace frikort::core;

namespace {

// The catalogue the kiosk itself uses.
content::Texts shipped(const std::string& language)
{
    const auto path = std::filesystem::path{FRIKORT_BINARY} / "share/frikort/locale" / (language + ".mo");
    auto texts = content::Texts::load(path);
    REQUIRE(texts);
    return *texts;
}

const auto day = *base::Date::from(2025, 11, 20);

} // namespace

TEST_CASE("A date is written out with its year as people in each language write it")
{
    const auto danish = shipped("da");
    const auto english = shipped("en");
    CHECK(content::written_out(danish, day) == "20. november 2025");
    CHECK(content::written_out(english, day) == "20 November 2025");
    CHECK(content::with_weekday(danish, day) == "torsdag den 20. november 2025");
    CHECK(content::with_weekday(english, day) == "Thursday 20 November 2025");
}

TEST_CASE("Today and yesterday are called so and no other day is")
{
    const auto danish = shipped("da");
    CHECK(content::near_day(danish, day, day) == "i dag");
    CHECK(content::near_day(danish, day, day.plus_days(1)) == "i går");
    CHECK(content::near_day(danish, day, day.plus_days(2)) == "20. november 2025");
    CHECK(content::near_day(danish, day, day.plus_days(-1)) == "20. november 2025");
    CHECK(content::near_day(shipped("en"), day, day) == "today");
}

TEST_CASE("Every month and every weekday has a word in both languages")
{
    for (const auto* language : {"da", "en"}) {
        const auto texts = shipped(language);
        for (int month = 1; month <= 12; ++month) {
            content::month(texts, month);
            content::short_month(texts, month);
        }
        for (int weekday = 1; weekday <= 7; ++weekday) content::weekday(texts, weekday);
        CHECK(texts.missing().empty());
    }
}
