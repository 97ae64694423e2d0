// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/agent.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "sync/agent/retry.hpp"

namespace frikort::sync::agent {

using std::chrono::steady_clock;

class Agent::Thread {
public:
    Thread(core::store::Store& own, Transport& transport, const core::sealing::SigningKey& device,
           core::base::Chance& chance, Pace pace, std::function<void(News)> post, WantedHalf* half)
        : store_{own}, transport_{transport}, device_{device}, retry_{pace, chance}, post_{std::move(post)},
          half_{half}, thread_{[this](const std::stop_token& stop) { run(stop); }}
    {
    }
    ~Thread()
    {
        thread_.request_stop();
        {
            const std::lock_guard lock{mutex_};
            round_.request_stop();
        }
        transport_.stop();
    }
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    void follow(core::actions::CardProof proof, std::function<void(Followed)> tell)
    {
        {
            const std::lock_guard lock{mutex_};
            card_.emplace(Card{std::move(proof), std::move(tell)});
            round_.request_stop();
        }
        wake_.notify_all();
    }

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
        auto not_before = steady_clock::now();
        while (!stop.stop_requested()) {
            fetch_card(stop, not_before);
            const auto round_stop = begin_round();
            auto outcome = round(round_stop);
            if (stop.stop_requested()) return;
            if (round_stop.stop_requested()) continue; // somebody's card comes first
            const auto ended = steady_clock::now();
            const auto pause = retry_.after(outcome);
            not_before = outcome.wait ? ended + *outcome.wait : ended;
            post_(std::move(outcome));
            wait(stop, not_before, ended + pause);
        }
    }

    std::stop_token begin_round()
    {
        const std::lock_guard lock{mutex_};
        asked_ = false;
        if (!card_) round_ = std::stop_source{};
        return round_.get_token();
    }

    // As long as the server asks for time it is not asked for cards either (R14).
    void fetch_card(const std::stop_token& stop, steady_clock::time_point not_before)
    {
        for (;;) {
            std::optional<Card> card;
            {
                const std::lock_guard lock{mutex_};
                card.swap(card_);
            }
            if (!card || stop.stop_requested()) return;
            const bool too_early = steady_clock::now() < not_before;
            card->tell(too_early ? Followed{core::base::no(NotFollowed{NotFollowed::Why::busy})}
                                 : fetch(card->proof, stop));
        }
    }

    // Nothing leaves this thread but news.
    Outcome round(const std::stop_token& stop)
    {
        try {
            return run_round(store_, transport_, device_, stop, half_);
        } catch (const core::store::StoreFailure&) {
            return {End::disk_failed, {}, {}, {}};
        }
    }
    Followed fetch(const core::actions::CardProof& proof, const std::stop_token& stop)
    {
        try {
            return agent::follow(store_, transport_, device_, proof, stop);
        } catch (const core::store::StoreFailure&) {
            return core::base::no(NotFollowed{NotFollowed::Why::busy});
        }
    }

    // Until the pause is over, or somebody asks and the server allows it; at once for a card.
    void wait(const std::stop_token& stop, steady_clock::time_point not_before,
              steady_clock::time_point until)
    {
        std::unique_lock lock{mutex_};
        while (!stop.stop_requested()) {
            if (wake_.wait_until(lock, stop, not_before, [this] { return card_.has_value(); })) {
                lock.unlock();
                fetch_card(stop, not_before);
                lock.lock();
                if (steady_clock::now() >= not_before) return;
                continue;
            }
            wake_.wait_until(lock, stop, until, [this] { return asked_ || card_; });
            return;
        }
    }

    struct Card {
        core::actions::CardProof proof;
        std::function<void(Followed)> tell;
    };
    core::store::Store& store_;
    Transport& transport_;
    const core::sealing::SigningKey& device_;
    Retry retry_;
    std::function<void(News)> post_;
    WantedHalf* half_;
    std::mutex mutex_; // of what is below
    std::condition_variable_any wake_;
    bool asked_ = false;
    std::optional<Card> card_; // to be asked for
    std::stop_source round_;   // of the round under way
    std::jthread thread_;      // last: it uses all of the above
};

Agent::Agent(core::store::Store& own, Transport& transport, const core::sealing::SigningKey& device,
             core::base::Chance& own_chance, Pace pace, std::function<void(News)> post, WantedHalf* half)
    : thread_{std::make_unique<Thread>(own, transport, device, own_chance, pace, std::move(post), half)}
{
}

Agent::~Agent() = default;

void Agent::sync_now() { thread_->ask(); }

void Agent::follow(core::actions::CardProof proof, std::function<void(Followed)> tell)
{
    thread_->follow(std::move(proof), std::move(tell));
}

} // namespace frikort::sync::agent
