// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/desk.hpp"

#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using central::api::Event;
using frikort::core::base::Bytes;
using protocol::Fault;

namespace {

Fault fault_in(const central::api::Answer& answer) { return protocol::decode_refused(answer.body)->fault; }

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
    const auto body = protocol::encode_envelope(R"({"protocol":3,"since":0})", {});
    const auto answer = ask(central, kiosk, signed_request(kiosk, protocol::news_path, body, 900));
    CHECK(answer.status == 426);
    CHECK(fault_in(answer) == Fault::protocol);
}

TEST_CASE("A kiosk with the program before is served as well")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const auto body = protocol::encode_envelope(R"({"protocol":1,"since":0})", {});
    const auto answer = ask(central, kiosk, signed_request(kiosk, protocol::news_path, body, 900));
    CHECK(answer.status == 200);
    const auto news = protocol::decode_news_answer(answer.body);
    REQUIRE(news);
    CHECK_FALSE(news->state.other_past);
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
}
