// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/retry.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

// What may happen to a kiosk in a year, each by its name.

using namespace frikort::tests;
using namespace frikort::sync;
using namespace std::chrono_literals;
using agent::End;
using agent::Reply;
using agent::Request;
using agent::Trouble;
using agent::Unreachable;
using frikort::core::base::Bytes;
using frikort::core::base::no;
using frikort::core::records::Class;
using frikort::core::store::Delivery;

TEST_CASE("After a silent stall of eight hours everything goes on by itself, and meanwhile it is told")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    const auto centre = kiosk.enrol(central).stream;
    kiosk.round();
    const auto contact = kiosk.standing().last_contact;
    kiosk.wire.on_the_way(
        [](const Request&, const Wire::Pass&) -> Wire::Answer { return no(Unreachable::too_slow); });
    SeededChance chance{3};
    agent::Retry retry{{}, chance};
    std::chrono::milliseconds passed{0};
    int rounds = 0;
    while (passed < 8h) {
        if (rounds % 10 == 0) kiosk.write(centre, Class::content, {1});
        const auto outcome = kiosk.round();
        CHECK(outcome.end == End::no_server);
        const auto pause = retry.after(outcome);
        CHECK(pause <= 10min);
        passed += pause;
        ++rounds;
    }
    CHECK(rounds >= 48);
    CHECK(kiosk.standing().trouble == Trouble::no_server);
    CHECK(kiosk.standing().last_contact == contact);
    const auto waiting = kiosk.standing().waiting;
    CHECK(waiting > 0);
    central.clock.pass(8h);
    kiosk.wire.heal();
    const auto outcome = kiosk.round();
    CHECK(outcome.end == End::done);
    CHECK(retry.after(outcome) <= 72s);
    CHECK(kiosk.standing().waiting == 0);
    CHECK(central.records() == waiting);
}

TEST_CASE("A refused record in the middle of a chain leaves those before and behind it with their places")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    for (int i = 0; i < 3; ++i) kiosk.write(notebook);
    kiosk.write({frikort::core::records::StreamKind::national, {}}, Class::content, {1});
    for (int i = 0; i < 3; ++i) kiosk.write(notebook);
    CHECK(kiosk.round().end == End::done);
    CHECK(central.of_stream(notebook.stream).size() == 7);
    const auto held = central.store.look()->stock().held_from(kiosk.device(), 9);
    CHECK(held.highest == 8);
    CHECK(held.lacks.empty());
    CHECK(kiosk.standing().refused == 1);
    CHECK(central.store.look()->kiosks().find(kiosk.device())->told.refused == 0);
    kiosk.round();
    CHECK(central.store.look()->kiosks().find(kiosk.device())->told.refused == 1); // who runs it is told
    CHECK_FALSE(central.store.look()->kiosks().find(kiosk.device())->frozen);
}

TEST_CASE("An enrolment whose answer is lost and a code that is used twice make one kiosk and no more")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk other{2, central};
    const auto code = central.code_for("Havnen");
    kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        (void)pass(request);
        return no(Unreachable::cut_off);
    });
    CHECK(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code).error() == agent::EnrolRefusal::no_server);
    CHECK(agent::enrol(other.store, other.wire, other.key, code).error() == agent::EnrolRefusal::used_code);
    kiosk.wire.heal();
    CHECK(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code));
    CHECK(central.store.look()->kiosks().all().size() == 1);
    CHECK(kiosk.round().end == End::done);
}

TEST_CASE(
    "A notebook erased on another kiosk while one is two months offline goes there at its first contact")
{
    Shared at{GENERATE(every_real_engine())};
    const auto there = at.second.open(at.made.card, "482915");
    at.second.log(*there, 7); // never sent
    REQUIRE(frikort::core::actions::erase_notebook(at.first.store(), at.first.actions, at.made.notebook) ==
            frikort::core::actions::Erased::yes);
    at.first.round();
    at.server.clock.pass(24h * 61);
    CHECK(at.second.round().end == End::done);
    CHECK(at.second.holds(at.stream()) == 1); // the erasure
    CHECK_FALSE(at.second.open(at.made.card, "482915"));
    CHECK(at.server.of_stream(at.stream()).size() == 1);
    CHECK(at.second.standing().waiting + at.second.standing().refused == 0);
}

TEST_CASE(
    "A captive portal that answers 200 with HTML is no server to a card either, and no try is lost to it")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.wire.on_the_way([](const Request&, const Wire::Pass&) -> Wire::Answer {
        const std::string page = "<html>Free WiFi</html>";
        return Reply{200, "text/html", std::nullopt, Bytes(page.begin(), page.end())};
    });
    const frikort::core::actions::CardProof card{{}, frikort::core::sealing::Secret{32}};
    const auto followed = agent::follow(kiosk.store, kiosk.wire, kiosk.key, card);
    REQUIRE_FALSE(followed);
    CHECK(followed.error().why == agent::NotFollowed::Why::no_server);
    kiosk.wire.heal();
    CHECK(agent::follow(kiosk.store, kiosk.wire, kiosk.key, card).error().why ==
          agent::NotFollowed::Why::unknown_card);
}

TEST_CASE("A kiosk that boots in 2023 with a dead battery syncs, orders nothing by it, and hears the day")
{
    // Nothing that a round sends or keeps is the kiosk's own time: the same bytes whatever its clock says.
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.write(Notebook{2});
    const auto outcome = kiosk.round();
    CHECK(outcome.server_time == central.clock.now());
    for (const auto& request : kiosk.wire.sent) {
        for (const auto& field : request.fields) CHECK(field.value.find("created") == std::string::npos);
        const std::string body{request.body.begin(), request.body.end()};
        CHECK(body.find("\"time\"") == std::string::npos);
    }
    // And a server whose clock ran back does not make anything older than it is.
    central.clock.pass(-24h * 365 * 2);
    kiosk.write(Notebook{2});
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 2);
}
