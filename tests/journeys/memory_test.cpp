// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/own_memory.hpp"

// What is left in the memory of the process when somebody has gone.

using frikort::tests::KioskInTheHouse;
using frikort::tests::Masked;
using frikort::tests::places_in_memory;
using frikort::tests::StaffedKiosk;
using namespace std::chrono_literals;

TEST_CASE("When somebody has gone no word and no amount of theirs is left in memory")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("KANARIEFUGL", "730264");
    CHECK_FALSE(places_in_memory(Masked{"Kanariefugl"}).empty()); // while it is open
    kiosk.tap("overview.log");
    kiosk.tap("log.day.yesterday");
    kiosk.tap("log.place.write");
    kiosk.press("RUNDSTYKKET");
    kiosk.tap("action.next");
    kiosk.tap("log.hours.not_known");
    kiosk.press("876");
    kiosk.tap("action.next");
    kiosk.tap("log.save");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    kiosk.tap("overview.all");
    kiosk.tap("bar.close");
    kiosk.stage().pass(1s);

    CHECK(places_in_memory(Masked{"anariefugl"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"undstykket"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"730264"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"876 kr"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"41.890"}) == std::vector<std::string>{}); // what was left
}

TEST_CASE("What somebody wrote to the staff and what the staff typed is left nowhere in memory")
{
    StaffedKiosk kiosk;
    kiosk.set_up();
    kiosk.tap("bar.close");
    kiosk.tap("help.title");
    kiosk.tap("help.other");
    kiosk.tap("help.words.own");
    kiosk.press("HAVREGRYN");
    kiosk.tap("action.next");
    kiosk.tap("help.how.talk");
    kiosk.press("SOLSORTEN");
    CHECK_FALSE(places_in_memory(Masked{"olsorten"}).empty()); // while it stands in the field
    kiosk.tap("action.next");
    kiosk.tap("help.send");
    kiosk.tap("help.receipt.kept");
    kiosk.tap("help.sent.done");
    kiosk.stage().pass(1s);
    CHECK(places_in_memory(Masked{"avregryn"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"olsorten"}) == std::vector<std::string>{});

    kiosk.sign_in();
    kiosk.tap("desk.requests");
    kiosk.touch("Om noget andet");
    CHECK_FALSE(places_in_memory(Masked{"avregryn"}).empty());
    kiosk.tap("requests.answer");
    kiosk.press("GULEROD");
    kiosk.tap("bar.back");
    kiosk.tap("bar.back");
    kiosk.tap("bar.back");
    kiosk.tap("desk.jobs");
    kiosk.tap("job_desk.add");
    kiosk.press("FISKEKUTTER");
    kiosk.tap("bar.close");
    kiosk.stage().pass(1s);
    CHECK(places_in_memory(Masked{"avregryn"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"olsorten"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"ulerod"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"iskekutter"}) == std::vector<std::string>{});
    CHECK(places_in_memory(Masked{"ORTESVANER7"}) == std::vector<std::string>{}); // the leader's code
}
