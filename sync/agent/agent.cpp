// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/agent.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "sync/agent/retry.hpp"

namespace frikort::sync::agent {

using std::chrono::steady_clock;

class Agent::Thread {
public:
    Thread(core::store::Store& own, Transport& transport, const core::sealing::SigningKey& device,
           core::base::Chance& chance, Pace pace, std::function<void(News)> post)
        : store_{own}, transport_{transport}, device_{device}, retry_{pace, chance}, post_{std::move(post)},
          thread_{[this](const std::stop_token& stop) { run(stop); }}
    {
    }
    ~Thread()
    {
        thread_.request_stop();
        transport_.stop();
    }
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    void ask()
    {
        {
            const std::lock_guard lock{mutex_};
            asked_ = true;
        }
        wake_.notify_all();
    }

private:
    void run(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            {
                const std::lock_guard lock{mutex_};
                asked_ = false;
            }
            auto outcome = round(stop);
            if (stop.stop_requested()) return;
            const auto ended = steady_clock::now();
            const auto pause = retry_.after(outcome);
            const auto not_before = outcome.wait ? ended + *outcome.wait : ended;
            post_(std::move(outcome));
            wait(stop, not_before, ended + pause);
        }
    }

    // Nothing leaves this thread but news.
    Outcome round(const std::stop_token& stop)
    {
        try {
            return run_round(store_, transport_, device_, stop);
        } catch (const core::store::StoreFailure&) {
            return {End::disk_failed, {}, {}, {}};
        }
    }

    // Until the pause is over, or somebody asks and the server allows it.
    void wait(const std::stop_token& stop, steady_clock::time_point not_before,
              steady_clock::time_point until)
    {
        std::unique_lock lock{mutex_};
        wake_.wait_until(lock, stop, not_before, [] { return false; });
        wake_.wait_until(lock, stop, until, [this] { return asked_; });
    }

    core::store::Store& store_;
    Transport& transport_;
    const core::sealing::SigningKey& device_;
    Retry retry_;
    std::function<void(News)> post_;
    std::mutex mutex_; // of what is below
    std::condition_variable_any wake_;
    bool asked_ = false;
    std::jthread thread_; // last: it uses all of the above
};

Agent::Agent(core::store::Store& own, Transport& transport, const core::sealing::SigningKey& device,
             core::base::Chance& own_chance, Pace pace, std::function<void(News)> post)
    : thread_{std::make_unique<Thread>(own, transport, device, own_chance, pace, std::move(post))}
{
}

Agent::~Agent() = default;

void Agent::sync_now() { thread_->ask(); }

} // namespace frikort::sync::agent
