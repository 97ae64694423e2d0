// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Request;
using agent::Unreachable;
using frikort::core::base::no;
using frikort::core::store::Delivery;

TEST_CASE("What a kiosk writes arrives at the server byte for byte and once")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    const auto entry = kiosk.write(notebook);
    CHECK(kiosk.standing().waiting == 2);

    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().waiting == 0);
    const auto held = central.of_stream(notebook.stream);
    REQUIRE(held.size() == 2);
    CHECK(held[1] == encode(entry));
    CHECK(kiosk.standing(entry).delivery == Delivery::accepted);
}

TEST_CASE("A quiet round is one small request")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.write(Notebook{2});
    kiosk.round();
    kiosk.round();
    kiosk.wire.sent.clear();
    CHECK(kiosk.round().end == End::done);
    REQUIRE(kiosk.wire.sent.size() == 1);
    CHECK(kiosk.wire.sent[0].path == protocol::news_path);
    CHECK(kiosk.wire.sent[0].body.size() < 150);
}

TEST_CASE("An answer lost after the commit brings no second copy")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.write(notebook);
    kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path == protocol::push_path) return no(Unreachable::cut_off);
        return answer;
    });
    CHECK(kiosk.round().end == End::no_server);
    CHECK(central.records() == 1);
    CHECK(kiosk.standing().waiting == 1);

    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 1);
    CHECK(kiosk.standing().waiting == 0);
}

TEST_CASE("A push keeps to the limits that the server stated")
{
    Central central{"epoch", {.push_bytes = 4096, .push_records = 3}};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 10; ++i) kiosk.write(notebook);
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 10);
    CHECK(kiosk.wire.asked(protocol::push_path) == 4);
}
