// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Request;
using frikort::core::records::Class;

namespace {

// A server that came back from an old copy: it knows centres and kiosks, and none of the records.
void restore_people(Central& from, Central& to)
{
    const auto look = from.store.look();
    const auto work = to.store.begin();
    for (auto kiosk : look->kiosks().all()) {
        if (!work->centres().find(kiosk.centre)) work->centres().add(*look->centres().find(kiosk.centre));
        kiosk.request = 0;
        work->kiosks().add(kiosk);
    }
    work->commit();
}

} // namespace

TEST_CASE("A restored server is offered everything again and asked for everything again")
{
    const std::string epoch = GENERATE("second epoch", "first epoch"); // or a snapshot that nobody told
    Central central;
    Kiosk kiosk{1, central};
    Kiosk neighbour{2, central};
    const auto centre = kiosk.enrol(central).stream;
    neighbour.enrol(central);
    for (int i = 0; i < 5; ++i) kiosk.write(centre, Class::content, {1});
    kiosk.round();
    neighbour.round();
    REQUIRE(neighbour.holds(centre) == 5);

    Central restored{epoch};
    restore_people(central, restored);
    kiosk.wire.lead_to(restored.desk);
    neighbour.wire.lead_to(restored.desk);
    CHECK(kiosk.round().end == End::done);
    CHECK(restored.of_stream(centre) == central.of_stream(centre));
    CHECK(kiosk.standing().waiting == 0);

    neighbour.write(centre, Class::content, {1});
    CHECK(neighbour.round().end == End::done);
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.holds(centre) == 6);
    CHECK(neighbour.holds(centre) == 6);
    CHECK(restored.records() == 6);
}

TEST_CASE("A restored server gets the stubs of refused records again as well")
{
    Central central;
    Kiosk kiosk{1, central};
    const auto centre = kiosk.enrol(central).stream;
    kiosk.write({frikort::core::records::StreamKind::national, {}}, Class::content, {1});
    kiosk.write(centre, Class::content, {1});
    kiosk.round();

    Central restored{"second epoch"};
    restore_people(central, restored);
    kiosk.wire.lead_to(restored.desk);
    kiosk.round();
    const auto held = restored.store.look()->stock().held_from(kiosk.device(), 9);
    CHECK(held.highest == 2);
    CHECK(held.lacks.empty());
    CHECK(kiosk.standing().refused == 1);
}

TEST_CASE("A kiosk whose request counter fell behind goes on from the server's")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    for (int i = 0; i < 3; ++i) kiosk.round();
    {
        const auto work = kiosk.store.begin();
        work->facts().set("sync.requests", "0");
        work->commit();
    }
    kiosk.write(Notebook{2});
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 1);
    CHECK(central.journal.count(central::api::Event::counter_behind) == 1);
}

TEST_CASE("A server that says in every answer that it was restored is given up")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    int answers = 0;
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        auto news = *protocol::decode_news_answer(answer->body);
        news.state.epoch = "epoch " + std::to_string(++answers);
        answer->body = encode(news);
        return answer;
    });
    CHECK(kiosk.round().end == End::not_understood);
    CHECK(answers == 3);
}
