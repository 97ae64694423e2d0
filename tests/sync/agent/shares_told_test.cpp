// SPDX-License-Identifier: MPL-2.0
#include "core/actions/answer.hpp"
#include "core/actions/messages.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"
#include "tests/sync/support/leaders.hpp"

// When the server is told in which notebooks something was written for the staff, and until when it is told.

using namespace frikort::tests;
using namespace frikort::sync;
namespace actions = frikort::core::actions;
namespace support = frikort::core::support;
using agent::End;
using agent::Request;
using frikort::core::base::Bytes;
using frikort::core::records::StreamId;
using frikort::core::records::StreamKind;

namespace {

// A centre with staff at its one kiosk, which the office compared.
struct OneKiosk {
    OneKiosk()
    {
        kiosk.set_up();
        REQUIRE(telephone(central, kiosk.number()));
        kiosk.round();
    }
    StreamId ask()
    {
        return actions::send_without_notebook(
                   kiosk.store, kiosk.machine,
                   {support::Topic::pay, support::Wish::read_answer, std::string{"Der mangler 200 kr."}, {}},
                   kiosk.clock)
            ->notebook.stream();
    }
    bool to_tell(const StreamId& stream)
    {
        const auto all = kiosk.store.begin()->shares().untold(10);
        return all == std::vector{stream};
    }
    bool followed(const StreamId& stream)
    {
        return central.store.look()->follows().opened(kiosk.place.stream, stream).has_value();
    }
    Central central;
    LedKiosk kiosk{1, central};
};

// What a kiosk asks for news with; nothing for another request.
std::optional<protocol::NewsRequest> news_in(const Request& request)
{
    if (request.path != protocol::news_path) return std::nullopt;
    return *protocol::decode_news_request(request.body);
}

} // namespace

TEST_CASE("A notebook is shared only once the server has all that was written in it here")
{
    OneKiosk at;
    const auto stream = at.ask();
    CHECK_FALSE(at.to_tell(stream)); // it waits
    const auto before = at.kiosk.wire.sent.size();
    CHECK(at.kiosk.round().end == End::done);
    CHECK(at.followed(stream));
    CHECK_FALSE(at.to_tell(stream));
    std::vector<std::size_t> shared;
    for (std::size_t i = before; i < at.kiosk.wire.sent.size(); ++i)
        if (const auto news = news_in(at.kiosk.wire.sent[i])) shared.push_back(news->shared.size());
    CHECK(shared == std::vector<std::size_t>{0, 1});
    const auto quiet = at.kiosk.wire.sent.size();
    at.kiosk.round();
    CHECK(at.kiosk.wire.sent.size() == quiet + 1); // nothing more to tell
}

TEST_CASE("When the answer to what was shared is lost it is shared again")
{
    OneKiosk at;
    const auto stream = at.ask();
    at.kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        const auto news = news_in(request);
        if (news && !news->shared.empty()) return frikort::core::base::no(agent::Unreachable::no_server);
        return answer;
    });
    CHECK(at.kiosk.round().end == End::no_server);
    CHECK(at.followed(stream)); // the server heard it
    CHECK(at.to_tell(stream));
    at.kiosk.wire.heal();
    at.kiosk.round();
    CHECK_FALSE(at.to_tell(stream));
}

TEST_CASE("A server that knows nothing of shared notebooks is told until another one does, once a round")
{
    OneKiosk at;
    const auto stream = at.ask();
    at.kiosk.wire.on_the_way([](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        auto answer = pass(request);
        if (request.path != protocol::news_path || !answer) return answer;
        auto news = *protocol::decode_news_answer(answer->body);
        news.shared = false;
        answer->body = encode(news);
        return answer;
    });
    at.kiosk.round();
    CHECK(at.to_tell(stream));
    const auto before = at.kiosk.wire.asked(protocol::news_path);
    at.kiosk.round();
    CHECK(at.kiosk.wire.asked(protocol::news_path) == before + 1);
    CHECK(at.to_tell(stream));
    at.kiosk.wire.heal();
    at.kiosk.round();
    CHECK_FALSE(at.to_tell(stream));
}

TEST_CASE("What is asked before the office compared the centre's keys is shared once it has")
{
    Central central;
    LedKiosk kiosk{1, central};
    kiosk.set_up();
    REQUIRE(actions::send_without_notebook(
        kiosk.store, kiosk.machine,
        {support::Topic::pay, support::Wish::read_answer, std::string{"Der mangler 200 kr."}, {}},
        kiosk.clock));
    kiosk.round();
    kiosk.round();
    const auto waits = kiosk.store.begin()->shares().untold(10);
    REQUIRE(waits.size() == 1);
    CHECK_FALSE(central.store.look()->follows().opened(kiosk.place.stream, waits[0]));
    REQUIRE(telephone(central, kiosk.number()));
    kiosk.round();
    CHECK(kiosk.store.begin()->shares().untold(10).empty());
    CHECK(central.store.look()->follows().opened(kiosk.place.stream, waits[0]));
}

TEST_CASE("What a frozen kiosk had not sent is shared once staff let it in under the new name")
{
    OneKiosk at;
    const auto stream = at.ask();
    {
        const auto work = at.central.store.begin();
        work->kiosks().freeze(at.kiosk.device(), at.central.clock.now());
        work->commit();
    }
    CHECK(at.kiosk.round().end == End::frozen);
    REQUIRE(at.kiosk.enrol_anew(at.central, 9));
    at.kiosk.round();
    CHECK_FALSE(at.followed(stream));
    CHECK_FALSE(at.to_tell(stream)); // the server has nothing of it
    {
        const auto work = at.kiosk.store.begin();
        agent::offer_refused_again(*work);
        work->commit();
    }
    at.kiosk.round();
    at.kiosk.round(); // forks come in any order: what came before its generation comes once more
    CHECK(at.followed(stream));
    CHECK(at.kiosk.store.begin()->shares().untold(10).empty());
}

TEST_CASE("A kiosk that shares hundreds of notebooks nobody knows costs the server nothing that stays")
{
    OneKiosk at;
    const auto own = at.ask();
    at.kiosk.round();
    protocol::NewsRequest asked{.since = 0};
    for (std::uint32_t i = 0; i < protocol::most_listed; ++i) {
        StreamId stream{StreamKind::notebook, {}};
        stream.name.bytes[0] = static_cast<std::uint8_t>(i % 256);
        stream.name.bytes[1] = static_cast<std::uint8_t>(i / 256);
        asked.shared.push_back(stream);
    }
    const auto counter = [&] { return at.central.store.look()->stock().standing().counter; };
    const auto before = counter();
    std::uint64_t requests = 1000;
    const auto status = [&] {
        const auto body = encode(asked);
        const auto request = signed_request(at.kiosk, protocol::news_path, body, ++requests);
        return frikort::tests::ask(at.central, at.kiosk, request).status;
    };
    CHECK(status() == 200);
    CHECK(counter() == before);
    // One it may read, as often as a list is long, counts once.
    asked.shared.assign(protocol::most_listed, own);
    at.central.clock.pass(std::chrono::days{1});
    CHECK(status() == 200);
    CHECK(counter() == before + 1);
    asked.shared.push_back(own);
    CHECK(status() == 400);
}
