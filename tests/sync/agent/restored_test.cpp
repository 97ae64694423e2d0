// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// What a server gets back that was restored, and who asks for it anew.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
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
    const auto engine = GENERATE(every_engine());
    const std::string epoch = GENERATE("second epoch", "first epoch"); // or a snapshot that nobody told
    Central central{engine};
    Kiosk kiosk{1, central};
    Kiosk neighbour{2, central};
    const auto centre = kiosk.enrol(central).stream;
    neighbour.enrol(central);
    for (int i = 0; i < 5; ++i) kiosk.write(centre, Class::content, {1});
    kiosk.round();
    neighbour.round();
    REQUIRE(neighbour.holds(centre) == 5);

    Central restored{engine, epoch};
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
    const auto engine = GENERATE(every_engine());
    const std::string epoch = GENERATE("second epoch", "first epoch"); // or a snapshot that nobody told
    Central central{engine};
    Central restored{engine, epoch};
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

TEST_CASE("A restored server gets the stubs of refused records again as well")
{
    const auto engine = GENERATE(every_engine());
    Central central{engine};
    Kiosk kiosk{1, central};
    const auto centre = kiosk.enrol(central).stream;
    kiosk.write({frikort::core::records::StreamKind::national, {}}, Class::content, {1});
    kiosk.write(centre, Class::content, {1});
    kiosk.round();

    Central restored{engine, "second epoch"};
    restore_people(central, restored);
    kiosk.wire.lead_to(restored.desk);
    kiosk.round();
    const auto held = restored.store.look()->stock().held_from(kiosk.device(), 9);
    CHECK(held.highest == 2);
    CHECK(held.lacks.empty());
    CHECK(kiosk.standing().refused == 1);
}

TEST_CASE("A server that was restored while stubs were on their way gets those from before again as well")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const frikort::core::records::StreamId national{frikort::core::records::StreamKind::national, {}};
    kiosk.write(national, Class::content, {1});
    kiosk.round();

    Central restored{"second epoch"};
    restore_people(central, restored);
    kiosk.write(national, Class::content, {1});
    kiosk.wire.on_the_way([&](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        const bool push = request.path == protocol::push_path;
        if (push && !protocol::decode_push_request(request.body)->stubs.empty())
            kiosk.wire.lead_to(restored.desk);
        return pass(request);
    });
    kiosk.round();
    const auto held = restored.store.look()->stock().held_from(kiosk.device(), 9);
    CHECK(held.highest == 2);
    CHECK(held.lacks.empty());
}

TEST_CASE("A server that holds less of a kiosk than it did is offered everything again")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    for (int i = 0; i < 3; ++i) kiosk.write(Notebook{2});
    kiosk.round();
    kiosk.wire.on_the_way([](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path != protocol::news_path) return answer;
        auto news = *protocol::decode_news_answer(answer->body);
        --news.state.highest; // of the same epoch, and no counter behind
        answer->body = encode(news);
        return answer;
    });
    kiosk.wire.sent.clear();
    kiosk.round();
    CHECK(kiosk.wire.asked(protocol::push_path) > 0);
}
