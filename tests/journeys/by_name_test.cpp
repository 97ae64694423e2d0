// SPDX-License-Identifier: MPL-2.0
#include "core/actions/by_name.hpp"
#include "tests/journeys/one_house.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// A leader lets only cards open books, at every kiosk of the centre.

using namespace frikort::tests;
namespace core = frikort::core;
using core::centre::ByName;
using core::people::Role;
using Slots = core::store::Slots;

namespace {

void turn(StaffedKiosk& kiosk, const char* way)
{
    kiosk.sign_in();
    kiosk.tap("desk.books");
    kiosk.tap("by_name.title");
    kiosk.tap(way);
}

void turn_off(StaffedKiosk& kiosk)
{
    turn(kiosk, "by_name.turn_off");
    kiosk.tap("by_name.sure.yes");
    CHECK(kiosk.shows("Bøger åbner nu kun med kort."));
    kiosk.tap("bar.close");
}

std::string closed_notebook(KioskInTheHouse& kiosk, std::string_view name, const char* recovery)
{
    kiosk.begin_notebook(name);
    kiosk.tap(recovery);
    auto card = kiosk.take_card();
    kiosk.tap("bar.close");
    return card;
}

// Of everybody who has a book on this kiosk.
std::vector<Slots::Slot> names_of(KioskInTheHouse& kiosk)
{
    return kiosk.store().begin()->slots().of_kind(Slots::Kind::name);
}

} // namespace

TEST_CASE("A leader is told what it means, turns names off, and nobody opens a book by name any more")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    const auto card = closed_notebook(kiosk, "BO", "new.recovery.no");
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    turn(kiosk, "by_name.turn_off");
    CHECK(kiosk.shows("Ingen bog åbner så med navn på jeres skærme."));
    CHECK(kiosk.shows("Har de sagt nej til det, kan bogen aldrig åbnes."));
    kiosk.tap("by_name.sure.no"); // nothing was done yet
    CHECK(kiosk.shows("Det er slået til."));
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    turn_off(kiosk);
    kiosk.tap("home.book");
    CHECK_FALSE(kiosk.shows("Ja, I kender mit navn"));
    kiosk.tap("door.no_card");
    CHECK(kiosk.shows("Her åbner bøger kun med kort, ikke med navn."));
    CHECK(kiosk.shows("Spørg personalet."));
    kiosk.tap("open.not_yet.card");
    CHECK(kiosk.shows("Hold kortet frem"));
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    kiosk.begin_notebook("EVA", "730264");
    kiosk.tap("new.recovery.no");
    CHECK(kiosk.shows("Pas godt på kortet. Uden det åbner bogen ikke her."));
    CHECK_FALSE(kiosk.shows("Jeg bruger mit navn her"));
    kiosk.take_card();
    kiosk.tap("bar.close");

    kiosk.sign_in();
    kiosk.tap("desk.members");
    kiosk.tap("deeds.title");
    CHECK(kiosk.shows("Lod kun kort åbne bøger"));
}

TEST_CASE("What names open at both kiosks of a centre is gone from their disks once each has heard of it")
{
    OneHouse at;
    at.join();
    at.second.tap("bar.close");
    at.both_go_round();
    const auto eva = closed_notebook(at.second, "EVA", "new.recovery.no");
    closed_notebook(at.first, "BO", "new.recovery.no");
    const auto of_eva = names_of(at.second).front();
    const auto bytes = [](const Slots::Slot& slot) {
        return std::vector<std::string>{{slot.wrapped.begin(), slot.wrapped.end()}};
    };
    REQUIRE_FALSE(files_with_any(at.second.folder(), bytes(of_eva)).empty());

    turn_off(at.first);
    at.second.open_by_name("EVA"); // has heard of nothing
    CHECK(at.second.shows("Min bog 2025"));
    at.second.tap("bar.close");
    at.both_go_round();
    CHECK(files_with_any(at.second.folder(), bytes(of_eva)).empty());
    for (auto* kiosk : {&at.first, &at.second}) {
        kiosk->tap("home.book");
        CHECK_FALSE(kiosk->shows("Ja, I kender mit navn"));
        kiosk->tap("bar.home");
        for (const auto& slot : names_of(*kiosk)) CHECK(slot.wrapped.size() < 32);
    }
    at.central.stop();
    at.second.lose_power();
    at.second.open_with(eva);
    CHECK(at.second.shows("Min bog 2025"));
    at.second.tap("bar.close");
    at.second.tap("home.book");
    CHECK_FALSE(at.second.shows("Ja, I kender mit navn"));
    at.central.start();
}

TEST_CASE("Of two choices made without a network both kiosks of a centre follow the same one")
{
    OneHouse at;
    at.join();
    at.second.tap("bar.close");
    at.both_go_round();
    at.central.stop();
    const auto choose = [](StaffedKiosk& kiosk, const core::actions::Staff& lone, ByName allowed) {
        return core::actions::choose_by_name(kiosk.store(), kiosk.machine(), lone, allowed, kiosk.clock());
    };
    const auto elsewhere = [&] {
        const auto here = core::actions::members_here(at.second.store(), at.second.machine());
        return std::move(*core::actions::sign_in(at.second.store(), at.second.machine(), here.at(0).id,
                                                 core::people::StaffCode::typed(lones_other_code)));
    }();
    REQUIRE(choose(at.first, at.first.lone(), ByName::no));
    REQUIRE(choose(at.second, elsewhere, ByName::no));
    REQUIRE(choose(at.second, elsewhere, ByName::yes)); // she thought twice: the newer by its turn
    at.central.start();
    at.both_go_round();
    for (auto* kiosk : {&at.first, &at.second})
        CHECK(core::actions::by_name(*kiosk->store().begin(), kiosk->machine()) == ByName::yes);
}

TEST_CASE("Whoever stands at the name's page when the word comes is told kindly, and nothing is counted")
{
    OneHouse at;
    at.join();
    at.second.tap("bar.close");
    at.both_go_round();
    closed_notebook(at.second, "EVA", "new.recovery.no");
    at.second.tap("home.book");
    at.second.tap("door.name");
    at.second.press("EVA");
    at.second.tap("action.next");
    at.second.press("371904");
    turn_off(at.first);
    at.both_go_round();
    at.second.tap("open.action");
    CHECK(at.second.shows("Har du ikke dit kort?"));
    CHECK(at.second.shows("Måske kan de lave et nyt kort til dig."));
    at.second.tap("bar.back");
    CHECK(at.second.shows("Har du en bog?"));
}

TEST_CASE("Without names a new card takes a leader and the centre card, and staff are told so")
{
    StaffedKiosk kiosk;
    const auto centre_card = kiosk.set_up();
    kiosk.add("Ida", Role::staff, "hvide harer 8");
    kiosk.tap("bar.close");
    closed_notebook(kiosk, "BO", "new.recovery.yes");
    turn_off(kiosk);

    kiosk.sign_in("Ida", "hvide harer 8");
    kiosk.tap("desk.books");
    CHECK_FALSE(kiosk.shows("Åbn med navn"));
    kiosk.touch("Bo");
    kiosk.tap("books.one.yes");
    CHECK(kiosk.shows("Et nyt kort kræver værestedets kort. Spørg en leder."));
    CHECK_FALSE(kiosk.shows("Husker Bo sin kode?"));
    kiosk.tap("bar.close");

    kiosk.sign_in();
    kiosk.tap("desk.books");
    kiosk.touch("Bo");
    kiosk.tap("books.one.yes");
    CHECK(kiosk.shows("Bøger åbner kun med kort hos jer."));
    kiosk.tap("books.how.card.use");
    kiosk.stage().scan(centre_card);
    kiosk.tap("new.kind.digits");
    for (int twice = 0; twice < 2; ++twice) {
        kiosk.press("730264");
        kiosk.tap("action.next");
    }
    CHECK(kiosk.shows("Det nye kort"));
    const auto card = kiosk.card_on_screen();
    kiosk.tap("new.card.done");
    kiosk.tap("bar.close");
    kiosk.open_with(card, "730264");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");
}

TEST_CASE("Turned on again a name opens its book once the card did")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    const auto card = closed_notebook(kiosk, "BO", "new.recovery.no");
    turn_off(kiosk);
    turn(kiosk, "by_name.turn_on");
    CHECK(kiosk.shows("Navne kan åbne bøger igen."));
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Navn og kode passer ikke sammen her."));
    kiosk.tap("bar.home");
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Min bog 2025"));
}
