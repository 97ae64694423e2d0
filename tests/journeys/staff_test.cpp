// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"

// What staff do at the staff door, through the real screens.

using frikort::core::people::Role;
using frikort::tests::StaffedKiosk;
using namespace std::chrono_literals;

TEST_CASE("Where nobody was invited the staff door says so and sets nothing up")
{
    StaffedKiosk kiosk;
    kiosk.tap("staff.door");
    CHECK(kiosk.shows("--set-up-code"));
    CHECK_FALSE(kiosk.shows("Næste"));
    kiosk.tap("bar.home");
    CHECK(kiosk.shows("Kun personale"));
}

TEST_CASE("The leader sets up the centre at the screen and the kiosk knows its keys at once")
{
    StaffedKiosk kiosk;
    CHECK_FALSE(kiosk.machine().recovery);
    const auto card = kiosk.set_up();
    CHECK(kiosk.shows("Hej Lone"));
    CHECK(kiosk.machine().recovery.has_value());
    CHECK(kiosk.machine().inbox.has_value());
    const auto read = frikort::core::people::CentreCard::read(card);
    REQUIRE(read);
    CHECK(frikort::core::actions::opened_by(
        *read, *frikort::core::actions::our_centre(kiosk.store(), kiosk.machine())));
    kiosk.tap("bar.close");
    CHECK_FALSE(kiosk.shows("Lone"));
    kiosk.restart();
    kiosk.sign_in();
    CHECK(kiosk.shows("Hej Lone"));
}

TEST_CASE("A centre card that nobody kept sets up nothing and the code works again")
{
    StaffedKiosk kiosk;
    const auto code = kiosk.invite();
    kiosk.tap("staff.door");
    kiosk.press(code);
    kiosk.tap("action.next");
    kiosk.press("LONE");
    kiosk.tap("action.next");
    kiosk.choose_code(StaffedKiosk::lones_code);
    kiosk.tap("set_up.card.kept");
    kiosk.press("0000");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("De passer ikke med kortet"));
    kiosk.tap("bar.home");
    using namespace frikort::core::actions;
    CHECK(set_up_of(kiosk.store(), kiosk.machine()) == SetUp::invited);
    CHECK(check_set_up_code(kiosk.store(), kiosk.machine(), frikort::core::people::SetUpCode::typed(code)));
}

TEST_CASE("A stranger who guesses the set-up code has to wait")
{
    StaffedKiosk kiosk;
    kiosk.invite();
    kiosk.tap("staff.door");
    for (int i = 0; i < 3; ++i) {
        kiosk.press("ABCDEFGH");
        kiosk.tap("action.next");
    }
    CHECK(kiosk.shows("Vent 30 sekunder"));
}

TEST_CASE("A code of staff is dots while it is typed and wrong ones make that member wait")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.tap("staff.door");
    kiosk.touch("Lone");
    kiosk.stage().type("gættet kode");
    const auto& nodes = kiosk.stage().semantics().nodes();
    const auto field = std::find_if(nodes.begin(), nodes.end(), [](const auto& node) {
        return node.role == frikort::kiosk::ui::Role::field;
    });
    REQUIRE(field != nodes.end());
    CHECK(field->lines == std::vector<std::string>{"•••••••••••"});
    CHECK(field->spoken == "11 tegn skrevet");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Koden passer ikke"));
    for (int i = 0; i < 2; ++i) kiosk.type_code("gættet kode");
    CHECK(kiosk.shows("Vent 30 sekunder"));
    kiosk.stage().pass(31s);
    kiosk.type_code(StaffedKiosk::lones_code);
    CHECK(kiosk.shows("Hej Lone"));
}

TEST_CASE("Whoever is signed in is locked out after five minutes without a touch")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("desk.health");
    kiosk.stage().pass(4min);
    CHECK(kiosk.shows("Skærmens tilstand"));
    kiosk.stage().pass(45s);
    CHECK(kiosk.shows("Er du der stadig?"));
    CHECK_FALSE(kiosk.shows("Skærmens tilstand"));
    kiosk.stage().pass(20s);
    CHECK(kiosk.shows("Kun personale"));
    kiosk.tap("staff.door");
    CHECK(kiosk.shows("Hvem er du?"));
}

TEST_CASE("Leaving the desk signs out")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("desk.members");
    kiosk.tap("bar.close");
    kiosk.tap("staff.door");
    CHECK(kiosk.shows("Hvem er du?"));
}

TEST_CASE("Each role sees what it may do and nothing else")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.add("Tom", Role::volunteer, "hvide blomster");
    kiosk.sign_in("Tom", "hvide blomster");
    CHECK(kiosk.shows("Hej Tom"));
    CHECK(kiosk.shows("Skriv løn"));
    CHECK(kiosk.shows("Skærmen"));
    for (const auto* leaders : {"Personale", "Det er gjort", "Find en bog"})
        CHECK_FALSE(kiosk.shows(leaders));
}

TEST_CASE("A leader adds somebody who signs in and removes them again")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("desk.members");
    kiosk.tap("members.add");
    kiosk.press("IDA");
    kiosk.tap("action.next");
    kiosk.tap("role.staff");
    kiosk.choose_code("hvide blomster");
    CHECK(kiosk.shows("Ida kan nu logge ind."));
    kiosk.tap("bar.close");

    kiosk.sign_in("Ida", "hvide blomster");
    CHECK(kiosk.shows("Hej Ida"));
    kiosk.tap("bar.close");

    kiosk.sign_in();
    kiosk.tap("desk.members");
    kiosk.touch("Ida");
    kiosk.tap("members.remove");
    kiosk.tap("members.remove.yes");
    CHECK(kiosk.shows("Ida er fjernet."));
    kiosk.tap("bar.back");
    kiosk.tap("deeds.title");
    CHECK(kiosk.shows("Fjernede en fra listen"));
    CHECK(kiosk.shows("Satte Ida på listen"));
    kiosk.tap("bar.close");
    kiosk.tap("staff.door");
    CHECK_FALSE(kiosk.shows("Ida"));
}

TEST_CASE("The last leader cannot remove themself and is told why")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("desk.members");
    kiosk.touch("Lone");
    kiosk.tap("members.remove");
    kiosk.tap("members.remove.yes");
    CHECK(kiosk.shows("mindst én leder"));
}

TEST_CASE("Somebody removed while signed in is told kindly and signed out")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    const auto ida = kiosk.add("Ida", Role::leader, "hvide blomster");
    kiosk.sign_in("Ida", "hvide blomster");
    REQUIRE(frikort::core::actions::remove_member(kiosk.store(), kiosk.machine(), kiosk.lone(), ida,
                                                  kiosk.clock()));
    kiosk.tap("desk.members");
    CHECK(kiosk.shows("Du er logget ud"));
    kiosk.tap("dismissed.done");
    CHECK(kiosk.shows("Kun personale"));
    CHECK_FALSE(kiosk.shows("Hej Ida"));
}

TEST_CASE("With the centre card from the safe a leader who forgot the code comes in again")
{
    StaffedKiosk kiosk;
    const auto card = kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.tap("staff.door");
    kiosk.tap("sign_in.forgot");
    kiosk.tap("sign_in.use_card");
    kiosk.stage().scan("HTTPS://EXAMPLE.DK");
    CHECK(kiosk.shows("Det er ikke værestedets kort"));
    kiosk.stage().scan(card);
    kiosk.touch("Lone");
    kiosk.choose_code("gule gulerødder");
    CHECK(kiosk.shows("Hej Lone"));
    kiosk.tap("bar.close");
    kiosk.sign_in("Lone", StaffedKiosk::lones_code);
    CHECK(kiosk.shows("Koden passer ikke"));
}

TEST_CASE("The centre card of another centre opens nothing at the staff door")
{
    StaffedKiosk other;
    const auto card = other.set_up();
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.tap("staff.door");
    kiosk.tap("sign_in.forgot");
    kiosk.tap("sign_in.use_card");
    kiosk.tap("open.card.type");
    std::string letters;
    for (const char sign : card)
        if (sign != ' ') letters += sign;
    kiosk.press(letters);
    kiosk.tap("action.next");
    CHECK(kiosk.shows("et andet værested"));
}

TEST_CASE("Staff see what a damaged file took away and can tell the kiosk which day it is")
{
    struct ToBeTold : frikort::tests::DoubtedDay {
        using DoubtedDay::DoubtedDay;
        bool trusted() const override { return told; }
        bool told = false;
    };
    auto owned = std::make_unique<ToBeTold>(*frikort::core::base::Date::from(2025, 11, 21));
    auto& clock = *owned;
    StaffedKiosk kiosk{std::move(owned)};
    kiosk.house().on_day_confirmed([&] { clock.told = true; });
    kiosk.house().on_free_bytes([] { return std::uint64_t{12'400'000'000}; });
    kiosk.set_up();
    kiosk.tap("desk.health");
    CHECK(kiosk.shows("Måske 21. november 2025")); // first, as it wants somebody
    kiosk.stage().tap("Mere");
    CHECK(kiosk.shows("12 GB"));
    kiosk.tap("health.day.set");
    kiosk.tap("health.day.no");
    CHECK_FALSE(clock.told);
    kiosk.tap("members.done");
    kiosk.tap("health.day.set");
    kiosk.tap("health.day.yes");
    CHECK(clock.told);
    CHECK_FALSE(kiosk.shows("Måske"));
}
