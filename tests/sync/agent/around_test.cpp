// SPDX-License-Identifier: MPL-2.0
// What stands in the way of a push, and how the rest gets around it.
#include <algorithm>

#include "sync/central/api/streams.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Reply;
using agent::Request;
using frikort::core::records::Class;
using frikort::core::store::Delivery;

namespace {

bool has(const Request& request, const frikort::core::base::Bytes& record)
{
    const auto& body = request.body;
    return std::search(body.begin(), body.end(), record.begin(), record.end()) != body.end();
}

Reply failed(std::optional<std::chrono::seconds> wait = std::nullopt)
{
    return {500, std::string{protocol::content_type}, wait,
            encode(protocol::Refused{protocol::Fault::failed, {}})};
}

} // namespace

TEST_CASE("A batch that is too large is halved and the one that does not fit is set aside")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 9; ++i) kiosk.write(notebook);
    const auto huge = kiosk.write(notebook, std::string(30'000, 'x'));
    for (int i = 0; i < 9; ++i) kiosk.write(notebook);
    // A proxy in front of the server, with a limit of its own and a page of HTML.
    kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (request.body.size() <= 20'000) return pass(request);
        return Reply{413, "text/html", std::nullopt, {'<'}};
    });
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 18);
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing(huge).delivery == Delivery::rejected);
    CHECK(kiosk.standing(huge).reason == "too_large");
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).lacks.empty());
}

TEST_CASE("A record that makes the server fail does not hold up the others and is not given up")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto poison = encode(kiosk.write(notebook));
    for (int i = 0; i < 20; ++i) kiosk.write(notebook);
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (!has(request, poison)) return pass(request);
        return failed();
    });
    CHECK(kiosk.round().end == End::busy);
    CHECK(central.records() == 20);
    CHECK(kiosk.standing().waiting == 1);

    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 21);
}

TEST_CASE("Records that make the server fail one behind the other hold up nobody either")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto apart = GENERATE(1, 2, 20, 30);
    std::vector<frikort::core::base::Bytes> poison;
    for (int i = 0; i < 120; ++i) {
        auto record = encode(kiosk.write(notebook));
        if (i == 0 || i == apart || i == 2 * apart) poison.push_back(std::move(record));
    }
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        const bool fails =
            std::any_of(poison.begin(), poison.end(), [&](const auto& one) { return has(request, one); });
        if (!fails) return pass(request);
        return failed();
    });
    CHECK(kiosk.round().end == End::busy);
    CHECK(central.records() == 117);
    CHECK(kiosk.standing().waiting == 3);
    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 120);
}

TEST_CASE("A record at which the server falls behind a proxy, or the line breaks, holds up nobody either")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    std::vector<frikort::core::base::Bytes> all;
    for (int i = 0; i < 40; ++i) all.push_back(encode(kiosk.write(notebook)));
    const auto answer =
        GENERATE(0, 502, 504); // of a proxy, with a page of its own; or none, for the line breaks
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (!has(request, all[17])) return pass(request);
        if (answer == 0) return frikort::core::base::no(agent::Unreachable::cut_off);
        return Reply{answer, "text/html", std::nullopt, {'<'}};
    });
    CHECK(kiosk.round().end == (answer == 0 ? End::no_server : End::busy));
    CHECK(central.records() == 39);
    CHECK(kiosk.standing().waiting == 1);
    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 40);
}

TEST_CASE("However many records in a row make the server fail, in a few rounds all others are there")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    std::vector<frikort::core::base::Bytes> all;
    for (int i = 0; i < 100; ++i) all.push_back(encode(kiosk.write(notebook)));
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        const bool fails =
            std::any_of(all.begin(), all.begin() + 40, [&](const auto& one) { return has(request, one); });
        if (!fails) return pass(request);
        return failed();
    });
    for (int round = 0; round < 6; ++round) CHECK(kiosk.round().end == End::busy);
    CHECK(central.records() == 60);
    const auto later = kiosk.write(notebook); // what comes now goes at once
    kiosk.round();
    CHECK(kiosk.standing(later).delivery == Delivery::accepted);
    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 101);
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).lacks.empty());
}

TEST_CASE("A line too thin for a whole batch gets it in pieces")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 200; ++i) kiosk.write(notebook);
    kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (request.body.size() <= 20'000) return pass(request);
        return frikort::core::base::no(agent::Unreachable::too_slow);
    });
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 200);
}

TEST_CASE("What is put off keeps nobody from comparing the sums")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    REQUIRE(kiosk.round().end == End::done);
    const auto poison = encode(kiosk.write(notebook));
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (has(request, poison)) return failed();
        return pass(request);
    });
    central.clock.pass(std::chrono::hours{25});
    kiosk.round();
    kiosk.wire.sent.clear();
    central.clock.pass(std::chrono::hours{25});
    CHECK(kiosk.round().end == End::busy);
    CHECK(kiosk.wire.asked(protocol::pull_path) == 1);
}

TEST_CASE("A server that fails where it is asked for news takes what waits all the same")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 5; ++i) kiosk.write(notebook);
    const std::string fails = GENERATE(std::string{protocol::news_path}, std::string{protocol::pull_path});
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (request.path != fails) return pass(request);
        return failed();
    });
    CHECK(kiosk.round().end != End::no_server);
    CHECK(central.records() == 5);
    CHECK(kiosk.standing().waiting == 0);
}

TEST_CASE("A server that always fails is asked a few times and then left in peace")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 200; ++i) kiosk.write(notebook);
    kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (request.path != protocol::push_path) return pass(request);
        return failed(std::chrono::seconds{40});
    });
    const auto outcome = kiosk.round();
    CHECK(outcome.end == End::busy);
    CHECK(outcome.wait == std::chrono::seconds{40});
    CHECK(kiosk.wire.asked(protocol::push_path) < 20);
    CHECK(kiosk.standing().waiting == 200);
}

TEST_CASE("A record that must wait for a newer server does not hold up those behind it")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto first = kiosk.write(notebook.stream, Class::content, {99, 1, 2}); // of a newer kind
    kiosk.write(notebook);
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing(first).delivery == Delivery::waiting);
    CHECK(kiosk.standing().waiting == 1);
    CHECK(central.records() == 1);
}

TEST_CASE("Stubs that are too many for one push go in several")
{
    // By what the server stated, or for a proxy in front of it.
    const auto [stated, proxied] =
        GENERATE(table<std::uint64_t, std::size_t>({{2'000, 100'000}, {1 << 20, 1'000}}));
    Central central{"epoch", {.push_bytes = stated}};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    for (int i = 0; i < 20; ++i) kiosk.write(central::api::national_stream, Class::content, {1});
    kiosk.wire.on_the_way(
        [stated = stated, most = proxied](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
            const bool stubs = request.path == protocol::push_path &&
                               !protocol::decode_push_request(request.body)->stubs.empty();
            if (stubs) CHECK(request.body.size() <= stated);
            if (!stubs || request.body.size() <= most) return pass(request);
            return Reply{413, "text/html", std::nullopt, {'<'}};
        });
    CHECK(kiosk.round().end == End::done);
    const auto held = central.store.look()->stock().held_from(kiosk.device(), 30);
    CHECK(held.highest == 20);
    CHECK(held.lacks.empty());
}
