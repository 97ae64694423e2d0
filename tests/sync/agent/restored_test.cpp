// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/key_record.hpp"
#include "core/store/sqlite/connection.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/visitors.hpp"

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
        if (!work->centres().find(kiosk.centre)) add_as_it_was(*work, *look->centres().find(kiosk.centre));
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

TEST_CASE(
    "A server restored to last night with twenty kiosks ahead gets all of it back, once, from all of them")
{
    const std::string epoch = GENERATE("second epoch", "first epoch"); // or a snapshot that nobody told
    Central central;
    Central restored{epoch};
    std::vector<std::unique_ptr<Kiosk>> kiosks;
    std::vector<Notebook> notebooks;
    for (std::uint64_t i = 0; i < 20; ++i) {
        kiosks.push_back(std::make_unique<Kiosk>(i + 1, central));
        notebooks.emplace_back(i + 100);
    }
    const auto centre = [&] {
        for (auto& kiosk : kiosks) kiosk->enrol(central);
        return kiosks[0]->enrol(central).stream;
    }();
    const auto write = [&](int lines) {
        for (std::size_t i = 0; i < kiosks.size(); ++i)
            for (int line = 0; line < lines; ++line) {
                kiosks[i]->write(notebooks[i]);
                kiosks[i]->write(centre, Class::content, {1});
            }
    };
    const auto rounds = [&](int times) {
        for (; times > 0; --times)
            for (auto& kiosk : kiosks) CHECK(kiosk->round().end == End::done);
    };
    for (std::size_t i = 0; i < kiosks.size(); ++i) kiosks[i]->begin(notebooks[i]);
    write(2);
    rounds(1);
    restore_people(central, restored);
    { // last night's copy
        const auto work = restored.store.begin();
        std::vector<frikort::core::records::StreamId> streams{centre};
        for (const auto& notebook : notebooks) streams.push_back(notebook.stream);
        for (const auto& stream : streams)
            for (const auto& bytes : central.of_stream(stream)) {
                const auto record = *frikort::core::records::decode_record(bytes);
                const frikort::core::store::Stock::Offer offer{
                    *frikort::core::records::decode_header(record.header), record.stub(),
                    frikort::core::store::Stock::Offer::Form::whole, bytes};
                work->stock().take({&offer, 1});
            }
        work->commit();
    }
    write(3); // today, which the copy does not know
    rounds(2);
    const auto all = central.records();
    REQUIRE(all == 20 * (1 + 5 + 5));

    for (auto& kiosk : kiosks) kiosk->wire.lead_to(restored.desk);
    rounds(3);
    CHECK(restored.records() == all);
    for (std::size_t i = 0; i < kiosks.size(); ++i) {
        CHECK(kiosks[i]->standing().waiting + kiosks[i]->standing().refused == 0);
        CHECK(kiosks[i]->holds(centre) == 100);
        CHECK(restored.store.look()->stock().sum(notebooks[i].stream) ==
              central.store.look()->stock().sum(notebooks[i].stream));
        CHECK(restored.store.look()->stock().held_from(kiosks[i]->device(), 9).lacks.empty());
    }
    CHECK(restored.store.look()->stock().sum(centre) == central.store.look()->stock().sum(centre));
    CHECK(restored.store.look()->stock().quarantined() == 0);
}

TEST_CASE("A snapshot of the server that was put back and has counted on since is found out by its past")
{
    Central central;
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

TEST_CASE("What one kiosk erased another tells a restored server, also when the first one is gone")
{
    Central central;
    Kiosk first{1, central};
    Kiosk second{2, central};
    const Notebook notebook{7};
    first.enrol(central);
    second.enrol(central);
    first.begin(notebook);
    first.round();
    second.write(notebook);
    second.round();
    const auto last_night = central.store.copy();
    last_night->begin_epoch("second epoch");
    const central::api::Desk desk{*last_night, central.clock, central.journal, central.halves};
    first.erase(notebook, {{}, {frikort::core::sealing::first_generation(notebook.keys).link}});
    first.round();
    second.round();
    REQUIRE(second.holds(notebook.stream) == 1); // the erasure
    REQUIRE_FALSE(last_night->look()->stock().is_erased(notebook.stream));

    second.wire.lead_to(desk);
    CHECK(second.round().end == End::done);
    CHECK(last_night->look()->stock().is_erased(notebook.stream));
    CHECK(last_night->look()->stock().held_from(first.device(), 9).highest == 2);
    CHECK(second.standing().waiting == 0);
    CHECK(second.standing().refused == 0);
    first.wire.lead_to(desk); // and when it comes back it is the same
    CHECK(first.round().end == End::done);
    CHECK(first.standing().waiting + first.standing().refused == 0);
    CHECK(last_night->look()->stock().quarantined() == 0);
}

TEST_CASE("Whoever brings an erasure of another kiosk needs the notebook's signature as that kiosk does")
{
    Central central;
    Kiosk first{1, central};
    Kiosk second{2, central};
    const Notebook notebook{7};
    const Notebook other{8};
    first.enrol(central);
    second.enrol(central);
    first.begin(notebook);
    const auto entry = first.write(notebook);
    first.round();
    using frikort::core::records::encode;
    std::uint64_t counter = 900;
    const auto answer_to = [&](const frikort::core::records::Record& record) {
        const auto body = encode(protocol::PushRequest{.records = {}, .erasures = {encode(record)}});
        const auto reply = ask(central, second, signed_request(second, protocol::push_path, body, ++counter));
        const auto answer = protocol::decode_push_answer(reply.body);
        REQUIRE(answer);
        return answer->verdicts.at(0);
    };
    auto forged =
        Kiosk{3, central}.erase(other, {{}, {frikort::core::sealing::first_generation(notebook.keys).link}});
    forged.header = encode(frikort::core::records::Header{frikort::core::base::Id{}, notebook.stream, 1,
                                                          Class::erase, first.device(), 3});
    CHECK(answer_to(forged).reason == "not_signed");
    CHECK(answer_to(entry).reason == "other_device");
    CHECK_FALSE(central.store.look()->stock().is_erased(notebook.stream));
    CHECK(second.round().end == End::done); // not frozen
}

TEST_CASE("After the server was restored a copy from another centre opens again with its card's proof")
{
    RealServer server;
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
    frikort::core::store::sqlite::Connection{server.database.folder() / "central.db"}.execute(
        "DELETE FROM follow");
    CHECK(away.round().end == End::done);
    CHECK_FALSE(away.open(made.card, "482915"));
    REQUIRE(away.follow(made.card, "482915"));
    CHECK(away.open(made.card, "482915"));
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
