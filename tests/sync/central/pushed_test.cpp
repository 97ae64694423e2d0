// SPDX-License-Identifier: MPL-2.0
#include <atomic>
#include <thread>

#include "sync/central/api/enrolment.hpp"
#include "sync/central/api/streams.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/engines.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using central::api::Event;
using protocol::Verdict;
namespace core = frikort::core;

namespace {

// A desk over a real database, and a kiosk that is enrolled there.
struct OnDisk {
    explicit OnDisk(Engine engine = Engine::sqlite) : database{engine}
    {
        kiosk.wire.lead_to(desk);
        compare(*store, "Perronen");
        const auto code = central::api::issue_code(*store, "Perronen", memory.clock.now(), chance);
        REQUIRE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups()));
    }
    central::api::Answer ask(const agent::Request& request)
    {
        return desk.handle(head_of(request, kiosk.wire.authority()), request.body);
    }

    Central memory; // its clock and journal alone
    Kiosk kiosk{1, memory};
    ServedDatabase database;
    SeededChance chance{3};
    std::unique_ptr<frikort::core::store::CentralStore> store = database.open(chance);
    central::api::Desk desk{*store, memory.clock, memory.journal, memory.halves};
};

} // namespace

TEST_CASE("More records than the server stated are refused as a whole")
{
    Central central{"epoch", {.push_records = 2}};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    protocol::PushRequest push;
    for (int i = 0; i < 3; ++i) push.records.push_back(encode(kiosk.write(notebook)));
    CHECK(ask(central, kiosk, signed_request(kiosk, protocol::push_path, encode(push), 900)).status == 413);
    CHECK(central.records() == 0);
}

TEST_CASE("A record that another device wrote is refused and so is what cannot be read")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk other{2, central};
    kiosk.enrol(central);
    other.enrol(central);
    const Notebook notebook{3};
    auto newer = encode(kiosk.write(notebook));
    newer[4] = 2; // the header's version
    const protocol::PushRequest push{
        {encode(other.write(notebook)), {1, 2, 3}, newer, encode(kiosk.write(notebook))}, {}};
    const auto answer = ask(central, kiosk, signed_request(kiosk, protocol::push_path, encode(push), 900));
    const auto verdicts = protocol::decode_push_answer(answer.body)->verdicts;
    CHECK(verdicts == std::vector<Verdict>{{Verdict::Kind::rejected, "other_device"},
                                           {Verdict::Kind::rejected, "unreadable"},
                                           {Verdict::Kind::later, ""},
                                           {Verdict::Kind::accepted, ""}});
    CHECK(central.records() == 1);
}

TEST_CASE("A kiosk writes into no other centre's stream and not into what all centres read")
{
    using frikort::core::records::Class;
    using frikort::core::records::StreamKind;
    Central central;
    Kiosk kiosk{1, central};
    Kiosk other{2, central};
    const auto here = kiosk.enrol(central, "Perronen").stream;
    const auto there = other.enrol(central, "Havnen").stream;
    for (const auto& stream : {there, {StreamKind::programme, {}}, central::api::national_stream}) {
        const auto entry = kiosk.write(stream, Class::content, {1, 2, 3});
        CHECK(kiosk.round().end == agent::End::done);
        CHECK(kiosk.standing(entry).reason == "stream");
        CHECK(central.of_stream(stream).empty());
    }
    const auto own = kiosk.write(here, Class::content, {1, 2, 3});
    CHECK(kiosk.round().end == agent::End::done);
    CHECK(kiosk.standing(own).delivery == frikort::core::store::Delivery::accepted);
}

namespace {

// A kiosk with a new notebook and a card to it.
struct WithCard {
    WithCard()
    {
        kiosk.enrol(central);
        kiosk.begin(notebook);
        const auto header = encode(core::records::Header{core::base::Id{{9}}, notebook.stream, 1,
                                                         core::records::Class::key, kiosk.device(), 2});
        const core::sealing::OpenSlot slot{
            core::sealing::OpenSlot::Kind::card, card, core::base::Hash{{8}}, {5, 1, 2, 3}};
        const auto work = kiosk.store.begin();
        slot_record = {header, work->records().tip(kiosk.device()).hash,
                       core::sealing::sign_body(header, slot, notebook.keys)};
        work->records().add(slot_record, core::store::Delivery::waiting);
        work->commit();
    }
    bool is_found() const { return !central.store.look()->follows().with_card(card).empty(); }

    Central central;
    Kiosk kiosk{1, central};
    const Notebook notebook{2};
    const core::base::Hash card{{7}};
    core::records::Record slot_record;
};

} // namespace

TEST_CASE("No card is kept of a notebook that is erased in the batch which brings the card")
{
    WithCard at;
    const bool erased = GENERATE(false, true);
    if (erased) at.kiosk.erase(at.notebook, {{}, {core::sealing::first_generation(at.notebook.keys).link}});
    REQUIRE(at.kiosk.round().end == agent::End::done);
    REQUIRE(at.kiosk.standing().refused == 0);
    CHECK(at.central.store.look()->stock().is_erased(at.notebook.stream) == erased);
    CHECK(at.is_found() != erased);
}

TEST_CASE("A card whose record came as a stub first is found once the whole of it is there")
{
    WithCard at;
    const protocol::PushRequest stub{.records = {},
                                     .stubs = {encode(protocol::without_body(at.slot_record))}};
    REQUIRE(
        ask(at.central, at.kiosk, signed_request(at.kiosk, protocol::push_path, encode(stub), 30)).status ==
        200);
    CHECK_FALSE(at.is_found());
    REQUIRE(at.kiosk.round().end == agent::End::done);
    CHECK(at.is_found());
}

TEST_CASE("Whoever says that somebody's notebook was opened gets no word of it")
{
    Central central;
    Kiosk first{1, central};
    Kiosk nosy{2, central};
    first.enrol(central, "Perronen");
    nosy.enrol(central, "Havnen");
    const Notebook notebook{3};
    first.begin(notebook);
    first.round();
    protocol::NewsRequest told;
    told.opened = {notebook.stream};
    REQUIRE(ask(central, nosy, signed_request(nosy, protocol::news_path, encode(told), 900)).status == 200);
    const auto request = signed_request(nosy, protocol::news_path, encode(protocol::NewsRequest{}), 901);
    const auto news = protocol::decode_news_answer(ask(central, nosy, request).body);
    REQUIRE(news);
    CHECK(news->streams.empty());
}

TEST_CASE("A kiosk that is revoked or frozen while its body is under way is answered no more")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto push = encode(protocol::PushRequest{{encode(kiosk.write(Notebook{2}))}, {}});
    const auto request = signed_request(kiosk, protocol::push_path, push, 900);
    const auto admitted = central.desk.admit(head_of(request, kiosk.wire.authority()));
    REQUIRE(admitted);
    const bool revoked = GENERATE(false, true);
    {
        const auto work = central.store.begin();
        if (revoked)
            work->kiosks().revoke(kiosk.device(), central.clock.now());
        else
            work->kiosks().freeze(kiosk.device(), central.clock.now());
        work->commit();
    }
    const auto answer = central.desk.answer(*admitted, push);
    CHECK(protocol::decode_refused(answer.body)->fault ==
          (revoked ? protocol::Fault::revoked : protocol::Fault::frozen));
    CHECK(central.records() == 0);
}

TEST_CASE("A server that cannot write acknowledges nothing")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto entry = kiosk.write(Notebook{2});
    central.store.fail_commits(frikort::core::store::StoreFailure::Kind::full);
    const auto push = encode(protocol::PushRequest{{encode(entry)}, {}});
    const auto answer = ask(central, kiosk, signed_request(kiosk, protocol::push_path, push, 900));
    CHECK(answer.status == 503);
    CHECK(answer.retry_after);
    CHECK(kiosk.round().end == agent::End::busy);
    CHECK(kiosk.standing().waiting == 1);
    CHECK(central.journal.count(Event::store_failed) > 0);

    central.store.fail_commits(std::nullopt);
    CHECK(kiosk.round().end == agent::End::done);
    CHECK(central.records() == 1);
}

TEST_CASE("Eight identical pushes at once leave one record and each is told that it is kept")
{
    OnDisk at{GENERATE(Engine::sqlite, Engine::postgresql)};
    const auto body = encode(protocol::PushRequest{{encode(at.kiosk.write(Notebook{2}))}, {}});
    std::vector<central::api::Answer> answers(8);
    std::atomic<std::uint64_t> counter = 900;
    {
        std::vector<std::thread> senders;
        for (auto& answer : answers) {
            senders.emplace_back([&] {
                do { // who is overtaken by a later counter asks with a new one, as a kiosk does
                    answer = at.ask(signed_request(at.kiosk, protocol::push_path, body, ++counter));
                } while (answer.status == 409);
            });
        }
        for (auto& sender : senders) sender.join();
    }
    int accepted = 0;
    for (const auto& answer : answers) {
        REQUIRE(answer.status == 200);
        const auto verdict = protocol::decode_push_answer(answer.body)->verdicts.at(0).kind;
        CHECK((verdict == Verdict::Kind::accepted || verdict == Verdict::Kind::duplicate));
        accepted += verdict == Verdict::Kind::accepted;
    }
    CHECK(accepted == 1);
    CHECK(at.store->look()->stock().counts().at(0).records == 1);
}

TEST_CASE("A server whose disk is full acknowledges nothing and goes on when there is room")
{
    OnDisk at;
    const auto entry = at.kiosk.write(Notebook{2});
    const auto push = encode(protocol::PushRequest{{encode(entry)}, {}});
    {
        const FullDisk full;
        const auto answer = at.ask(signed_request(at.kiosk, protocol::push_path, push, 900));
        CHECK(answer.status == 503);
        CHECK(answer.retry_after);
        CHECK(at.kiosk.round().end == agent::End::busy);
    }
    CHECK(at.kiosk.standing(entry).delivery == frikort::core::store::Delivery::waiting);
    CHECK(at.kiosk.standing().trouble == agent::Trouble::server_busy);
    CHECK(at.store->look()->stock().counts().empty());
    CHECK(at.kiosk.round().end == agent::End::done);
    CHECK(at.store->look()->stock().counts().at(0).records == 1);
}
