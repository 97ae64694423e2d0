// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"
#include "core/sealing/key_record.hpp"
#include "sync/central/api/streams.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
namespace core = frikort::core;
using agent::End;
using agent::Reply;
using agent::Request;
using agent::Unreachable;
using frikort::core::base::no;
using frikort::core::records::Class;
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
    CHECK(kiosk.wire.sent[0].body.size() < 100);
}

TEST_CASE("An answer lost after the commit brings no second copy")
{
    Central central;
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

TEST_CASE("A record that the server refuses leaves the head of the queue and stays on the kiosk")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.write(notebook);
    const auto refused = kiosk.write(central::api::national_stream, Class::content, {1});
    const auto behind = kiosk.write(notebook);

    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing().refused == 1);
    CHECK(kiosk.standing(refused).delivery == Delivery::rejected);
    CHECK(kiosk.standing(refused).reason == "stream");
    CHECK(kiosk.standing(behind).delivery == Delivery::accepted);
    CHECK(kiosk.holds(central::api::national_stream) == 1);

    SECTION("and the server has its stub so that the chain has no hole")
    {
        const auto held = central.store.look()->stock().held_from(kiosk.device(), 9);
        CHECK(held.highest == 3);
        CHECK(held.lacks.empty());
        CHECK(central.of_stream(central::api::national_stream).empty());
    }
    SECTION("and its stub is not sent again and again")
    {
        kiosk.round();
        kiosk.wire.sent.clear();
        kiosk.round();
        CHECK(kiosk.wire.asked(protocol::push_path) == 0);
    }
}

TEST_CASE("A cloned kiosk's entry is set aside and the first one stays")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk clone{1, central}; // the same device key
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto first = kiosk.write(notebook, "350 kr");
    kiosk.round();

    const auto code = central.code_for("Værestedet Havnen");
    REQUIRE(agent::enrol(clone.store, clone.wire, clone.key, code));
    const auto other = clone.write(notebook, "950 kr");
    CHECK(clone.round().end == End::done);
    CHECK(clone.standing(other).reason == "other_record");
    CHECK(central.of_stream(notebook.stream) == std::vector<frikort::core::base::Bytes>{encode(first)});
    CHECK(central.store.look()->stock().quarantined() == 1);
    CHECK(central.journal.count(central::api::Event::quarantined) > 0);
}

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

TEST_CASE("A record that makes the server fail does not hold up the others and is not given up")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto poison = encode(kiosk.write(notebook));
    for (int i = 0; i < 20; ++i) kiosk.write(notebook);
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        const auto& body = request.body;
        if (std::search(body.begin(), body.end(), poison.begin(), poison.end()) == body.end())
            return pass(request);
        const auto failed = encode(protocol::Refused{protocol::Fault::failed, {}});
        return Reply{500, std::string{protocol::content_type}, std::nullopt, failed};
    });
    CHECK(kiosk.round().end == End::busy);
    CHECK(central.records() == 20);
    CHECK(kiosk.standing().waiting == 1);

    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(central.records() == 21);
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
        const auto failed = encode(protocol::Refused{protocol::Fault::failed, {}});
        return Reply{500, std::string{protocol::content_type}, std::chrono::seconds{40}, failed};
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
    const auto first = kiosk.write(notebook.stream, Class::erase, {32, 1, 2});
    kiosk.write(notebook);
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing(first).delivery == Delivery::waiting);
    CHECK(kiosk.standing().waiting == 1);
    CHECK(central.records() == 1);
}

TEST_CASE("A kiosk cannot give a notebook new keys that it cannot open")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    const Notebook stranger{3};
    kiosk.begin(notebook);
    kiosk.round();

    auto body = frikort::core::base::Bytes(300, 0);
    body[0] = static_cast<frikort::core::base::Byte>(frikort::core::sealing::BodyKind::signed_slot);
    const auto slot = kiosk.write(notebook.stream, Class::key, body);
    const auto generation = core::sealing::first_generation(stranger.keys);
    const auto header = frikort::core::records::Header{{}, notebook.stream, 1, Class::key, kiosk.device(), 3};
    const auto keys =
        kiosk.write(notebook.stream, Class::key, sign_body(encode(header), generation, stranger.keys));
    kiosk.round();
    CHECK(kiosk.standing(slot).reason == "not_signed");
    CHECK(kiosk.standing(keys).reason == "not_signed");
    CHECK(central.of_stream(notebook.stream).size() == 1);
}

TEST_CASE("What cannot be a sealed body is refused")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto open = kiosk.write(Notebook{2}.stream, Class::content, {16, 'I', 'd', 'a'});
    kiosk.round();
    CHECK(kiosk.standing(open).reason == "body");
    CHECK(central.records() == 0);
}
