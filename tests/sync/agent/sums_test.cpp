// SPDX-License-Identifier: MPL-2.0
#include "core/records/sum.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// Checksums (R15).

using namespace frikort::tests;
using namespace frikort::sync;
using namespace std::chrono_literals;
using agent::End;
using frikort::core::records::Class;
using frikort::core::store::Delivery;

namespace {

struct TwoOfACentre {
    explicit TwoOfACentre(Engine engine = Engine::memory) : central{engine}
    {
        centre = first.enrol(central).stream;
        second.enrol(central);
        for (int i = 0; i < 5; ++i) first.write(centre, Class::content, {1, frikort::core::base::Byte(i)});
        first.round();
        second.round();
    }
    void next_day()
    {
        central.clock.pass(25h);
        CHECK(first.round().end == End::done);
        CHECK(second.round().end == End::done);
    }
    Central central;
    Kiosk first{1, central};
    Kiosk second{2, central};
    frikort::core::records::StreamId centre;
};

} // namespace

TEST_CASE("What a kiosk lost of others' records without knowing comes back by the checksum")
{
    TwoOfACentre at{GENERATE(every_engine())};
    Kiosk emptied{2, at.central}; // the same kiosk, whose disk forgot everything but its cursors
    {
        const auto from = at.second.store.begin();
        const auto to = emptied.store.begin();
        for (const auto* name : {"sync.centre", "sync.centre_stream", "sync.epoch", "sync.counter",
                                 "sync.since", "sync.requests"})
            to->facts().set(name, from->facts().get(name).value_or(""));
        for (const auto& stream : from->cursors().followed())
            to->cursors().move(stream, *from->cursors().of(stream));
        to->commit();
    }
    CHECK(emptied.round().end == End::done);
    CHECK(emptied.holds(at.centre) == 5);
    CHECK(emptied.standing().differing == 0);
}

TEST_CASE("What the server lost of a kiosk's records without knowing is sent again by the checksum")
{
    TwoOfACentre at{GENERATE(every_engine())};
    // A record that the kiosk was told is accepted, and the server has not.
    const auto lost = at.first.write(at.centre, Class::content, {1, 77});
    {
        const auto work = at.first.store.begin();
        work->outbox().mark(frikort::core::records::decode_header(lost.header)->id, Delivery::accepted, "");
        work->commit();
    }
    at.first.round();
    CHECK(at.central.of_stream(at.centre).size() == 5);
    at.next_day();
    CHECK(at.central.of_stream(at.centre).size() == 6);
    CHECK(at.first.standing(lost).delivery == Delivery::accepted);
    CHECK(at.first.standing().differing == 0);
    CHECK(at.second.holds(at.centre) == 6);
}

TEST_CASE("Sums are compared once a day and a day without a difference costs one request more")
{
    TwoOfACentre at;
    at.first.round(); // passes what it wrote itself
    at.first.wire.sent.clear();
    at.first.round();
    CHECK(at.first.wire.sent.size() == 1);
    at.central.clock.pass(25h);
    at.first.wire.sent.clear();
    at.first.round();
    CHECK(at.first.wire.sent.size() == 2);
    at.first.wire.sent.clear();
    at.first.round();
    CHECK(at.first.wire.sent.size() == 1);
    at.central.clock.pass(-24h * 365 * 3); // the server's clock was wrong by years
    at.first.wire.sent.clear();
    at.first.round();
    CHECK(at.first.wire.asked(protocol::pull_path) == 1); // compared, and not put off by years
    at.first.wire.sent.clear();
    at.first.round();
    CHECK(at.first.wire.sent.size() == 1);
}

TEST_CASE("A difference that stays is told, here and to whoever runs the server, and is not chased for ever")
{
    TwoOfACentre at;
    at.first.wire.on_the_way([](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path != protocol::pull_path) return answer;
        auto page = *protocol::decode_pull_answer(answer->body);
        for (auto& position : page.upto)
            if (position.sum)
                position.sum->bytes[0] = static_cast<frikort::core::base::Byte>(~position.sum->bytes[0]);
        answer->body = encode(page);
        return answer;
    });
    at.central.clock.pass(25h);
    CHECK(at.first.round().end == End::done);
    CHECK(at.first.standing().differing == 1);
    at.first.wire.sent.clear();
    at.first.round();
    CHECK(at.first.wire.sent.size() == 1);
    CHECK(at.central.store.look()->kiosks().find(at.first.device())->told.differing == 1);
    CHECK(at.central.of_stream(at.centre).size() == 5);
    at.first.wire.heal();
    at.next_day();
    CHECK(at.first.standing().differing == 0);
}

TEST_CASE("A sum is the same in any order and another with anything missing or changed")
{
    using frikort::core::base::Hash;
    using frikort::core::base::Id;
    using frikort::core::records::Sum;
    Sum one, other, less, changed;
    one.add(Id{{1}}, Hash{{1}});
    one.add(Id{{2}}, Hash{{2}});
    other.add(Id{{2}}, Hash{{2}});
    other.add(Id{{1}}, Hash{{1}});
    less.add(Id{{1}}, Hash{{1}});
    changed.add(Id{{1}}, Hash{{2}});
    changed.add(Id{{2}}, Hash{{1}});
    CHECK(one.value() == other.value());
    CHECK(one.value() != less.value());
    CHECK(one.value() != changed.value());
    CHECK(Sum{}.value() == Hash{});
}

namespace {

// The server of last night, to which all kiosks go from now on. The first kiosk is gone.
struct WithoutTheFirst : TwoOfACentre {
    // `at_most`: what a proxy on the second one's line lets through of what others wrote.
    WithoutTheFirst(Engine engine, bool revoked, std::size_t at_most = 100) : TwoOfACentre{engine}
    {
        second.wire.on_the_way(
            [at_most](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
                const bool push = request.path == protocol::push_path;
                if (push && protocol::decode_push_request(request.body)->of_others.size() > at_most)
                    return agent::Reply{413, "text/html", std::nullopt, {}};
                return pass(request);
            });
        third.enrol(central);
        third.round();
        last_night = central.store.copy();
        last_night->begin_epoch("second epoch");
        if (revoked) {
            const auto work = last_night->begin();
            work->kiosks().revoke(first.device(), central.clock.now());
            work->commit();
        }
        first.write(centre, Class::content, {1, 77});
        first.begin(notebook);
        first.round();
        second.round();
        REQUIRE(second.holds(centre) == 6);
        desk.emplace(*last_night, central.clock, central.journal, central.halves);
        for (auto* kiosk : {&second, &third}) {
            kiosk->wire.lead_to(*desk);
            CHECK(kiosk->round().end == End::done);
        }
        REQUIRE(last_night->look()->stock().held_from(first.device(), 9).highest == 5);
        central.clock.pass(25h);
        for (int i = 0; i < 2; ++i)
            for (auto* kiosk : {&second, &third}) CHECK(kiosk->round().end == End::done);
    }
    Kiosk third{3, central};
    const Notebook notebook{7};
    std::unique_ptr<WorldStore> last_night;
    std::optional<central::api::Desk> desk;
};

} // namespace

TEST_CASE("What only another kiosk still has of one that is gone comes back to a restored server")
{
    WithoutTheFirst at{GENERATE(every_engine()), true};
    CHECK(at.last_night->look()->stock().held_from(at.first.device(), 9).highest == 6);
    CHECK(at.third.holds(at.centre) == 6);
    CHECK(at.second.standing().differing == 0);
    CHECK(at.second.standing().waiting + at.second.standing().refused == 0);
    CHECK_FALSE(at.last_night->look()->kiosks().find(at.second.device())->frozen);
}

TEST_CASE("Where all of it is too large at once what only another kiosk still has comes back in pieces")
{
    WithoutTheFirst at{Engine::memory, true, 2};
    CHECK(at.last_night->look()->stock().held_from(at.first.device(), 9).highest == 6);
    CHECK(at.second.standing().differing == 0);
}

TEST_CASE("Nobody brings what a kiosk wrote that is well, and its copies stay where they are")
{
    WithoutTheFirst at{GENERATE(every_engine()), false};
    CHECK(at.last_night->look()->stock().held_from(at.first.device(), 9).highest == 5);
    CHECK(at.second.holds(at.centre) == 6);
    CHECK(at.second.standing().differing == 1);
    CHECK(at.second.standing().waiting + at.second.standing().refused == 0);
    CHECK_FALSE(at.last_night->look()->kiosks().find(at.second.device())->frozen);
    at.first.wire.lead_to(*at.desk);
    CHECK(at.first.round().end == End::done); // it is not gone after all
    CHECK(at.last_night->look()->stock().held_from(at.first.device(), 9).highest == 7);
    CHECK(at.last_night->look()->stock().quarantined() == 0);
}
