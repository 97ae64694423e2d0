// SPDX-License-Identifier: MPL-2.0
#include "core/people/centre_card.hpp"

#include "core/people/card.hpp"
#include "core/people/staff.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core::people;
using namespace frikort::tests;

TEST_CASE("The centre card is read again from its QR code and from the letters on paper")
{
    FrozenChance chance;
    for (int i = 0; i < 50; ++i) {
        const auto card = CentreCard::make(chance);
        CHECK(card.bytes().size() == CentreCard::size);
        REQUIRE(CentreCard::read(card.qr_text().view()));
        const auto typed = CentreCard::read(card.text().view());
        REQUIRE(typed);
        CHECK(typed->bytes() == card.bytes());
    }
}

TEST_CASE("One wrong letter of the centre card is caught")
{
    FrozenChance chance;
    const auto card = CentreCard::make(chance);
    const std::string whole{card.qr_text().view()};
    for (std::size_t i = 2; i < whole.size(); ++i) {
        auto wrong = whole;
        wrong[i] = wrong[i] == '7' ? '8' : '7';
        CHECK(CentreCard::read(wrong).error() == Misread::check_failed);
    }
    CHECK(CentreCard::read(Card::make(chance).qr_text().view()).error() == Misread::wrong_length);
    CHECK(Card::read(whole).error() != Misread::empty);
    CHECK(CentreCard::read("").error() == Misread::empty);
    CHECK(CentreCard::read("HTTPS://EXAMPLE.DK").error() == Misread::not_a_card);
}

TEST_CASE("A code for staff is long enough and not guessed at once")
{
    const auto refused = [](const char* typed) { return StaffCode::choose(typed, "Birgitte").error(); };
    CHECK(refused("abcdefg") == WeakStaffCode::too_short);
    CHECK(refused("        ") == WeakStaffCode::too_short);
    CHECK(refused("aaaaaaaa") == WeakStaffCode::repetition);
    CHECK(refused("12345678") == WeakStaffCode::repetition);
    CHECK(refused("hgfedcba") == WeakStaffCode::repetition);
    CHECK(refused("birgitte") == WeakStaffCode::name);
    CHECK(refused(std::string(31, 'x').append("abc").c_str()) == WeakStaffCode::too_long);
    CHECK(refused("abc\x01"
                  "defgh") == WeakStaffCode::not_plain);
    const auto code = StaffCode::choose("Grøn båd", "Lone");
    REQUIRE(code);
    CHECK(*code == StaffCode::typed("  grøn   BÅD"));
}

TEST_CASE("Each role may do what is theirs and a leader may do everything")
{
    for (const auto right : {Right::write_pay, Right::see_health}) CHECK(may(Role::volunteer, right));
    for (const auto right : {Right::find_notebooks, Right::answer, Right::keep_jobs, Right::keep_members,
                             Right::see_deeds, Right::open_lost, Right::choose_ways}) {
        CHECK_FALSE(may(Role::volunteer, right));
        CHECK(may(Role::leader, right));
    }
    for (const auto right : {Right::keep_members, Right::see_deeds, Right::open_lost, Right::choose_ways})
        CHECK_FALSE(may(Role::staff, right));
}
