// SPDX-License-Identifier: MPL-2.0
#include "tests/core/notebook/facts.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests::facts;

namespace {

constexpr Signer lone{{7}};

Fact signed_by(const Signer& who, unsigned which, Body body)
{
    auto fact = wrote(which, std::move(body), 2);
    fact.by = who;
    return fact;
}

} // namespace

TEST_CASE("Pay that staff wrote counts and says who wrote it until its owner corrects it")
{
    std::vector<Fact> facts{signed_by(lone, 1, pay(3, 500))};
    auto book = fold(facts);
    CHECK(sum(book) == Money::kroner(500));
    REQUIRE(book.entries().size() == 1);
    CHECK(book.entries()[0].by == lone);

    facts.push_back(corrects(2, 1, {1}, pay(3, 450)));
    book = fold(facts);
    CHECK(sum(book) == Money::kroner(450));
    CHECK_FALSE(book.entries()[0].by);

    facts.push_back(corrects(3, 1, {2}, Withdrawn{}));
    CHECK(sum(fold(facts)) == Money{});
}

TEST_CASE("Nobody but its owner corrects a notebook or names it")
{
    auto correction = corrects(2, 1, {1}, pay(3, 9));
    correction.by = lone;
    const std::vector<Fact> facts{wrote(1, pay(3, 500)), correction, signed_by(lone, 3, NameGiven{"Eve"})};
    const auto book = fold(facts);
    CHECK(sum(book) == Money::kroner(500));
    CHECK_FALSE(book.call_name());
    CHECK(book.kept_aside() == 2);
}

TEST_CASE("What staff saw holds for these words and not for a corrected entry")
{
    std::vector<Fact> facts{wrote(1, pay(3, 500)), signed_by(lone, 2, Confirmed{id(1), pay(3, 500)})};
    CHECK(fold(facts).entries()[0].seen_by == std::vector{lone});
    facts.push_back(corrects(3, 1, {1}, pay(3, 5000)));
    CHECK(fold(facts).entries()[0].seen_by.empty());
}

TEST_CASE("Nobody confirms their own pay without a signature and saying it twice is once")
{
    CHECK(fold(std::vector<Fact>{wrote(1, pay(3, 500)), wrote(2, Confirmed{id(1), pay(3, 500)})})
              .entries()[0]
              .seen_by.empty());
    CHECK(fold(std::vector<Fact>{wrote(1, pay(3, 500)), signed_by(lone, 2, Confirmed{id(1), pay(3, 500)}),
                                 signed_by(lone, 3, Confirmed{id(1), pay(3, 500)})})
              .entries()[0]
              .seen_by.size() == 1);
}

TEST_CASE("What staff did stands newest first whatever the order it came in")
{
    const Happened card{Happened::What::new_card, Date::from(2025, 11, 20)};
    const Happened opened{Happened::What::recovered, Date::from(2025, 11, 19)};
    const std::vector<Fact> facts{signed_by(lone, 5, card), signed_by(lone, 4, opened), wrote(6, card)};
    const auto book = fold(facts);
    REQUIRE(book.happenings().size() == 2);
    CHECK(book.happenings()[0].what == card);
    CHECK(book.happenings()[1].what == opened);
}

TEST_CASE("What staff write comes back as it was")
{
    for (const Body& body : {Body{Happened{Happened::What::recovered, Date::from(2025, 11, 20)}},
                             Body{Happened{Happened::What::new_card, std::nullopt}},
                             Body{Confirmed{id(1), pay(3, 500, "Café")}}})
        CHECK(decode(encode(body)) == body);
    CHECK(std::holds_alternative<Unknown>(*decode(R"({"kind":"happened","what":"painted"})")));
    CHECK_FALSE(decode(R"({"kind":"happened","what":"new_card","day":"2025-13-41"})"));
    CHECK_FALSE(decode(R"({"kind":"confirmed","entry":"00","now":{}})"));
}
