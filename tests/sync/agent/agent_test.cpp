// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/agent.hpp"

#include <condition_variable>
#include <mutex>

#include "tests/support/catch.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::Agent;
using agent::End;
using agent::News;
using agent::Reply;
using agent::Request;
using agent::Unreachable;
using frikort::core::base::no;

namespace {

// What the agent posts; waited for, never timed.
class Letters {
public:
    void post(News news)
    {
        {
            const std::lock_guard lock{mutex_};
            news_.push_back(std::move(news));
        }
        arrived_.notify_all();
    }
    News next()
    {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return !news_.empty(); });
        auto first = std::move(news_.front());
        news_.erase(news_.begin());
        return first;
    }

private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<News> news_;
};

// A server that never answers, until somebody gives up.
class Silence final : public agent::Transport {
public:
    const std::string& authority() const override { return authority_; }
    frikort::core::base::Result<Reply, Unreachable> post(const Request&) override
    {
        std::unique_lock lock{mutex_};
        asked_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return stopped_; });
        return no(Unreachable::stopped);
    }
    void stop() override
    {
        const std::lock_guard lock{mutex_};
        stopped_ = true;
        changed_.notify_all();
    }
    void wait_until_asked()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return asked_; });
    }

private:
    std::string authority_ = "central.test";
    std::mutex mutex_;
    std::condition_variable changed_;
    bool asked_ = false;
    bool stopped_ = false;
};

const agent::Pace never{std::chrono::hours{24}, std::chrono::hours{24}, std::chrono::hours{24}};

} // namespace

TEST_CASE("The agent goes a round at once and another when it is asked")
{
    Central central;
    Kiosk kiosk{1, central};
    Kiosk neighbour{2, central};
    const auto centre = kiosk.enrol(central).stream;
    neighbour.enrol(central);
    Letters letters;
    SeededChance chance{1};
    Agent agent{kiosk.store, kiosk.wire, kiosk.key,
                chance,      never,      [&](News news) { letters.post(std::move(news)); }};
    CHECK(letters.next().end == End::done);

    neighbour.write(centre, frikort::core::records::Class::content, {1});
    neighbour.round();
    agent.sync_now();
    const auto news = letters.next();
    CHECK(news.end == End::done);
    CHECK(news.changed == std::vector{centre});
}

TEST_CASE("The agent tries again by itself")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.write(Notebook{2});
    int asked = 0;
    kiosk.wire.on_the_way([&](const Request& request, const Wire::Pass& pass) -> Wire::Answer {
        if (++asked < 4) return no(Unreachable::no_server);
        return pass(request);
    });
    Letters letters;
    SeededChance chance{1};
    const agent::Pace quick{std::chrono::hours{24}, std::chrono::milliseconds{1},
                            std::chrono::milliseconds{5}};
    const Agent agent{kiosk.store, kiosk.wire, kiosk.key,
                      chance,      quick,      [&](News news) { letters.post(std::move(news)); }};
    for (int i = 0; i < 3; ++i) CHECK(letters.next().end == End::no_server);
    CHECK(letters.next().end == End::done);
}

TEST_CASE("A full disk is news and not the end of the agent")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    kiosk.store.fail_commits(frikort::core::store::StoreFailure::Kind::full);
    Letters letters;
    SeededChance chance{1};
    Agent agent{kiosk.store, kiosk.wire, kiosk.key,
                chance,      never,      [&](News news) { letters.post(std::move(news)); }};
    CHECK(letters.next().end == End::disk_failed);
    agent.sync_now();
    CHECK(letters.next().end == End::disk_failed);
}

TEST_CASE("The agent stops at once while a server keeps it waiting")
{
    Central central;
    Kiosk kiosk{1, central};
    kiosk.enrol(central);
    Silence silence;
    SeededChance chance{1};
    Letters letters;
    {
        const Agent agent{kiosk.store, silence, kiosk.key,
                          chance,      never,   [&](News news) { letters.post(std::move(news)); }};
        silence.wait_until_asked();
    }
    SUCCEED("it came back");
}
