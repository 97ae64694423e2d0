// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/connection.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/visitors.hpp"

// How a kiosk finds out that the server was restored, or itself, and how often.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Request;
using frikort::core::records::Class;

TEST_CASE("A snapshot of the server that was put back and has counted on since is found out by its past")
{
    Central central{GENERATE(every_engine())};
    Kiosk writer{1, central};
    Kiosk reader{2, central};
    Kiosk late{3, central};
    const auto centre = writer.enrol(central).stream;
    reader.enrol(central);
    late.enrol(central);
    const auto last_night = central.store.copy();
    const central::api::Desk desk{*last_night, central.clock, central.journal, central.halves};
    for (int i = 0; i < 3; ++i) {
        writer.write(centre, Class::content, {1});
        writer.round();
    }
    reader.round();
    REQUIRE(reader.holds(centre) == 3);

    // The writer's last push comes once more, so that its highest number is what it was.
    REQUIRE(
        desk.handle(head_of(writer.wire.sent.back(), writer.wire.authority()), writer.wire.sent.back().body)
            .status == 200);
    // And somebody who noticed nothing brings the counter beyond where it was.
    late.wire.lead_to(desk);
    for (int i = 0; i < 5; ++i) late.write(centre, Class::content, {1});
    REQUIRE(late.round().end == End::done);
    for (auto* kiosk : {&writer, &reader}) {
        kiosk->wire.lead_to(desk);
        CHECK(kiosk->round().end == End::done);
    }
    for (auto* kiosk : {&writer, &reader, &late}) {
        kiosk->round();
        CHECK(kiosk->holds(centre) == 8);
        CHECK(kiosk->standing().waiting == 0);
    }
    CHECK(last_night->look()->stock().held_from(writer.device(), 9).lacks.empty());
}

TEST_CASE("A kiosk that was brought up to date asks for everything once and then no more")
{
    Central central;
    Kiosk kiosk{1, central};
    const auto centre = kiosk.enrol(central).stream;
    kiosk.write(centre, Class::content, {1});
    kiosk.round();
    {
        const auto work = kiosk.store.begin();
        work->facts().set("sync.mark", ""); // the program before kept none
        work->commit();
    }
    kiosk.wire.sent.clear();
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.wire.asked(protocol::push_path) == 1);
    CHECK(kiosk.wire.asked(protocol::pull_path) == 1);
    kiosk.wire.sent.clear();
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.wire.sent.size() == 1);
}

TEST_CASE("After the server was restored a copy from another centre opens again with its card's proof")
{
    const auto engine = GENERATE(every_real_engine());
    RealServer server{engine};
    VisitedKiosk home{1, server};
    VisitedKiosk away{2, server, "Havnen"};
    const auto made = home.new_notebook();
    home.round();
    REQUIRE(away.follow(made.card, "482915"));
    {
        const auto work = away.store().begin();
        work->facts().set("sync.epoch", "another"); // what it knew was another server's
        work->commit();
    }
    // Nor does the server know any more that this centre follows the notebook.
    const auto* const forget = "DELETE FROM follow";
    if (engine == Engine::sqlite)
        frikort::core::store::sqlite::Connection{server.database.folder() / "central.db"}.execute(forget);
    else
        told_by(server.database.url(), forget);
    CHECK(away.round().end == End::done);
    CHECK_FALSE(away.open(made.card, "482915"));
    REQUIRE(away.follow(made.card, "482915"));
    CHECK(away.open(made.card, "482915"));
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
