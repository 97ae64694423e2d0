// SPDX-License-Identifier: MPL-2.0
#include "core/actions/centre_root.hpp"
#include "sync/agent/memory.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"

// Nobody makes a second centre: a kiosk whose centre may have been begun elsewhere hears from the server
// first.

using namespace frikort::core;
using frikort::tests::CentralInTheTown;
using frikort::tests::StaffedKiosk;
using frikort::tests::SyncedKiosk;
using namespace std::chrono_literals;

namespace {

// Ida sets it up until its card is shown; gives the card's letters.
std::string set_up_to_the_card(StaffedKiosk& kiosk, const std::string& code)
{
    kiosk.tap("staff.door");
    kiosk.press(code);
    kiosk.tap("action.next");
    kiosk.press("IDA");
    kiosk.tap("action.next");
    kiosk.choose_code("hvide blomster");
    return kiosk.card_letters();
}
void keep_card(StaffedKiosk& kiosk, const std::string& letters)
{
    kiosk.tap("set_up.card.kept");
    kiosk.press(StaffedKiosk::last_four(letters));
    kiosk.tap("action.next");
}

// Enrolled, invited, and the server has not told anything yet.
class NewKiosk : public StaffedKiosk {
public:
    NewKiosk()
    {
        {
            const auto work = store().begin();
            frikort::sync::agent::Memory{*work}.keep_centre({"Havnen", stream});
            work->commit();
        }
        connect([this] { ++asked; });
        code = invite(stream.name);
    }
    void end_round(std::optional<frikort::sync::agent::Trouble> trouble)
    {
        {
            const auto work = store().begin();
            frikort::sync::agent::Memory memory{*work};
            memory.keep_trouble(trouble);
            if (!trouble) memory.keep_heard_all();
            work->commit();
        }
        house().hear_news();
        stage().pass(1ms);
    }
    int asked = 0;
    std::string code;
    const records::StreamId stream{records::StreamKind::centre, {{4, 5}}};
};

} // namespace

TEST_CASE("A new kiosk sets up nothing before it heard from the server and never waits without end")
{
    NewKiosk kiosk;
    kiosk.tap("staff.door");
    CHECK(kiosk.asked == 1);
    CHECK(kiosk.shows("Et øjeblik"));
    CHECK_FALSE(kiosk.shows("Skriv koden til opsætning"));
    kiosk.end_round(frikort::sync::agent::Trouble::no_server);
    CHECK(kiosk.shows("Skærmen skal på nettet én gang"));
    CHECK(kiosk.shows("Lige nu er der ikke hul igennem"));
    kiosk.tap("action.again");
    CHECK(kiosk.asked == 2);
    CHECK(kiosk.shows("Et øjeblik"));
    kiosk.stage().pass(41s); // no answer at all
    CHECK(kiosk.shows("Skærmen skal på nettet én gang"));
    kiosk.end_round(std::nullopt); // nobody set it up elsewhere: it goes on by itself
    CHECK(kiosk.shows("Skriv koden til opsætning"));
    kiosk.press(kiosk.code);
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Hvad hedder du?"));
}

TEST_CASE(
    "Whoever set up a kiosk while others did so elsewhere is led to their centre and makes no second one")
{
    CentralInTheTown central;
    SyncedKiosk first{central, "Havnen"};
    SyncedKiosk second{central, "Havnen"};
    const auto code = second.invite(second.place.stream.name);
    const auto unused = set_up_to_the_card(second, code);
    const auto card = first.set_up(first.place.stream.name);
    first.round();
    second.round();
    keep_card(second, unused);
    CHECK(second.shows("Skriv koden til opsætning"));
    second.press(code);
    second.tap("action.next");
    second.stage().scan(unused);
    CHECK(second.shows("Kortet passer ikke til Havnen"));
    second.stage().scan(card);
    CHECK(second.shows("Den hører nu til Havnen"));
}

TEST_CASE("A kiosk whose centre was set up on another one waits for the office and makes no second centre")
{
    CentralInTheTown central{CentralInTheTown::Centres::to_be_compared};
    SyncedKiosk first{central, "Havnen"};
    SyncedKiosk second{central, "Havnen"};
    const auto card = first.set_up(first.place.stream.name);
    first.tap("bar.close");
    first.round();
    second.round();
    const auto code = second.invite(second.place.stream.name);
    second.tap("staff.door");
    CHECK(second.shows("Kontoret skal ringe først"));
    CHECK_FALSE(second.shows("Skriv koden"));
    REQUIRE(central.compared("Havnen", *actions::fingerprint_here(*first.store().begin())));
    second.round(); // it goes on by itself
    CHECK(second.shows("Skriv koden til opsætning"));
    second.press(code);
    second.tap("action.next");
    second.stage().scan(card);
    CHECK(second.shows("Den hører nu til Havnen"));
}

TEST_CASE("Whoever is setting up a kiosk when the office hears of another one makes no second centre")
{
    CentralInTheTown central{CentralInTheTown::Centres::to_be_compared};
    SyncedKiosk first{central, "Havnen"};
    SyncedKiosk second{central, "Havnen"};
    const auto unused = set_up_to_the_card(second, second.invite(second.place.stream.name));
    first.set_up(first.place.stream.name);
    first.round();
    second.round();
    keep_card(second, unused);
    CHECK(second.shows("Kontoret skal ringe først"));
    CHECK_FALSE(actions::fingerprint_here(*second.store().begin()));
}
