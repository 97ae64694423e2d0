// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/body.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Reply;
using agent::Request;
using agent::Unreachable;
using frikort::core::base::Bytes;
using frikort::core::base::no;
using frikort::core::records::Class;
using frikort::core::records::StreamId;
using frikort::core::store::Delivery;

namespace {

// Two kiosks at one centre; the first has written this often into the centre's stream, and pushed.
struct TwoAtOneCentre {
    explicit TwoAtOneCentre(int written, protocol::Limits limits = {}) : central{"first epoch", limits}
    {
        centre = first.enrol(central).stream;
        second.enrol(central);
        for (int i = 0; i < written; ++i) first.write(centre, Class::content, {1, Bytes::value_type(i)});
        first.round();
    }
    Central central;
    Kiosk first{1, central};
    Kiosk second{2, central};
    StreamId centre;
};

Reply html(int status)
{
    const std::string page = "<html><body>Log in to Free WiFi</body></html>";
    return {status, "text/html", std::nullopt, Bytes(page.begin(), page.end())};
}

} // namespace

TEST_CASE("Two kiosks at one centre share the centre's stream")
{
    TwoAtOneCentre at{3};
    const auto outcome = at.second.round();
    CHECK(outcome.end == End::done);
    CHECK(outcome.changed == std::vector{at.centre});
    CHECK(at.second.holds(at.centre) == 3);
    CHECK(at.second.round().changed.empty());

    at.second.write(at.centre, Class::content, {1});
    at.second.round();
    at.first.round();
    CHECK(at.first.holds(at.centre) == 4);
}

TEST_CASE("Pages are pulled one after another until everything is here")
{
    TwoAtOneCentre at{10, {.page_records = 3}};
    CHECK(at.second.round().end == End::done);
    CHECK(at.second.holds(at.centre) == 10);
    CHECK(at.second.wire.asked(protocol::pull_path) == 5); // the last one holds the sums against each other
}

TEST_CASE("A page and its cursor are kept together or not at all")
{
    TwoAtOneCentre at{10, {.page_records = 3}};
    int pages = 0;
    at.second.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) {
        auto answer = pass(request);
        if (request.path == protocol::pull_path && ++pages == 2) {
            at.second.store.fail_commits(frikort::core::store::StoreFailure::Kind::full);
        }
        return answer;
    });
    CHECK_THROWS_AS(at.second.round(), frikort::core::store::StoreFailure);
    CHECK(at.second.holds(at.centre) == 3);

    at.second.store.fail_commits(std::nullopt);
    at.second.wire.heal();
    at.second.wire.sent.clear();
    CHECK(at.second.round().end == End::done);
    CHECK(at.second.holds(at.centre) == 10);
    CHECK(at.second.wire.asked(protocol::pull_path) == 4); // and the sums
}

TEST_CASE("A connection that is cut after any request loses nothing and doubles nothing")
{
    const int cut_after = GENERATE(1, 2, 3, 4, 5);
    TwoAtOneCentre at{7, {.page_records = 3}};
    const Notebook notebook{5};
    at.second.write(notebook);
    int asked = 0;
    at.second.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (++asked == cut_after) return no(Unreachable::cut_off);
        return answer;
    });
    CHECK(at.second.round().end == End::no_server);
    at.second.wire.heal();
    CHECK(at.second.round().end == End::done);
    CHECK(at.second.holds(at.centre) == 7);
    CHECK(at.central.of_stream(notebook.stream).size() == 1);
    CHECK(at.second.standing().waiting == 0);
}

TEST_CASE("HTML instead of an answer changes nothing")
{
    const int status = GENERATE(200, 302, 404, 500, 502);
    TwoAtOneCentre at{3};
    at.second.write(Notebook{5});
    at.second.wire.on_the_way(
        [&](const Request&, const Wire::Pass&) -> Wire::Answer { return html(status); });
    const auto before = at.second.standing();
    const auto outcome = at.second.round();
    CHECK(outcome.end == (status >= 500 ? End::busy : End::not_understood));
    CHECK_FALSE(outcome.server_time);
    CHECK(at.second.holds(at.centre) == 0);
    CHECK(at.second.standing().waiting == 1);
    CHECK(at.second.standing().last_contact == before.last_contact);

    at.second.wire.heal();
    CHECK(at.second.round().end == End::done);
    CHECK(at.second.holds(at.centre) == 3);
}

TEST_CASE("The right bytes under another name are not an answer")
{
    const std::string type =
        GENERATE("text/html", "", "application/json", "application/vnd.frikort.sync; a=b");
    TwoAtOneCentre at{3};
    at.second.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        answer->content_type = type;
        return answer;
    });
    CHECK(at.second.round().end == End::not_understood);
    CHECK(at.second.holds(at.centre) == 0);
}

TEST_CASE("An answer cut short or with bytes changed is never taken for one")
{
    TwoAtOneCentre at{3};
    const auto part = GENERATE(0U, 3U, 10U, 50U, 90U, 99U);
    at.second.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path == protocol::pull_path) answer->body.resize(answer->body.size() * part / 100);
        return answer;
    });
    CHECK(at.second.round().end == End::not_understood);
    CHECK(at.second.holds(at.centre) == 0);
    at.second.wire.heal();
    at.second.round();
    CHECK(at.second.holds(at.centre) == 3);
}

TEST_CASE("A server that sends what nobody asked for is not believed")
{
    TwoAtOneCentre at{1};
    const Notebook notebook{5};
    at.first.write(notebook);
    at.first.round();
    at.second.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path != protocol::pull_path) return answer;
        auto page = *protocol::decode_pull_answer(answer->body);
        page.records = at.central.of_stream(notebook.stream);
        answer->body = encode(page);
        return answer;
    });
    CHECK(at.second.round().end == End::not_understood);
    CHECK(at.second.holds(notebook.stream) == 0);
}

TEST_CASE("A kiosk reads neither another centre's stream nor a notebook it never wrote to")
{
    TwoAtOneCentre at{3};
    const Notebook notebook{5};
    at.first.write(notebook);
    at.first.round();
    Kiosk elsewhere{3, at.central};
    elsewhere.enrol(at.central, "Perronen");
    elsewhere.round();
    CHECK(elsewhere.holds(at.centre) == 0);

    // And not when it asks for them by name.
    elsewhere.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path != protocol::news_path) return answer;
        auto news = *protocol::decode_news_answer(answer->body);
        news.streams = {{at.centre, 1000}, {notebook.stream, 1000}};
        answer->body = encode(news);
        return answer;
    });
    CHECK(elsewhere.round().end == End::done);
    CHECK(elsewhere.wire.asked(protocol::pull_path) == 1);
    CHECK(elsewhere.holds(at.centre) == 0);
    CHECK(elsewhere.holds(notebook.stream) == 0);
}

TEST_CASE("A kiosk that heard some of the news has not heard all")
{
    TwoAtOneCentre at{3};
    bool first = true;
    at.second.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (request.path != protocol::news_path) return pass(request);
        if (!first) return no(Unreachable::no_server);
        first = false;
        auto answer = pass(request);
        auto news = *protocol::decode_news_answer(answer->body);
        news.more = true;
        answer->body = encode(news);
        return answer;
    });
    CHECK(at.second.round().end == End::no_server);
    CHECK(at.second.holds(at.centre) == 3);
    CHECK_FALSE(at.second.standing().heard_all); // nobody sets up a centre there yet
    at.second.wire.heal();
    CHECK(at.second.round().end == End::done);
    CHECK(at.second.standing().heard_all);
}

TEST_CASE("A kiosk without a centre asks nobody")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.write(Notebook{2});
    CHECK(kiosk.round().end == End::not_enrolled);
    CHECK(kiosk.wire.sent.empty());
    CHECK(kiosk.standing().waiting == 1);
}

TEST_CASE("Without a server everything waits and says so")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.wire.on_the_way(
        [](const Request&, const Wire::Pass&) -> Wire::Answer { return no(Unreachable::no_server); });
    kiosk.write(Notebook{2});
    CHECK(kiosk.round().end == End::no_server);
    CHECK(kiosk.standing().waiting == 1);
    CHECK(kiosk.standing().centre->name == "Værestedet Havnen");
}

TEST_CASE("A round tells what time it is by the server")
{
    TwoAtOneCentre at{0};
    at.central.clock.pass(std::chrono::hours{3});
    CHECK(at.second.round().server_time == at.central.clock.now());
    CHECK(at.second.standing().last_contact == at.central.clock.now());
}
