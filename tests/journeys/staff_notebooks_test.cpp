// SPDX-License-Identifier: MPL-2.0
#include "core/actions/open_new_notebook.hpp"
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"

// What staff do with the notebooks of others, and what their owners see of it.

using frikort::core::people::Role;
using frikort::tests::StaffedKiosk;

namespace {

// A notebook whose owner let the staff open it; closed again.
std::string closed_notebook(StaffedKiosk& kiosk, const char* recovery)
{
    kiosk.begin_notebook("BO");
    kiosk.tap(recovery);
    auto card = kiosk.take_card();
    kiosk.tap("bar.close");
    return card;
}

// Until one must wait.
void type_wrong_codes(StaffedKiosk& kiosk, const std::string& card)
{
    kiosk.stage().scan(card);
    for (int wrong = 0; wrong < 3; ++wrong) {
        if (wrong > 0) kiosk.touch("Prøv igen");
        kiosk.press("902846");
        kiosk.tap("open.action");
    }
}

void find_bo(StaffedKiosk& kiosk)
{
    kiosk.sign_in();
    kiosk.tap("desk.books");
    kiosk.touch("Bo");
    kiosk.tap("books.one.yes");
}

} // namespace

TEST_CASE("A lost card is replaced by staff who know the person, and its owner sees that it was")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    const auto old = closed_notebook(kiosk, "new.recovery.no");
    find_bo(kiosk);
    kiosk.tap("books.how.known");
    kiosk.tap("new.kind.digits");
    kiosk.press("371904");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Det nye kort"));
    const auto card = kiosk.card_letters();
    kiosk.tap("new.card.done");
    CHECK(kiosk.shows("Hej Lone"));
    CHECK_FALSE(kiosk.shows("Min bog"));
    kiosk.tap("bar.close");

    kiosk.stage().scan(old);
    kiosk.press("371904");
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Kortet er nyt her"));
    kiosk.tap("bar.home");
    kiosk.open_with(card);
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("Personalet lavede et nyt kort, 21. november 2025"));
    kiosk.tap("overview.all");
    CHECK(kiosk.shows("Personalet lavede et nyt kort, 21. november 2025"));
}

TEST_CASE("A forgotten code is mended with the centre card and a leader, and its owner sees it")
{
    StaffedKiosk kiosk;
    const auto centre_card = kiosk.set_up();
    kiosk.tap("bar.close");
    closed_notebook(kiosk, "new.recovery.yes");
    find_bo(kiosk);
    kiosk.tap("books.how.forgotten");
    kiosk.stage().scan("HTTPS://EXAMPLE.DK");
    CHECK(kiosk.shows("Det er ikke værestedets kort"));
    kiosk.stage().scan(centre_card);
    kiosk.tap("new.kind.digits");
    for (int twice = 0; twice < 2; ++twice) {
        kiosk.press("902846");
        kiosk.tap("action.next");
    }
    const auto card = kiosk.card_letters();
    kiosk.tap("new.card.done");
    kiosk.tap("bar.close");
    kiosk.open_with(card, "902846");
    kiosk.tap("overview.all");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("Personalet åbnede bogen med værestedets kort, 21. november 2025"));
}

TEST_CASE("Somebody who said no to the staff is not opened with the centre card")
{
    StaffedKiosk kiosk;
    const auto centre_card = kiosk.set_up();
    kiosk.tap("bar.close");
    closed_notebook(kiosk, "new.recovery.no");
    find_bo(kiosk);
    kiosk.tap("books.how.forgotten");
    kiosk.stage().scan(centre_card);
    CHECK(kiosk.shows("Ejeren har sagt nej"));
}

TEST_CASE("Another person of the same name cannot be let into somebody else's notebook")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    closed_notebook(kiosk, "new.recovery.no");
    find_bo(kiosk);
    kiosk.tap("books.how.known");
    kiosk.tap("new.kind.digits");
    kiosk.press("902846");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Koden passer ikke"));
    CHECK_FALSE(kiosk.shows("Det nye kort"));
}

TEST_CASE("Staff write pay by the number of a card and never see the notebook")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    const auto card = closed_notebook(kiosk, "new.recovery.no");
    kiosk.sign_in();
    kiosk.tap("desk.pay");
    kiosk.stage().scan(card);
    kiosk.tap("log.day.today");
    kiosk.tap("log.place.not_told");
    kiosk.tap("log.hours.not_known");
    kiosk.press("350");
    kiosk.tap("action.next");
    kiosk.tap("log.save");
    CHECK(kiosk.shows("Det står i borgerens bog"));
    kiosk.tap("log.saved.finish");
    CHECK(kiosk.shows("Hej Lone"));
    kiosk.tap("bar.close");
    kiosk.open_with(card);
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("350 kr."));
    kiosk.tap("overview.all");
    CHECK(kiosk.shows("af personalet"));
    kiosk.touch("350 kr.");
    CHECK(kiosk.shows("Skrevet af personalet"));
}

TEST_CASE("Pay for a card that is not known yet is kept and says so and comes by itself")
{
    using namespace frikort::core;
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("desk.pay");
    const auto card = people::Card::make(kiosk.machine().chance);
    kiosk.tap("pay_for.type");
    kiosk.press(card.number());
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Vi kender ikke det kort"));
    kiosk.tap("pay_for.go_on");
    kiosk.tap("log.day.today");
    kiosk.tap("log.place.not_told");
    kiosk.tap("log.hours.not_known");
    kiosk.press("350");
    kiosk.tap("action.next");
    kiosk.tap("log.save");
    CHECK(kiosk.shows("gemt her, til bogen er kendt"));
    kiosk.tap("bar.close");
    // Its notebook arrives.
    REQUIRE(actions::open_new_notebook(
        kiosk.store(), kiosk.machine(),
        {*people::CallName::from("Bo"), *people::Pin::typed("371904"), actions::Recovery::no, card}));
    kiosk.sign_in();
    kiosk.tap("bar.close");
    kiosk.open_with(std::string{card.qr_text().view()});
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("350 kr."));
}

TEST_CASE("Staff sign inside an open notebook and nobody is signed in by it")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.tap("home.book");
    kiosk.tap("bar.home");
    const auto card = closed_notebook(kiosk, "new.recovery.no");
    kiosk.open_with(card);
    kiosk.write_pay("log.day.today", "350");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.all");
    kiosk.tap("overview.show");
    kiosk.touch("350 kr.");
    kiosk.tap("entries.sign");
    kiosk.touch("Lone");
    kiosk.type_code("forkert kode");
    CHECK(kiosk.shows("Koden passer ikke"));
    kiosk.type_code(StaffedKiosk::lones_code);
    CHECK(kiosk.shows("Der står nu"));
    kiosk.tap("members.done");
    CHECK(kiosk.shows("Personalet har set lønnen"));
    kiosk.tap("bar.back");
    CHECK_FALSE(kiosk.shows("Hej Lone"));
    kiosk.tap("bar.close");
    kiosk.tap("staff.door");
    CHECK(kiosk.shows("Hvem er du?"));
}

TEST_CASE("The front page tells staff how many wait and never what")
{
    using namespace frikort::core;
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    CHECK_FALSE(kiosk.shows("venter"));
    {
        const auto work = kiosk.store().begin();
        const auto centre = actions::our_centre(*work, kiosk.machine());
        for (const auto which : {base::Byte{1}, base::Byte{2}}) {
            base::Id message;
            message.bytes[0] = which;
            actions::write_doing(*work, kiosk.machine(), *centre, kiosk.machine().device_key,
                                 centre::Asked{{records::StreamKind::notebook, {{which}}}, message, message},
                                 kiosk.clock());
        }
        work->commit();
    }
    kiosk.house().hear_news();
    kiosk.stage().pass(std::chrono::minutes{2});
    CHECK(kiosk.shows("Kun personale · 2 venter"));
}

TEST_CASE("Staff end the wait after wrong codes for somebody they know, and the leader sees that it was done")
{
    using frikort::core::people::Role;
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.add("Ida", Role::staff, "hvide harer 8");
    kiosk.tap("bar.close");
    const auto card = closed_notebook(kiosk, "new.recovery.no");
    type_wrong_codes(kiosk, card);
    CHECK(kiosk.shows("Vent"));
    kiosk.tap("bar.home");

    kiosk.sign_in("Ida", "hvide harer 8");
    kiosk.tap("desk.books");
    kiosk.touch("Bo");
    CHECK(kiosk.shows("Der er tastet forkert kode."));
    kiosk.tap("books.lift");
    CHECK(kiosk.shows("Ventetiden er væk."));
    kiosk.tap("members.done");
    kiosk.touch("Bo");
    CHECK_FALSE(kiosk.shows("Fjern ventetiden"));
    kiosk.tap("bar.close");
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    kiosk.sign_in();
    kiosk.tap("desk.members");
    kiosk.tap("deeds.title");
    CHECK(kiosk.shows("Fjernede en ventetid"));
    CHECK(kiosk.shows("Ida"));
    CHECK_FALSE(kiosk.shows("Bo"));
}

TEST_CASE("A wait that ends by itself while staff look at it is no longer theirs to end")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    const auto card = closed_notebook(kiosk, "new.recovery.no");
    type_wrong_codes(kiosk, card);
    kiosk.tap("bar.home");
    kiosk.sign_in();
    kiosk.tap("desk.books");
    kiosk.touch("Bo");
    CHECK(kiosk.shows("Fjern ventetiden"));
    kiosk.stage().pass(std::chrono::seconds{31});
    CHECK_FALSE(kiosk.shows("Fjern ventetiden"));
    CHECK(kiosk.shows("Jeg kender personen"));
}
