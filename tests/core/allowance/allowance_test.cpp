// SPDX-License-Identifier: MPL-2.0
#include "core/allowance/allowance.hpp"

#include <fstream>
#include <sstream>

#include "tests/support/catch.hpp"

using namespace frikort::core;
using allowance::Allowance;
using allowance::Allowances;
using allowance::Malformed;
using money::Money;

namespace {

Allowances shipped()
{
    std::ifstream file{FRIKORT_SOURCE "/assets/limits.json"};
    std::stringstream text;
    text << file.rdbuf();
    auto allowances = Allowances::from_json(text.str());
    REQUIRE(allowances);
    return *allowances;
}

std::string limit(const std::string& fields) { return R"({"limits":[{)" + fields + R"(}]})"; }

const std::string sources = R"("sources":[{"number":"S4","text":"Vejledning","address":"https://tax.dk/x"}])";
const std::string days =
    R"("year":2025,"from":"2025-01-01","until":"2025-12-31","covers":"calendar_year","checked":"2026-11",)";

Malformed refused(const std::string& json)
{
    const auto allowances = Allowances::from_json(json);
    INFO(json);
    REQUIRE_FALSE(allowances);
    return allowances.error();
}

} // namespace

TEST_CASE("The limits that are shipped are those of domain.md 1.2")
{
    const auto all = shipped();
    for (const int year : {2019, 2020, 2021, 2022}) {
        REQUIRE(all.in(year).size() == 1);
        CHECK(all.in(year)[0].limit == Money::kroner(20'000));
    }
    REQUIRE(all.in(2024).size() == 1);
    CHECK(all.in(2024)[0].limit == Money::kroner(41'280));
    REQUIRE(all.in(2025).size() == 1);
    CHECK(all.in(2025)[0].limit == Money::kroner(42'766));
    CHECK(all.in(2025)[0].source().number == "S4");
    CHECK(all.in(2025)[0].source().text == "Den juridiske vejledning 2025-1, C.A.2.5.2.1.32");
}

TEST_CASE("The year 2023 has one limit until 30 June and another from 1 July")
{
    const auto year = shipped().in(2023);
    REQUIRE(year.size() == 2);
    CHECK(year[0].limit == Money::kroner(20'000));
    CHECK(year[0].until.iso() == "2023-06-30");
    CHECK(year[0].covers == Allowance::Covers::period);
    CHECK(year[1].limit == Money::kroner(40'000));
    CHECK(year[1].from.iso() == "2023-07-01");
    CHECK(year[1].covers == Allowance::Covers::calendar_year);
}

TEST_CASE("The limit of 2026 is not known and the one before it is offered with its own year")
{
    const auto all = shipped();
    CHECK(all.in(2026).empty());
    CHECK(all.in(2018).empty());
    REQUIRE(all.latest_before(2026));
    CHECK(all.latest_before(2026)->year == 2025);
    CHECK(all.latest_before(2024)->limit == Money::kroner(40'000));
    CHECK_FALSE(all.latest_before(2019));
}

TEST_CASE("Every limit has a source with an address and the month in which it was checked")
{
    const auto all = shipped();
    CHECK(all.all().size() == 8);
    for (const auto& one : all.all()) {
        CHECK_FALSE(one.source().text.empty());
        CHECK(one.source().address.rfind("https://", 0) == 0);
        CHECK(one.checked == "2026-11");
        CHECK(one.limit > Money::kroner(10'320)); // the income condition is no limit
    }
}

TEST_CASE("A limit that a person could be misled by is refused")
{
    REQUIRE(Allowances::from_json(limit(days + R"("ore":4276600,"later":{"a":1},)" + sources)));
    CHECK(refused("") == Malformed::not_json);
    CHECK(refused("<html>") == Malformed::not_json);
    CHECK(refused("[]") == Malformed::wrong_shape);
    CHECK(refused(R"({"limits":{}})") == Malformed::wrong_shape);
    CHECK(refused(R"({"limits":[7]})") == Malformed::wrong_shape);
    CHECK(refused(limit(days + sources)) == Malformed::bad_amount);
    for (const auto* ore : {"0", "-1", "1000000001", "42766.5", "\"42766\"", "1e99", "18446744073709551615"})
        CHECK(refused(limit(days + R"("ore":)" + ore + "," + sources)) == Malformed::bad_amount);
    CHECK(refused(limit(days + R"("ore":1,"sources":[])")) == Malformed::no_source);
    CHECK(refused(limit(days + R"("ore":1)")) == Malformed::no_source);
    CHECK(refused(
              limit(days + R"("ore":1,"sources":[{"number":"S4","text":"x","address":"http://tax.dk"}])")) ==
          Malformed::no_source);
}

TEST_CASE("A limit whose days are not in its year or overlap another is refused")
{
    const auto with = [](const std::string& year, const std::string& from, const std::string& until) {
        return R"({"year":)" + year + R"(,"from":")" + from + R"(","until":")" + until +
               R"(","covers":"period","checked":"2026-11","ore":100,)" + sources + "}";
    };
    CHECK(refused(R"({"limits":[)" + with("2025", "2025-02-30", "2025-12-31") + "]}") == Malformed::bad_date);
    CHECK(refused(R"({"limits":[)" + with("2024", "2025-01-01", "2025-12-31") + "]}") == Malformed::bad_date);
    CHECK(refused(R"({"limits":[)" + with("2025", "2025-06-01", "2025-05-31") + "]}") == Malformed::bad_date);
    CHECK(refused(R"({"limits":[)" + with("2025", "2025-07-01", "2025-12-31") + "," +
                  with("2025", "2025-01-01", "2025-07-01") + "]}") == Malformed::overlapping);
}

TEST_CASE("A program that was given no limits knows none")
{
    CHECK(Allowances{}.in(2025).empty());
    CHECK_FALSE(Allowances{}.latest_before(2026));
}
