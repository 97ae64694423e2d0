// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/not_taken/not_taken.hpp"

#include <filesystem>
#include <set>

#include "tests/support/catch.hpp"

// What staff are told of lines that the server did not take, without a window.

using namespace frikort::kiosk::screens::not_taken;
using frikort::core::actions::NotTaken;

namespace {

const auto& danish()
{
    static const auto texts = *frikort::core::content::Texts::load(std::filesystem::path{FRIKORT_BINARY} /
                                                                   "share/frikort/locale/da.mo");
    return texts;
}

NotTaken line(std::uint64_t number, const char* reason, bool aside = false)
{
    NotTaken one{{}, number, reason, aside};
    one.id.bytes[0] = static_cast<frikort::core::base::Byte>(number);
    return one;
}

std::string which(std::vector<std::uint64_t> numbers)
{
    return frikort::kiosk::screens::not_taken::which(numbers, danish());
}

} // namespace

TEST_CASE("Lines that were not taken are told by reason, with how many and which numbers")
{
    const auto groups = grouped({line(3, "stream"), line(4, "fork"), line(5, "stream"), line(6, "stream"),
                                 line(7, "stream", true), line(7, "stream")});
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].reason == "fork");
    CHECK(groups[1].ids.size() == 4);
    CHECK(which(groups[1].numbers) == "3, 5-7");
    CHECK(groups[2].aside);
    const auto shown = view(groups, danish());
    CHECK(shown.lines.at(1).title == "Det forkerte sted");
    CHECK(shown.lines.at(1).value.empty());
    CHECK(shown.lines.at(2).value == "Lagt til side");
    CHECK(shown.ways.size() == 1);
    CHECK(view(grouped({line(7, "stream", true)}), danish()).ways.empty());
    CHECK(view(std::vector<Group>{}, danish()).told == "Der er ikke noget her nu.");
}

TEST_CASE("Numbers of lines are told as ranges, and a great many only begun")
{
    CHECK(which({12, 14, 15, 16, 20, 21}) == "12, 14-16, 20, 21");
    CHECK(which({1, 3, 5, 7, 9, 11}) == "1, 3, 5, 7, 9, 11");
    CHECK(which({1, 3, 5, 7, 9, 11, 13}) == "1, 3, 5, 7, 9, 11 og flere");
}

TEST_CASE("Each reason for which lines are not taken has its own words, and one for all that are new")
{
    std::set<std::string> titles, told;
    const std::vector<const char*> words{"unreadable",   "other_device", "stream",   "body",
                                         "not_signed",   "older_card",   "too_many", "other_record",
                                         "broken_chain", "too_large",    "fork",     "unknown"};
    for (const auto* word : words) {
        const auto page = view(grouped({line(1, word)}).front(), danish());
        titles.insert(page.title);
        told.insert(page.told);
        CHECK(page.ways.size() == 2);
    }
    CHECK(titles.size() == words.size());
    CHECK(told.size() == words.size());
    CHECK(view(grouped({line(1, "of_next_year")}).front(), danish()).title == "Afvist");
    CHECK(view(grouped({line(1, "stream", true)}).front(), danish()).ways.size() == 1);
}
