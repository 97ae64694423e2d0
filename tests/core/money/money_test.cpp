// SPDX-License-Identifier: MPL-2.0
#include "core/money/money.hpp"

#include <random>

#include "tests/support/catch.hpp"

using frikort::core::money::Money;
using frikort::core::money::number;
using frikort::core::money::Separators;
using frikort::core::money::text;
using frikort::core::money::Unreadable;

namespace {

std::int64_t read(const std::string& typed)
{
    const auto amount = Money::parse(typed);
    INFO(typed);
    REQUIRE(amount);
    return amount->in_ore();
}

Unreadable refused(const std::string& typed)
{
    const auto amount = Money::parse(typed);
    INFO(typed);
    REQUIRE_FALSE(amount);
    return amount.error();
}

} // namespace

TEST_CASE("An amount typed the Danish way is read as it was meant")
{
    CHECK(read("350") == 350'00);
    CHECK(read("350,5") == 350'50);
    CHECK(read("350,05") == 350'05);
    CHECK(read("1.250,50") == 1250'50);
    CHECK(read("1.250") == 1250'00);
    CHECK(read("12.350") == 12350'00);
    CHECK(read("1.250.000") == 1250000'00);
    CHECK(read("1 250") == 1250'00);
    CHECK(read("1 250,50") == 1250'50);
    CHECK(read("1\u00A0250,50") == 1250'50);
    CHECK(read("  350  ") == 350'00);
    CHECK(read("0350") == 350'00);
    CHECK(read(",50") == 50);
    CHECK(read("350,") == 350'00);
    CHECK(read("350.") == 350'00);
    CHECK(read("0,01") == 1);
}

TEST_CASE("Kroner may be named before or after the amount")
{
    for (const auto* typed : {"kr 350", "kr. 350", "kr350", "350 kr.", "350 kr", "350kr.", "350 kroner",
                              "KR 350", "Kr. 350,00", "350,-", "350.-", "kr. 350,-", "DKK 350", "350 dkk"})
        CHECK(read(typed) == 350'00);
}

TEST_CASE("An amount that can be read in one way only is read though the marks are English")
{
    CHECK(read("1,250.50") == 1250'50);
    CHECK(read("1250.50") == 1250'50);
    CHECK(read("1250.5") == 1250'50);
    CHECK(read("1 250.50") == 1250'50);
    CHECK(read("2,350,000.50") == 2350000'50);
}

TEST_CASE("An amount that could be meant a hundred times larger is refused and never guessed")
{
    for (const auto* typed :
         {"12.50", "350.5", "350.50", "1.25", ".50", "1,250", "12,350", "1,250,500", "12 50", "1 25",
          "1.250.50", "12.3456", "1250.500", "1.25,50", "0.250", "1.250 500"})
        CHECK(refused(typed) == Unreadable::ambiguous);
}

TEST_CASE("What is no amount is refused with its own reason")
{
    CHECK(refused("") == Unreadable::empty);
    CHECK(refused("   ") == Unreadable::empty);
    CHECK(refused("-5") == Unreadable::negative);
    CHECK(refused("- 5") == Unreadable::negative);
    CHECK(refused("kr -5") == Unreadable::negative);
    CHECK(refused("-kr. 5") == Unreadable::negative);
    CHECK(refused("\u22125") == Unreadable::negative);
    CHECK(refused("-1.250,50") == Unreadable::negative);
    CHECK(refused("0") == Unreadable::zero);
    CHECK(refused("0,00") == Unreadable::zero);
    CHECK(refused("350,5555") == Unreadable::too_many_decimals);
    CHECK(refused("1.250,555") == Unreadable::too_many_decimals);
    for (const auto* typed :
         {"1e9",  "abc",       "kr",  "kr.", "-",      ",", ".",   "350+20", "0x20", "1..250", "1,,5",
          "+350", "350 og 20", "NaN", "inf", "1\n250", "½", "٣٥٠", "\xFF",   "€350", "50%"})
        CHECK(refused(typed) == Unreadable::not_a_number);
}

TEST_CASE("No amount over ten million kroner is taken however many digits it has")
{
    CHECK(read("10.000.000") == Money::largest_ore);
    CHECK(refused("10.000.000,01") == Unreadable::too_large);
    CHECK(refused("1234567890123") == Unreadable::too_large);
    CHECK(refused("9223372036854775808") == Unreadable::too_large);
    CHECK(refused("18446744073709551966") == Unreadable::too_large); // 350 more than 2^64
    CHECK(refused(std::string(5000, '9')) == Unreadable::too_large);
}

TEST_CASE("An amount has øre only when there are any")
{
    CHECK(text(Money::kroner(12350), Separators::danish) == "12.350 kr.");
    CHECK(text(Money::ore(1250'50), Separators::danish) == "1.250,50 kr.");
    CHECK(text(Money::ore(350'05), Separators::danish) == "350,05 kr.");
    CHECK(text(Money::kroner(0), Separators::danish) == "0 kr.");
    CHECK(text(Money::kroner(999), Separators::danish) == "999 kr.");
    CHECK(text(Money::kroner(10'000'000), Separators::danish) == "10.000.000 kr.");
    CHECK(text(Money::kroner(-1250), Separators::danish) == "-1.250 kr.");
    CHECK(text(Money::ore(-5), Separators::danish) == "-0,05 kr.");
    CHECK(text(Money::kroner(12350), Separators::english) == "12,350 kr.");
    CHECK(text(Money::ore(1250'50), Separators::english) == "1,250.50 kr.");
}

TEST_CASE("Every amount the kiosk writes in Danish it reads back as the same")
{
    std::mt19937_64 random{7};
    std::uniform_int_distribution<std::int64_t> amounts{1, Money::largest_ore};
    for (int i = 0; i < 20'000; ++i) {
        const auto amount = Money::ore(i < 10'000 ? i + 1 : amounts(random));
        REQUIRE(Money::parse(text(amount, Separators::danish)) == amount);
        REQUIRE(Money::parse(number(amount, Separators::danish)) == amount);
    }
}

TEST_CASE("No text makes reading an amount give something else than an amount within bounds or a reason")
{
    std::mt19937_64 random{11};
    const std::string signs = "0123456789 .,,.-kr\xC2\xA0"
                              "e";
    for (int i = 0; i < 200'000; ++i) {
        std::string typed;
        for (auto left = random() % 14; left > 0; --left) typed += signs[random() % signs.size()];
        const auto amount = Money::parse(typed);
        if (amount) REQUIRE(amount->fits());
    }
}
