// SPDX-License-Identifier: MPL-2.0
#include "core/sealing/pepper_half.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/asking.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using frikort::core::store::CentralStore;
using frikort::core::store::CentralWork;
using protocol::NewsRequest;

namespace {

// Tells whether what was done last was waited for.
class Waiting final : public CentralStore {
public:
    explicit Waiting(CentralStore& inner) : inner_{inner} {}
    std::unique_ptr<CentralWork> begin() override
    {
        waited_ = true;
        return inner_.begin();
    }
    std::unique_ptr<CentralWork> begin_forgettable() override
    {
        waited_ = false;
        return inner_.begin_forgettable();
    }
    std::unique_ptr<const CentralWork> look() override { return inner_.look(); }
    bool has_waited() const { return waited_.value(); }

private:
    CentralStore& inner_;
    std::optional<bool> waited_;
};

} // namespace

TEST_CASE("What a kiosk says once is kept before it is answered; what it says each time need not be")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    Waiting waiting{central.store};
    const central::api::Desk desk{waiting, central.clock, central.journal, central.halves};
    std::uint64_t counter = 900;
    const auto is_waited_for = [&](std::string_view path, const frikort::core::base::Bytes& body) {
        const auto request = signed_request(kiosk, path, body, ++counter);
        REQUIRE(desk.handle(head_of(request, kiosk.wire.authority()), request.body).status == 200);
        return waiting.has_waited();
    };
    const auto asked = [&](const NewsRequest& news) {
        return is_waited_for(protocol::news_path, encode(news));
    };
    const Notebook notebook{2};
    const auto half = frikort::core::sealing::HalfBox::random(kiosk.chance).open();
    const auto root = kiosk.key.open();
    CHECK_FALSE(asked({}));
    CHECK(asked({.root = root})); // the first that it says holds
    CHECK_FALSE(asked({.since = 3, .told = NewsRequest::Told{7, 1, 0}, .root = root}));
    const auto other = notebook.keys.open().sign; // and the first other one is an alarm
    CHECK(asked({.root = other}));
    CHECK_FALSE(asked({.root = other}));
    CHECK(asked({.opened = {notebook.stream}}));
    CHECK(asked({.shared = {notebook.stream}}));
    CHECK(asked({.half_to = half}));
    CHECK_FALSE(is_waited_for(protocol::pull_path, encode(protocol::PullRequest{})));
    CHECK(is_waited_for(protocol::push_path, encode(protocol::PushRequest{})));
}

TEST_CASE("Who says the same again and again takes no counter for it until a day has passed")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    const Notebook notebook{2};
    kiosk.begin(notebook);
    REQUIRE(kiosk.round().end == agent::End::done);
    std::uint64_t counter = 900;
    const auto taken_by = [&](const NewsRequest& news) {
        const auto before = central.store.look()->stock().standing().counter;
        const auto request = signed_request(kiosk, protocol::news_path, encode(news), ++counter);
        REQUIRE(ask(central, kiosk, request).status == 200);
        return central.store.look()->stock().standing().counter - before;
    };
    const std::vector named{notebook.stream, notebook.stream};
    const bool shared = GENERATE(true, false);
    const auto news = shared ? NewsRequest{.shared = named} : NewsRequest{.opened = named};
    if (!shared) REQUIRE(taken_by({.shared = named}) == 1); // or the centre does not follow it
    CHECK(taken_by(news) == (shared ? 1 : 0));
    central.clock.pass(std::chrono::hours{23});
    CHECK(taken_by(news) == 0);
    central.clock.pass(std::chrono::hours{1});
    CHECK(taken_by(news) == 1);
    CHECK(taken_by(news) == 0);
}
