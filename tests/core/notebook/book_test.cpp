// SPDX-License-Identifier: MPL-2.0
#include "tests/core/notebook/facts.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::tests::facts;

TEST_CASE("The year's sum is that of the days paid in it")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 350)), wrote(2, pay(11, 650)),
                                  wrote(3, pay(12, 5000, {}, 2024))};
    const auto year = fold(facts).year(2025);
    CHECK(year.sum == Money::kroner(1000));
    CHECK(year.count == 2);
    CHECK(year.months[0] == Money::kroner(350));
    CHECK(year.months[10] == Money::kroner(650));
    CHECK(year.months[11] == Money{});
    CHECK(year.left(Money::kroner(42'766)) == Money::kroner(41'766));
    CHECK(year.left(Money::kroner(900)) == Money::kroner(-100));
    CHECK(fold(facts).year(2019).count == 0);
    CHECK(fold(facts).years() == std::vector<int>{2025, 2024});
}

TEST_CASE("The newest payment stands first")
{
    const std::vector<Fact> facts{wrote(1, pay(3, 100)), wrote(2, pay(11, 200)), wrote(3, pay(3, 300))};
    const auto book = fold(facts);
    REQUIRE(book.entries().size() == 3);
    CHECK(book.entries()[0].id == id(2));
    CHECK(book.entries()[1].id == id(3)); // the same day: written later
    CHECK(book.entries()[2].id == id(1));
}

TEST_CASE("A corrected payment counts once with its newest amount")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 3500)), corrects(2, 1, {1}, pay(1, 350)),
                                  corrects(3, 1, {2, 1}, pay(2, 400))};
    const auto book = fold(facts);
    REQUIRE(book.entries().size() == 1);
    CHECK(sum(book) == Money::kroner(400));
    CHECK(book.entries()[0].id == id(1));
    CHECK(book.entries()[0].corrected);
    CHECK_FALSE(book.entries()[0].contested);
    CHECK(book.year(2025).months[0] == Money{});
}

TEST_CASE("A correction that moves a payment to another year takes it out of the first")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 350)), corrects(2, 1, {1}, pay(12, 350, {}, 2024))};
    CHECK(sum(fold(facts), 2025) == Money{});
    CHECK(sum(fold(facts), 2024) == Money::kroner(350));
}

TEST_CASE("A payment that was withdrawn counts nowhere but can still be seen")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 350)), corrects(2, 1, {1}, Withdrawn{})};
    const auto book = fold(facts);
    CHECK(sum(book) == Money{});
    CHECK(book.entries().empty());
    REQUIRE(book.withdrawn().size() == 1);
    CHECK(book.withdrawn()[0].now == pay(1, 350));
    CHECK(book.find(id(1)) == &book.withdrawn()[0]);
}

TEST_CASE("Two corrections that disagree are marked and the larger amount counts until the citizen decides")
{
    std::vector<Fact> facts{wrote(1, pay(1, 100)), corrects(2, 1, {1}, pay(1, 350), 1),
                            corrects(3, 1, {1}, pay(1, 300), 2)};
    const auto book = fold(facts);
    REQUIRE(book.entries().size() == 1);
    CHECK(book.entries()[0].contested);
    CHECK(book.contested() == 1);
    CHECK(sum(book) == Money::kroner(350));
    CHECK(book.entries()[0].others == std::vector<Version>{pay(1, 300)});

    facts.push_back(corrects(4, 1, {2, 3}, pay(1, 300), 2));
    CHECK(fold(facts).contested() == 0);
    CHECK(sum(fold(facts)) == Money::kroner(300));
}

TEST_CASE("A payment withdrawn on one kiosk and corrected on another still counts and is marked")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 100)), corrects(2, 1, {1}, Withdrawn{}, 1),
                                  corrects(3, 1, {1}, pay(1, 50), 2)};
    CHECK(sum(fold(facts)) == Money::kroner(50));
    CHECK(fold(facts).contested() == 1);
}

TEST_CASE("Two corrections that say the same do not disagree")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 100)), corrects(2, 1, {1}, pay(1, 350), 1),
                                  corrects(3, 1, {1}, pay(1, 350), 2)};
    CHECK(fold(facts).contested() == 0);
    CHECK(sum(fold(facts)) == Money::kroner(350));
}

TEST_CASE("A correction counts though the payment it corrects has not arrived")
{
    const auto correction = corrects(2, 1, {1}, pay(1, 350));
    CHECK(sum(fold(std::vector{correction})) == Money::kroner(350));
    CHECK(sum(fold(std::vector{correction, wrote(1, pay(1, 100))})) == Money::kroner(350));
    const auto withdrawal = corrects(3, 1, {1}, Withdrawn{});
    CHECK(sum(fold(std::vector{withdrawal})) == Money{});
    CHECK(sum(fold(std::vector{withdrawal, wrote(1, pay(1, 100))})) == Money{});
}

TEST_CASE("A correction of a correction holds though the one between has not arrived")
{
    const auto last = corrects(3, 1, {2, 1}, pay(1, 400));
    const std::vector<Fact> facts{wrote(1, pay(1, 100)), last};
    CHECK(sum(fold(facts)) == Money::kroner(400));
    CHECK(fold(facts).contested() == 0);
    const std::vector<Fact> only_named{wrote(1, pay(1, 100)), corrects(3, 1, {2}, pay(1, 400))};
    CHECK(sum(fold(only_named)) == Money::kroner(400));
    CHECK(fold(only_named).contested() == 0);
}

TEST_CASE("Earlier places are offered once each with the newest first")
{
    const std::vector<Fact> facts{wrote(1, pay(1, 1, "Café Klare")), wrote(2, pay(2, 1, "Havnen")),
                                  wrote(3, pay(3, 1, "café klare")), wrote(4, pay(4, 1))};
    CHECK(fold(facts).places() == std::vector<std::string>{"café klare", "Havnen"});
}

TEST_CASE("A notebook knows the name it was last given and counts what it does not know")
{
    const std::vector<Fact> facts{wrote(1, NameGiven{"Kim"}), wrote(2, NameGiven{"Åse"}),
                                  wrote(3, Unknown{"later"})};
    CHECK(fold(facts).call_name() == "Åse");
    CHECK(fold(facts).kept_aside() == 1);
    CHECK_FALSE(fold({}).call_name());
}
