// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/centre_card/centre_card.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort;
using core::people::Misread;
namespace centre_card = kiosk::screens::centre_card;
using centre_card::Page;

TEST_CASE("Whoever typed the centre card is told what to look at again, whoever held up another is not")
{
    tests::SeededChance chance{27};
    const auto card = core::people::CentreCard::make(chance);
    const std::string right{card.text().view()};
    const auto one_short = right.substr(0, right.size() - 1);
    auto wrong = right;
    wrong.front() = wrong.front() == '7' ? '8' : '7';

    CHECK(centre_card::read(right, Page::typed) == card);
    CHECK(centre_card::read(card.qr_text().view(), Page::held_up) == card);
    CHECK(centre_card::read(one_short, Page::typed).error() == Misread::wrong_length);
    CHECK(centre_card::read(wrong, Page::typed).error() == Misread::check_failed);
    CHECK(centre_card::read(one_short, Page::held_up).error() == Misread::not_a_card);
    CHECK(centre_card::read(wrong, Page::held_up).error() == Misread::not_a_card);
}

TEST_CASE("All signs of the centre card have room where it is typed")
{
    tests::SeededChance chance{27};
    const auto text = core::people::CentreCard::make(chance).text();
    std::string signs;
    for (const char sign : text.view())
        if (sign != ' ') signs += sign;
    CHECK(signs.size() == centre_card::signs);
}
