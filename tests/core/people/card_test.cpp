// SPDX-License-Identifier: MPL-2.0
#include "core/people/card.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort::core;
using frikort::tests::SeededChance;
using people::Card;
using people::Misread;

namespace {

const std::string letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string plain(const Card& card) { return std::string{card.qr_text().view().substr(2)}; }

} // namespace

TEST_CASE("A card that was scanned is the card that was made")
{
    SeededChance chance{1};
    for (int i = 0; i < 1000; ++i) {
        const auto card = Card::make(chance);
        CHECK(card.number().size() == 9);
        CHECK(card.secret().size() == 12);
        REQUIRE(Card::read(card.qr_text().view()) == card);
        REQUIRE(Card::read(plain(card)) == card);
    }
}

TEST_CASE(
    "A card may be typed in small letters with blanks and dashes and with letters that look like digits")
{
    SeededChance chance{2};
    auto made = Card::make(chance);
    while (plain(made).find('0') == std::string::npos || plain(made).find('1') == std::string::npos)
        made = Card::make(chance);
    auto typed = std::string{made.number_text()} + " - " + std::string{made.secret_text().view()} + "\t" +
                 made.check() + "\r\n";
    std::transform(typed.begin(), typed.end(), typed.begin(),
                   [](char c) { return static_cast<char>(std::tolower(c)); });
    std::replace(typed.begin(), typed.end(), '0', 'o');
    CHECK(Card::read(typed) == made);
    std::replace(typed.begin(), typed.end(), '1', 'l');
    CHECK(Card::read(typed) == made);
    std::replace(typed.begin(), typed.end(), 'l', 'I');
    CHECK(Card::read(typed) == made);
    CHECK(Card::read("fk" + typed) == made);
}

TEST_CASE("One wrong letter on a card is always noticed")
{
    SeededChance chance{3};
    for (int i = 0; i < 20; ++i) {
        const auto right = plain(Card::make(chance));
        for (std::size_t at = 0; at < right.size(); ++at) {
            for (const char letter : letters) {
                auto wrong = right;
                wrong[at] = letter;
                if (wrong == right) continue;
                const auto read = Card::read(wrong);
                REQUIRE_FALSE(read);
                REQUIRE(read.error() == Misread::check_failed);
            }
        }
    }
}

TEST_CASE("Two letters that changed places on a card are always noticed wherever they stand")
{
    SeededChance chance{4};
    for (int i = 0; i < 100; ++i) {
        const auto right = plain(Card::make(chance));
        for (std::size_t a = 0; a < right.size(); ++a) {
            for (std::size_t b = a + 1; b < right.size(); ++b) {
                auto wrong = right;
                std::swap(wrong[a], wrong[b]);
                if (wrong == right) continue;
                REQUIRE_FALSE(Card::read(wrong));
            }
        }
    }
}

TEST_CASE("What is no card says why")
{
    SeededChance chance{5};
    const auto right = plain(Card::make(chance));
    const auto why = [](const std::string& typed) {
        const auto read = Card::read(typed);
        REQUIRE_FALSE(read);
        return read.error();
    };
    CHECK(why("") == Misread::empty);
    CHECK(why(" - ") == Misread::empty);
    CHECK(why(right.substr(1)) == Misread::wrong_length);
    CHECK(why(right + "0") == Misread::wrong_length);
    CHECK(why(std::string(5000, '7')) == Misread::wrong_length);
    CHECK(why("KF" + right) == Misread::not_a_card);
    CHECK(why("https://socialtfrikort.dk") == Misread::not_a_card);
    CHECK(why(right.substr(0, 21) + "U") == Misread::not_a_card);
    CHECK(why(right.substr(0, 21) + std::string(1, '\0')) == Misread::not_a_card);
    CHECK(why("5901234123457") == Misread::wrong_length); // the bar code of a carton of milk
}

TEST_CASE("The text in a card's QR code is the same on every keyboard layout")
{
    SeededChance chance{6};
    const auto text = std::string{Card::make(chance).qr_text().view()};
    CHECK(text.size() == 24);
    CHECK(text.substr(0, 2) == "FK");
    CHECK(std::all_of(text.begin(), text.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }));
}

TEST_CASE("A card's letters are written for people in groups of three and four")
{
    SeededChance chance{7};
    const auto card = Card::make(chance);
    CHECK(card.number_text().size() == 11);
    CHECK(card.number_text()[3] == ' ');
    CHECK(card.number_text()[7] == ' ');
    CHECK(card.secret_text().size() == 14);
    CHECK(card.secret_text().view()[4] == ' ');
}

TEST_CASE("No two cards of a large print run have one number")
{
    SeededChance chance{8};
    std::set<std::string> numbers;
    for (int i = 0; i < 20'000; ++i) numbers.insert(Card::make(chance).number());
    CHECK(numbers.size() == 20'000);
}

TEST_CASE("A secret text leaves nothing behind in the memory it stood in")
{
    alignas(people::Wiped) unsigned char place[sizeof(people::Wiped)];
    auto* secret = new (place) people::Wiped{"THESECRETOFA"};
    secret->~Wiped();
    const volatile unsigned char* left = place;
    bool found = false;
    for (std::size_t i = 0; i < people::Wiped::most; ++i) found = found || left[i] != 0;
    CHECK_FALSE(found);
}
