// SPDX-License-Identifier: MPL-2.0
#include "core/guide/pay.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::core::guide;
using frikort::core::allowance::Allowances;
using frikort::core::money::Money;

namespace {

Allowances shipped_limits()
{
    auto limits =
        Allowances::from_json(frikort::tests::content_of(FRIKORT_BINARY "/share/frikort/limits.json"));
    REQUIRE(limits);
    return std::move(*limits);
}

PayWords shipped(const std::string& language)
{
    const auto file = std::string{FRIKORT_BINARY "/share/frikort/content/"} + language + "/pay.md";
    auto page = frikort::core::content::read_page("pay", frikort::tests::content_of(file));
    REQUIRE(page);
    auto words = PayWords::of(std::move(*page));
    REQUIRE(words);
    return std::move(*words);
}

} // namespace

TEST_CASE("Hours a week and pay an hour become a month and a year of 52 weeks in whole kroner")
{
    const auto sum = sum_of({5 * 60, Money::kroner(140)});
    CHECK(sum.year == Money::kroner(36'400)); // 5 x 140 x 52
    CHECK(sum.month == Money::kroner(3'033)); // 3033,33
    const auto halves = sum_of({7 * 60 + 30, Money::ore(15'050)});
    CHECK(halves.year == Money::kroner(58'695));
    CHECK(halves.month == Money::kroner(4'891));       // 4891,25
    CHECK(sum_of({1, Money::ore(1)}).year == Money{}); // nothing is invented by rounding
    const auto most = sum_of({most_minutes_a_week, most_an_hour});
    CHECK(most.year == Money::kroner(87'351'264));
}

TEST_CASE("What is left is measured with the limit of the year where it is known")
{
    const auto limits = shipped_limits();
    const auto below = beside_limit({Money{}, Money::kroner(36'400)}, limits, 2025);
    CHECK(below.limit == Beside::Limit::of_the_year);
    CHECK(below.known->year == 2025);
    CHECK(below.left == Money::kroner(6'366));
    CHECK(beside_limit({Money{}, Money::kroner(42'766)}, limits, 2025).left == Money{});
    CHECK(beside_limit({Money{}, Money::kroner(42'767)}, limits, 2025).left == Money::kroner(-1));
}

TEST_CASE("In a year without a known limit the newest earlier one is used and named as such")
{
    const auto limits = shipped_limits();
    const auto unknown = beside_limit({Money{}, Money::kroner(36'400)}, limits, 2026);
    CHECK(unknown.limit == Beside::Limit::of_an_earlier_year);
    CHECK(unknown.known->year == 2025);
    CHECK(unknown.left == Money::kroner(6'366));
    // 2023 had two limits, and no source says how they add up.
    CHECK(beside_limit({}, limits, 2023).known->year == 2022);
    const auto none = beside_limit({Money{}, Money::kroner(36'400)}, {}, 2026);
    CHECK(none.limit == Beside::Limit::not_known);
    CHECK_FALSE(none.known);
}

TEST_CASE("Beside a limit stands its year, whose numbers the others are, and never that one may earn it")
{
    struct Language {
        const char* name;
        std::vector<std::string> promises;
        const char* own;
        const char* real;
    };
    const std::vector<Language> languages{
        {"da", {"du må", "du kan få", "er i orden", "sikkert"}, "egne tal", "socialtfrikort.dk"},
        {"en", {"you may", "you can", "is fine", "certain"}, "own numbers", "socialtfrikort.dk"}};
    const auto limits = shipped_limits();
    for (const auto& language : languages) {
        const auto words = shipped(language.name);
        for (const int year : {2024, 2025, 2026, 2030})
            for (const int total : {0, 36'400, 42'766, 42'767, 900'000})
                for (const auto* known : {&limits, static_cast<const Allowances*>(nullptr)}) {
                    const auto beside =
                        beside_limit({Money{}, Money::kroner(total)}, known ? *known : Allowances{}, year);
                    const auto said = words.beside(beside).text();
                    INFO(said);
                    for (const auto& promise : language.promises)
                        CHECK(said.find(promise) == std::string::npos);
                    CHECK((said.find("{limit}") != std::string::npos) == beside.known.has_value());
                    CHECK((said.find("{year}") != std::string::npos) == beside.known.has_value());
                    if (!beside.known || beside.known->year != year)
                        CHECK(said.find("{asked}") != std::string::npos);
                    if (!beside.known) continue;
                    CHECK(said.find(language.own) != std::string::npos);
                    CHECK(said.find(language.real) != std::string::npos);
                    CHECK((said.find("{over}") != std::string::npos) == (beside.left < Money{}));
                }
    }
}

TEST_CASE("What may be earned is told the same in both languages from the same sources")
{
    const auto danish = shipped("da");
    const auto english = shipped("en");
    REQUIRE(english.page().steps.size() == danish.page().steps.size());
    for (std::size_t i = 0; i < danish.page().steps.size(); ++i) {
        const auto& one = danish.page().steps[i];
        const auto& other = english.page().steps[i];
        INFO(one.part);
        CHECK(other.part == one.part);
        CHECK(other.icon == one.icon);
        CHECK(other.link == one.link);
        REQUIRE(other.sentences.size() == one.sentences.size());
        for (std::size_t s = 0; s < one.sentences.size(); ++s)
            CHECK(other.sentences[s].sources == one.sentences[s].sources);
    }
}
