// SPDX-License-Identifier: MPL-2.0
#include "tests/core/notebook/facts.hpp"
#include "tests/support/catch.hpp"

// Pay that staff kept until its notebook came, and any kiosk of the centre brings.

using namespace frikort::tests::facts;

namespace {

constexpr Signer lone{{7}};
constexpr Signer tom{{8}};
constexpr unsigned kept = 90;

Fact brings(const Signer& who, unsigned which, unsigned kiosk, int kroner = 500)
{
    auto fact = wrote(which, Brought{id(kept), pay(3, kroner)}, kiosk);
    fact.by = who;
    return fact;
}

} // namespace

TEST_CASE("Pay that two kiosks brought is one entry and may be corrected from what either showed")
{
    std::vector<Fact> facts{brings(lone, 1, 1), brings(tom, 2, 2)};
    auto book = fold(facts);
    CHECK(sum(book) == Money::kroner(500));
    REQUIRE(book.entries().size() == 1);
    const auto& entry = book.entries()[0];
    CHECK(entry.id == id(kept));
    CHECK_FALSE(entry.corrected);
    CHECK_FALSE(entry.contested);
    CHECK(entry.by);

    facts.push_back(corrects(3, kept, {1}, pay(3, 450))); // its writer had not seen the other
    book = fold(facts);
    CHECK(sum(book) == Money::kroner(450));
    REQUIRE(book.entries().size() == 1);
    CHECK(book.entries()[0].corrected);
    CHECK_FALSE(book.entries()[0].contested);

    facts.push_back(corrects(4, kept, {3}, Withdrawn{}));
    book = fold(facts);
    CHECK(sum(book) == Money{});
    CHECK(book.withdrawn().size() == 1);
}

TEST_CASE("Nobody takes the place of an entry by saying that they bring it")
{
    auto false_one = brings(lone, 1, 1, 9000);
    std::get<Brought>(false_one.body).kept = id(2);
    const std::vector<Fact> facts{false_one, wrote(2, pay(3, 350))};
    const auto book = fold(facts);
    CHECK(sum(book) == Money::kroner(350));
    CHECK_FALSE(book.entries()[0].contested);
}

TEST_CASE("Only staff bring pay, and an older program takes it for pay that staff wrote")
{
    auto own = brings(lone, 1, 1);
    own.by.reset();
    const auto book = fold(std::vector<Fact>{own});
    CHECK(book.entries().empty());
    CHECK(book.kept_aside() == 1);
    const auto words = encode(Body{Brought{id(kept), pay(3, 500)}});
    CHECK(words.find("\"kind\":\"earning\"") != std::string::npos);
    CHECK(*decode(words) == Body{Brought{id(kept), pay(3, 500)}});
    CHECK(decode(R"({"kind":"earning","paid":"2025-03-15","ore":500,"kept":"no"})").error() ==
          Malformed::bad_id);
}
