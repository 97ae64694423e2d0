// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/desk.hpp"

#include <filesystem>
#include <thread>

#include "core/store/central_sqlite.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/status.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using central::api::Event;
using frikort::core::base::Bytes;
using protocol::Fault;
using protocol::Verdict;

namespace {

Fault fault_in(const central::api::Answer& answer) { return protocol::decode_refused(answer.body)->fault; }

agent::Request signed_request(const Kiosk& kiosk, std::string_view path, const Bytes& body,
                              std::uint64_t counter)
{
    const protocol::Signed what{
        "POST",  std::string{path}, kiosk.wire.authority(), protocol::content_digest(body),
        counter, kiosk.device()};
    const auto fields = sign(what, kiosk.key);
    return {std::string{path},
            {{"Content-Type", std::string{protocol::content_type}},
             {"Content-Digest", what.digest},
             {"Frikort-Counter", std::to_string(counter)},
             {"Signature-Input", fields.input},
             {"Signature", fields.signature}},
            body};
}

central::api::Answer ask(Central& central, const Kiosk& kiosk, const agent::Request& request)
{
    return central.desk.handle(head_of(request, kiosk.wire.authority()), request.body);
}

std::string& value_of(agent::Request& request, const std::string& name)
{
    for (auto& field : request.fields)
        if (field.name == name) return field.value;
    throw std::logic_error{"no such field"};
}

const Bytes quiet = encode(protocol::NewsRequest{0});

} // namespace

TEST_CASE("A replayed request is refused with the server's number and changes nothing")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto entry = kiosk.write(Notebook{2});
    const auto push =
        signed_request(kiosk, protocol::push_path, encode(protocol::PushRequest{{encode(entry)}, {}}), 900);
    CHECK(ask(central, kiosk, push).status == 200);
    const auto again = ask(central, kiosk, push);
    CHECK(again.status == 409);
    CHECK(fault_in(again) == Fault::behind);
    CHECK(protocol::decode_refused(again.body)->request == 900U);
    CHECK(ask(central, kiosk, signed_request(kiosk, protocol::news_path, quiet, 899)).status == 409);
    CHECK(central.records() == 1);
}

TEST_CASE("A request that nobody signed rightly is refused before its body is read")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk stranger{2, central};
    kiosk.enrol(central);
    auto request = signed_request(kiosk, protocol::news_path, quiet, 900);
    SECTION("without a signature") { request.fields.pop_back(); }
    SECTION("with another's signature")
    {
        const auto other = signed_request(stranger, protocol::news_path, quiet, 900);
        value_of(request, "Signature") = other.fields.back().value;
    }
    SECTION("by a kiosk that was never enrolled")
    {
        request = signed_request(stranger, protocol::news_path, quiet, 900);
    }
    SECTION("with another counter") { value_of(request, "Frikort-Counter") = "901"; }
    SECTION("for another path") { request.path = std::string{protocol::pull_path}; }
    const auto admitted = central.desk.admit(head_of(request, kiosk.wire.authority()));
    REQUIRE_FALSE(admitted);
    CHECK(admitted.error().status == 401);
    CHECK(central.journal.count(Event::not_signed) == 1);
}

TEST_CASE("A request signed for one host is not taken at another")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto request = signed_request(kiosk, protocol::news_path, quiet, 900);
    CHECK(central.desk.handle(head_of(request, "elsewhere.test"), request.body).status == 401);
}

TEST_CASE("A body that is not the signed one is refused")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    auto request = signed_request(kiosk, protocol::news_path, quiet, 900);
    request.body = encode(protocol::NewsRequest{1});
    CHECK(fault_in(ask(central, kiosk, request)) == Fault::signature);
}

TEST_CASE("A newer protocol is told which ones are spoken here")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto body = protocol::encode_envelope(R"({"protocol":2,"since":0})", {});
    const auto answer = ask(central, kiosk, signed_request(kiosk, protocol::news_path, body, 900));
    CHECK(answer.status == 426);
    CHECK(fault_in(answer) == Fault::protocol);
}

TEST_CASE("Unknown paths and methods and kinds of body get a plain no")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    auto head = head_of(signed_request(kiosk, protocol::news_path, quiet, 900), kiosk.wire.authority());
    SECTION("path")
    {
        head.path = "/sync/../etc";
        CHECK(central.desk.handle(head, quiet).status == 404);
    }
    SECTION("method")
    {
        head.method = "GET";
        CHECK(central.desk.handle(head, quiet).status == 405);
    }
    SECTION("kind of body")
    {
        head.content_type = "application/json";
        CHECK(central.desk.handle(head, quiet).status == 415);
    }
    SECTION("what comes later")
    {
        head.path = protocol::follow_path;
        CHECK(central.desk.handle(head, quiet).status == 501);
    }
}

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

TEST_CASE("Eight identical pushes at once leave one record")
{
    Central central;
    Kiosk kiosk{1, central};
    const TemporaryFolder folder;
    SeededChance chance{3};
    frikort::core::store::SqliteCentralStore store{
        folder.path(), frikort::core::store::SqliteCentralStore::Opening::first, chance};
    const central::api::Desk desk{store, central.clock, central.journal};
    kiosk.wire.lead_to(desk);
    const auto code = central::api::issue_code(store, "Perronen", central.clock.now(), chance);
    REQUIRE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups()));

    const auto body = encode(protocol::PushRequest{{encode(kiosk.write(Notebook{2}))}, {}});
    std::vector<central::api::Answer> answers(8);
    std::vector<std::thread> senders;
    for (std::size_t i = 0; i < 8; ++i) {
        senders.emplace_back([&, i] {
            const auto request = signed_request(kiosk, protocol::push_path, body, 900 + i);
            answers[i] = desk.handle(head_of(request, kiosk.wire.authority()), request.body);
        });
    }
    for (auto& sender : senders) sender.join();

    int accepted = 0;
    for (const auto& answer : answers) {
        if (answer.status == 409) continue; // overtaken by a later counter
        REQUIRE(answer.status == 200);
        const auto verdict = protocol::decode_push_answer(answer.body)->verdicts.at(0).kind;
        CHECK((verdict == Verdict::Kind::accepted || verdict == Verdict::Kind::duplicate));
        accepted += verdict == Verdict::Kind::accepted;
    }
    CHECK(accepted == 1);
    CHECK(store.look()->stock().counts().at(0).records == 1);
}

TEST_CASE("The status page names kiosks and centres and counts records and nothing else")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    for (int i = 0; i < 3; ++i) kiosk.write(notebook);
    kiosk.round();
    central.clock.pass(std::chrono::minutes{7});
    const auto page = central::status_page(*central.store.look(), central.clock.now());
    CHECK_THAT(page,
               ContainsSubstring(kiosk.device().hex().substr(0, 8) + "  Værestedet Havnen  7 min ago     3"));
    CHECK_THAT(page, ContainsSubstring("notebook  " + notebook.stream.name.hex().substr(0, 8) + "  3\n"));
    CHECK_THAT(page, ContainsSubstring("In quarantine: 0\n"));
    CHECK(page.find(kiosk.device().hex()) == std::string::npos);
}
