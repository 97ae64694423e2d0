// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/quota.hpp"

#include "sync/central/api/enrolment.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
namespace core = frikort::core;
using agent::End;
using central::api::Event;
using central::api::Quota;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

// A server that takes `bytes` of each kiosk in a day, and two kiosks.
struct Measured {
    explicit Measured(std::uint64_t bytes)
        : desk{central.store, central.clock, central.journal, central.halves, {}, bytes}
    {
        for (auto* kiosk : {&eager, &modest}) {
            kiosk->enrol(central);
            kiosk->wire.lead_to(desk);
        }
    }
    void write(Kiosk& kiosk, int entries)
    {
        for (int i = 0; i < entries; ++i) kiosk.write(notebook);
    }

    Central central;
    central::api::Desk desk;
    Kiosk eager{1, central};
    Kiosk modest{2, central};
    Notebook notebook{3};
};

const core::records::DeviceId somebody{{1}};
const frikort::core::store::Seconds noon{seconds{1'763'000'000}};

} // namespace

TEST_CASE("A kiosk that brought what it may in a day waits, the others do not, and the day after it goes on")
{
    Measured at{8000};
    at.write(at.eager, 20); // one batch: it comes in whole
    REQUIRE(at.eager.round().end == End::done);
    at.write(at.eager, 3);
    const auto kept_waiting = at.eager.round();
    CHECK(kept_waiting.end == End::busy);
    REQUIRE(kept_waiting.wait);
    CHECK(*kept_waiting.wait >= Quota::pause);
    CHECK(at.eager.standing().waiting == 3);
    CHECK(at.central.journal.count(Event::brought_too_much) == 1);

    at.write(at.modest, 3);
    CHECK(at.modest.round().end == End::done);
    CHECK(at.modest.standing().waiting == 0);

    at.central.clock.pass(hours{48});
    CHECK(at.eager.round().end == End::done);
    CHECK(at.eager.standing().waiting == 0);
    CHECK(at.central.records() == 26);
}

TEST_CASE("What fills a stub counts as what is new, and what is brought again does not")
{
    Measured at{100'000};
    protocol::PushRequest stubs;
    protocol::PushRequest whole;
    for (int i = 0; i < 40; ++i) {
        const auto record = at.eager.write(at.notebook, std::string(3'000, 'x'));
        stubs.stubs.push_back(encode(protocol::without_body(record)));
        whole.records.push_back(encode(record));
    }
    std::uint64_t requests = 900;
    const auto status = [&](const protocol::PushRequest& push) {
        const auto request = signed_request(at.eager, protocol::push_path, encode(push), ++requests);
        return at.desk.handle(head_of(request, at.eager.wire.authority()), request.body).status;
    };
    CHECK(status(stubs) == 200);
    CHECK(status(stubs) == 200); // nothing new
    CHECK(status(whole) == 200);
    CHECK(status(stubs) == 503);
}

TEST_CASE("What is written into an erased notebook counts by what is kept of it")
{
    Measured at{5000};
    at.modest.begin(at.notebook);
    at.modest.erase(at.notebook, {{}, {core::sealing::first_generation(at.notebook.keys).link}});
    REQUIRE(at.modest.round().end == End::done);
    std::uint64_t requests = 900;
    const auto status = [&] { // it has not heard of the erasure
        protocol::PushRequest push;
        for (int i = 0; i < 20; ++i) push.records.push_back(encode(at.eager.write(at.notebook)));
        const auto request = signed_request(at.eager, protocol::push_path, encode(push), ++requests);
        return at.desk.handle(head_of(request, at.eager.wire.authority()), request.body).status;
    };
    CHECK(status() == 200);
    CHECK(status() == 200); // less than the records themselves
    CHECK(status() == 503);
}

TEST_CASE("Who brought too much is told by the head, and nothing of the body is read")
{
    Measured at{1000};
    at.write(at.eager, 3);
    REQUIRE(at.eager.round().end == End::done);
    protocol::PushRequest push;
    push.records.push_back(encode(at.eager.write(at.notebook)));
    const auto request = signed_request(at.eager, protocol::push_path, encode(push), 900);
    const auto admitted = at.desk.admit(head_of(request, at.eager.wire.authority()));
    REQUIRE_FALSE(admitted);
    CHECK(admitted.error().status == 503);
    REQUIRE(admitted.error().retry_after);
    // It is heard with everything else.
    const auto news = signed_request(at.eager, protocol::news_path, encode(protocol::NewsRequest{}), 901);
    CHECK(at.desk.admit(head_of(news, at.eager.wire.authority())));
}

TEST_CASE("What the server has already uses nothing up, so a restored server may ask for everything again")
{
    Measured at{9000};
    at.write(at.eager, 10);
    for (int time = 0; time < 5; ++time) {
        REQUIRE(at.eager.round().end == End::done);
        const auto work = at.eager.store.begin();
        work->outbox().offer_all_again();
        work->commit();
    }
    CHECK(at.eager.round().end == End::done);
    CHECK(at.central.journal.count(Event::brought_too_much) == 0);
}

TEST_CASE("What was brought wears off evenly, and a clock that is set back holds it up for no longer")
{
    Quota quota{24'000};
    CHECK_FALSE(quota.wait(somebody, noon));
    quota.brought(somebody, 23'999, noon);
    CHECK_FALSE(quota.wait(somebody, noon));
    quota.brought(somebody, 3'001, noon); // three hours' too much
    REQUIRE(quota.wait(somebody, noon));
    CHECK(*quota.wait(somebody, noon) == hours{3} + Quota::pause);
    CHECK(*quota.wait(somebody, noon + hours{1}) == hours{2} + Quota::pause);
    CHECK_FALSE(quota.wait(core::records::DeviceId{{2}}, noon));

    CHECK(*quota.wait(somebody, noon - hours{24 * 365}) == hours{2} + Quota::pause);
    CHECK_FALSE(quota.wait(somebody, noon - hours{24 * 365} + hours{3}));
}
