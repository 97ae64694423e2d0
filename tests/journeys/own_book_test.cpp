// SPDX-License-Identifier: MPL-2.0
#include "core/actions/erase_notebook.hpp"
#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/journeys/outside/eyes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// What a citizen does with the own notebook as a whole, through the real screens.

using frikort::tests::KioskInTheHouse;
using namespace std::chrono_literals;
using frikort::kiosk::ui::Role;

namespace {

// From the year's page to a new code of six digits, twice.
void choose_code(KioskInTheHouse& kiosk, std::string_view code)
{
    kiosk.tap("new.kind.digits");
    for (int twice = 0; twice < 2; ++twice) {
        kiosk.press(code);
        kiosk.tap("action.next");
    }
}

std::string code_on_screen(KioskInTheHouse& kiosk, const frikort::tests::outside::Eyes& eyes)
{
    const auto* qr = kiosk.stage().semantics().find(Role::qr, kiosk.texts()("take.qr"));
    REQUIRE(qr != nullptr);
    return eyes.code(kiosk.stage().picture(), qr->rect);
}

} // namespace

TEST_CASE("Somebody who lost the card gets a new one, and the lost one opens nothing any more")
{
    KioskInTheHouse kiosk;
    int sent = 0;
    const auto lost = kiosk.make_notebook("BO");
    kiosk.connect([&] { ++sent; });
    kiosk.write_pay("log.day.today", "500");
    kiosk.tap("log.saved.finish");
    kiosk.tap("own.title");
    kiosk.tap("own.card");
    CHECK(kiosk.shows("Det gamle kort virker ikke mere her."));
    kiosk.tap("renew.card.go");
    choose_code(kiosk, "482915");
    kiosk.tap("new.keep.phone");
    const auto card = kiosk.card_on_screen();
    CHECK_FALSE(card == lost);
    CHECK(sent == 1);
    kiosk.tap("new.card.done");
    CHECK(kiosk.shows("Kort og kode"));
    // The visit goes on with the new keys.
    kiosk.tap("bar.back");
    kiosk.write_pay("log.day.today", "25");
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.close");

    kiosk.restart();
    kiosk.open_with(lost);
    CHECK_FALSE(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.home");
    kiosk.open_with(card, "482915");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("525 kr."));
}

TEST_CASE("Somebody whose code is known by others gets a new one and keeps the card")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.open_with(card);
    kiosk.tap("own.title");
    kiosk.tap("own.code");
    kiosk.tap("renew.code.go");
    choose_code(kiosk, "371904");
    CHECK(kiosk.shows("Det er den kode, du har nu."));
    kiosk.press("482915");
    kiosk.tap("action.next");
    kiosk.press("482951");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("De to koder var ikke ens."));
    for (int twice = 0; twice < 2; ++twice) {
        kiosk.press("482915");
        kiosk.tap("action.next");
    }
    CHECK(kiosk.shows("Din nye kode virker nu"));
    kiosk.tap("new.card.done");
    kiosk.tap("bar.close");

    kiosk.open_with(card);
    CHECK(kiosk.shows("Koden passer ikke"));
    kiosk.tap("action.again");
    kiosk.press("482915");
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("Who opened with the call name gets a new card with the new code, and is told before")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO");
    kiosk.tap("own.title");
    kiosk.tap("own.code");
    CHECK(kiosk.shows("Derfor får du også et nyt kort."));
    kiosk.tap("renew.code.go");
    choose_code(kiosk, "482915");
    kiosk.tap("new.keep.name");
    const auto card = kiosk.card_on_screen();
    kiosk.tap("new.card.done");
    kiosk.tap("bar.close");
    kiosk.open_with(card, "482915");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("A phone without a network reads the year from the screen, when its owner said yes")
{
    KioskInTheHouse kiosk;
    const frikort::tests::TemporaryFolder folder;
    const frikort::tests::outside::Eyes eyes{folder.path()};
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "1234,50");
    kiosk.tap("log.saved.finish");
    kiosk.tap("own.title");
    kiosk.tap("own.home");
    CHECK(kiosk.stage().semantics().find(Role::qr, kiosk.texts()("take.qr")) == nullptr);
    kiosk.tap("take.show");
    CHECK(code_on_screen(kiosk, eyes) ==
          "MINE EGNE TAL 2025\nJeg har selv skrevet dem. De rigtige står på socialtfrikort.dk\n"
          "I alt: 1.234,50 kr.\nGrænsen i 2025: 42.766 kr.\n"
          "Kilde: Den juridiske vejledning 2025-1, C.A.2.5.2.1.32");
    CHECK_FALSE(kiosk.shows("1.234")); // only in the code
    kiosk.tap("take.next");
    CHECK(code_on_screen(kiosk, eyes) == "MINE EGNE TAL 2025\nnovember: 1.234,50 kr.");
    kiosk.tap("take.next");
    CHECK(code_on_screen(kiosk, eyes) == "MINE EGNE TAL 2025\n21. november: 1.234,50 kr.");
    kiosk.tap("new.card.done");
    CHECK(kiosk.shows("Kort og kode"));
}

TEST_CASE("A notebook is erased after a pause and a second yes, and then nothing of it is found")
{
    KioskInTheHouse kiosk;
    const auto front = kiosk.stage().told();
    const auto card = kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "500");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    kiosk.tap("own.title");
    kiosk.tap("own.erase");
    CHECK(kiosk.shows("Låste kopier kan ligge lidt endnu."));
    kiosk.tap("erase.go");
    // The finger that is still there meets "no", and there is no yes yet.
    CHECK_THROWS(kiosk.tap("erase.yes"));
    kiosk.tap("erase.no");
    CHECK(kiosk.shows("Kort og kode"));
    kiosk.tap("own.erase");
    kiosk.tap("erase.go");
    kiosk.stage().pass(5s);
    kiosk.tap("erase.yes");
    CHECK(kiosk.shows("Din bog er slettet"));
    kiosk.tap("bar.home");
    CHECK(kiosk.stage().told() == front);

    kiosk.open_with(card);
    CHECK_FALSE(kiosk.shows("Min bog 2025"));
    kiosk.stop();
    std::string bytes;
    for (const auto& [name, content] : frikort::tests::contents_of(kiosk.folder() / "kiosk"))
        bytes += content;
    CHECK(bytes.find(card) == std::string::npos);
}

TEST_CASE("Nobody who walks away between the two questions has erased anything")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    kiosk.tap("own.title");
    kiosk.tap("own.erase");
    kiosk.tap("erase.go");
    kiosk.stage().pass(3min);
    kiosk.stage().pass(31s);
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("A notebook that is erased elsewhere while it stands open here is put away")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    CHECK(kiosk.shows("Min bog 2025"));
    {
        namespace actions = frikort::core::actions;
        const auto open =
            actions::open_with_card(kiosk.store(), kiosk.machine(), *frikort::core::people::Card::read(card),
                                    *frikort::core::people::Pin::typed("371904"));
        REQUIRE(open);
        REQUIRE(actions::erase_notebook(kiosk.store(), kiosk.machine(), *open) == actions::Erased::yes);
    }
    kiosk.stage().pass(2s);
    CHECK_FALSE(kiosk.shows("Min bog 2025"));
    CHECK(kiosk.shows("Hej. Hvad vil du?"));
}
