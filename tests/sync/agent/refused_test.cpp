// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"
#include "core/sealing/key_record.hpp"
#include "sync/central/api/admission.hpp"
#include "sync/central/api/streams.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
namespace core = frikort::core;
using agent::End;
using frikort::core::records::Class;
using frikort::core::store::Delivery;

TEST_CASE("A record that the server refuses leaves the head of the queue and stays on the kiosk")
{
    Central central{GENERATE(every_engine())};
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

TEST_CASE("A stub that the server puts off is sent again the next time")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    for (int i = 0; i < 3; ++i) kiosk.write(central::api::national_stream, Class::content, {1});
    kiosk.wire.on_the_way([](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        const auto push = protocol::decode_push_request(request.body);
        if (request.path != protocol::push_path || push->stubs.empty()) return pass(request);
        // The first one is taken, the others are not.
        auto answer = pass(request);
        auto said = *protocol::decode_push_answer(answer->body);
        for (std::size_t i = 1; i < said.verdicts.size(); ++i)
            said.verdicts[i] = {protocol::Verdict::Kind::later, ""};
        answer->body = encode(said);
        return answer;
    });
    CHECK(kiosk.round().end == End::done);
    kiosk.wire.heal();
    kiosk.wire.sent.clear();
    CHECK(kiosk.round().end == End::done);
    REQUIRE(kiosk.wire.asked(protocol::push_path) == 1);
    const auto& sent = kiosk.wire.sent;
    const auto pushed = std::find_if(sent.begin(), sent.end(),
                                     [](const auto& request) { return request.path == protocol::push_path; });
    CHECK(protocol::decode_push_request(pushed->body)->stubs.size() == 2);
}

TEST_CASE("Stubs of what was refused do not wait behind forks that wait for staff")
{
    Central central{"epoch", {.push_records = 2}};
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 5; ++i) kiosk.write(notebook);
    {
        const auto work = central.store.begin();
        work->kiosks().revoke(kiosk.device(), central.clock.now());
        work->commit();
    }
    REQUIRE(kiosk.enrol_anew(central, 11));
    for (int i = 0; i < 5; ++i) kiosk.write(notebook);
    kiosk.write(central::api::national_stream, Class::content, {1});
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().refused == 6);
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).highest == 6);
}

TEST_CASE("A record that is refused after stubs were sent beyond it gets its stub too")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    for (int i = 0; i < 2; ++i) kiosk.write(central::api::national_stream, Class::content, {1});
    kiosk.wire.on_the_way([](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        const bool push = request.path == protocol::push_path;
        if (!push || protocol::decode_push_request(request.body)->records.empty()) return answer;
        auto said = *protocol::decode_push_answer(answer->body);
        said.verdicts[0] = {protocol::Verdict::Kind::later, ""};
        answer->body = encode(said);
        return answer;
    });
    CHECK(kiosk.round().end == End::done);
    REQUIRE(kiosk.standing().waiting == 1);
    REQUIRE_FALSE(central.store.look()->stock().held_from(kiosk.device(), 9).lacks.empty());
    kiosk.wire.heal();
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().refused == 2);
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).lacks.empty());
}

TEST_CASE("A cloned kiosk's entry is set aside and the first one stays")
{
    Central central{GENERATE(every_engine())};
    Kiosk kiosk{1, central};
    Kiosk clone{1, central}; // the same device key
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto first = kiosk.write(notebook, "350 kr");
    kiosk.round();

    const auto code = central.code_for("Værestedet Havnen");
    REQUIRE(agent::enrol(clone.store, clone.wire, clone.key, code));
    const auto other = clone.write(notebook, "950 kr");
    CHECK(clone.round().end == End::frozen);
    CHECK(clone.standing(other).reason == "other_record");
    CHECK(central.of_stream(notebook.stream) == std::vector<frikort::core::base::Bytes>{encode(first)});
    CHECK(central.store.look()->stock().quarantined() == 1);
    CHECK(central.journal.count(central::api::Event::quarantined) > 0);
}

TEST_CASE("A kiosk cannot give a notebook new keys that it cannot open")
{
    Central central{GENERATE(every_engine())};
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

TEST_CASE("A person sees what was refused and can have it offered again")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto refused_list = [&] { return agent::refused(*kiosk.store.begin(), 10); };
    CHECK(refused_list().empty());
    const Notebook notebook{2};
    kiosk.write(notebook);
    const auto huge = kiosk.write(notebook, std::string(30'000, 'x'));
    // A proxy with a limit of its own, which somebody mends.
    kiosk.wire.on_the_way([](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (request.body.size() <= 20'000) return pass(request);
        return agent::Reply{413, "text/html", std::nullopt, {'<'}};
    });
    kiosk.round();
    REQUIRE(refused_list().size() == 1);
    CHECK(refused_list()[0].number == 2);
    CHECK(refused_list()[0].reason == "too_large");
    CHECK(agent::refused(*kiosk.store.begin(), 0).empty());
    CHECK(central.records() == 1);

    const auto again = [&] {
        const auto work = kiosk.store.begin();
        agent::offer_refused_again(*work);
        work->commit();
    };
    again();
    CHECK(kiosk.standing().waiting == 1);
    CHECK(kiosk.standing().refused == 0);
    kiosk.round();
    CHECK(refused_list().size() == 1); // nothing was mended yet

    kiosk.wire.heal();
    again();
    CHECK(kiosk.round().end == End::done);
    CHECK(refused_list().empty());
    CHECK(kiosk.standing().waiting == 0);
    CHECK(central.of_stream(notebook.stream).size() == 2);
    CHECK(kiosk.standing(huge).delivery == Delivery::accepted);
}

TEST_CASE("A reason that is no word of the protocol is not shown to anybody")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto entry = kiosk.write(Notebook{2});
    const std::string reason =
        GENERATE("", "Ring til Ole 86 12 34 56", "\x1b[2J", "a_word_that_is_longer_than_words_can_ever_be");
    kiosk.wire.on_the_way([&](const agent::Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path != protocol::push_path) return answer;
        auto push = *protocol::decode_push_answer(answer->body);
        push.verdicts = {{protocol::Verdict::Kind::rejected, reason}};
        answer->body = encode(push);
        return answer;
    });
    kiosk.round();
    CHECK(kiosk.standing(entry).delivery == Delivery::rejected);
    CHECK(kiosk.standing(entry).reason == "unknown");
}

TEST_CASE("A notebook with more key records than anybody needs takes no more and still takes entries")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    const auto first = kiosk.begin(notebook);
    std::optional<core::records::Record> last;
    for (std::size_t i = 0; i <= central::api::most_beside; ++i) last = kiosk.begin(notebook);
    const auto entry = kiosk.write(notebook);
    kiosk.round();
    CHECK(kiosk.standing(first).delivery == Delivery::accepted);
    CHECK(kiosk.standing(*last).reason == "too_many");
    CHECK(kiosk.standing(entry).delivery == Delivery::accepted);
    CHECK(kiosk.standing().refused == 1);
}
