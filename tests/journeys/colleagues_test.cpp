// SPDX-License-Identifier: MPL-2.0
#include "core/actions/answer.hpp"
#include "core/actions/messages.hpp"
#include "tests/journeys/one_house.hpp"
#include "tests/support/catch.hpp"

// What somebody writes at one kiosk of a house is answered at the other.

using namespace frikort::core;
using frikort::tests::lones_other_code;
using frikort::tests::OneHouse;

TEST_CASE(
    "What somebody wrote at one kiosk staff read and answer at the other, and the receipt shows it at both")
{
    OneHouse at;
    at.join();
    at.second.tap("bar.close");
    at.both_go_round();
    const auto sent = at.ask_at_the_first("Min løn er ikke kommet");
    at.first.round();
    at.second.round();
    at.second.sign_in("Lone", lones_other_code);
    at.second.tap("desk.requests");
    at.second.touch("Om løn");
    CHECK(at.second.shows("Min løn er ikke kommet"));
    at.second.tap("requests.answer");
    at.second.stage().type("Pengene kommer");
    at.second.tap("action.next");
    at.second.tap("requests.check.send");
    CHECK(at.second.shows("Svaret er sendt"));
    at.second.tap("bar.close");
    at.both_go_round();
    at.central.stop();
    for (auto* kiosk : {&at.first, &at.second}) {
        kiosk->stage().scan(sent.receipt.qr_text().view());
        kiosk->until_it_shows("Pengene kommer");
        CHECK(kiosk->shows("Lone svarede"));
        kiosk->tap("bar.close");
    }
}

TEST_CASE("A request of which the words are still on their way is told so, and only closed")
{
    OneHouse at;
    at.join();
    at.second.tap("bar.close");
    at.both_go_round();
    const auto sent = at.ask_at_the_first("Min løn er ikke kommet");
    { // the announcement alone comes
        const auto stream = sent.notebook.stream();
        const auto own = at.first.store().begin()->records().of_stream(at.first.place.stream).back();
        const auto work = at.second.store().begin();
        REQUIRE(work->records().add(own, store::Delivery::foreign) == store::Records::Added::stored);
        CHECK(work->records().of_stream(stream).empty());
        work->commit();
    }
    at.second.sign_in("Lone", lones_other_code);
    at.second.tap("desk.requests");
    at.second.touch("En besked, der mangler");
    CHECK(at.second.shows("på vej hertil"));
    CHECK_FALSE(at.second.shows("Svar"));
}

TEST_CASE(
    "What waits for an answer is told to the server again whenever the kiosk starts, until it is answered")
{
    OneHouse at;
    const auto sent = at.ask_at_the_first("Min løn er ikke kommet");
    at.first.round();
    const auto stream = sent.notebook.stream();
    const auto to_tell = [&] { return at.first.store().begin()->shares().untold(9); };
    const auto start_without_network = [&] {
        at.central.stop();
        at.first.lose_power();
        at.first.round();
    };
    CHECK(to_tell().empty());
    start_without_network();
    CHECK(to_tell() == std::vector{stream});
    const auto waiting = actions::waiting_requests(at.first.store(), at.first.machine(), at.first.lone());
    REQUIRE(actions::close_request(at.first.store(), at.first.machine(), at.first.lone(), waiting->at(0),
                                   at.first.clock()));
    at.central.start();
    at.first.round();
    CHECK(to_tell().empty());
    start_without_network();
    CHECK(to_tell().empty());
    at.central.start();
}
