// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <condition_variable>
#include <mutex>

#include "core/store/central_sqlite.hpp"
#include "kiosk/app/syncing.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/agent/enrol.hpp"
#include "sync/central/api/comparing.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/site.hpp"
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/sync/support/compared.hpp"

namespace frikort::tests {

// The central server, on a free port of this machine.
class CentralInTheTown {
public:
    enum class Centres { served_from_the_first, to_be_compared };
    explicit CentralInTheTown(Centres centres = Centres::served_from_the_first) : centres_{centres}
    {
        core::sealing::start(); // the server keeps secrets too
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
    std::string code_for(const std::string& centre)
    {
        if (centres_ == Centres::served_from_the_first) serve_as_before(store_, centre);
        return sync::central::api::issue_code(store_, centre, clock_.now(), chance_)->in_groups();
    }
    // The centre's leader read this out on the telephone.
    bool compared(const std::string& centre, const core::sealing::Fingerprint& number)
    {
        return sync::central::api::compare(store_, centre, number, clock_.now()).has_value();
    }
    core::store::CentralStore& store() { return store_; }
    void stop()
    {
        port_ = server_->port();
        server_.reset();
    }
    // Again, where it was.
    void start() { server_.emplace("127.0.0.1", port_, site_); }

private:
    std::uint16_t port_ = 0;
    struct NoJournal final : sync::central::api::Journal {
        void note(sync::central::api::Event, const std::optional<core::records::DeviceId>&,
                  std::uint64_t) override
        {
        }
    };
    Centres centres_;
    TemporaryFolder folder_;
    core::sealing::SystemChance chance_;
    core::store::SqliteCentralStore store_{folder_.path(), core::store::SqliteCentralStore::Opening::first,
                                           chance_};
    sync::central::api::SystemClock clock_;
    NoJournal journal_;
    sync::central::api::Desk desk_{store_, clock_, journal_, chance_};
    sync::central::DeskSite site_{desk_, journal_};
    std::optional<sync::central::http::Server> server_{std::in_place, "127.0.0.1", std::uint16_t{0}, site_};
};

// A kiosk of a centre, with its own thread that syncs over real sockets.
class SyncedKiosk : public StaffedKiosk {
public:
    SyncedKiosk(CentralInTheTown& central, const std::string& centre)
    {
        const auto line = *sync::agent::CurlTransport::open({.central = central.url()});
        place = *sync::agent::enrol(store(), *line, machine().device_key, central.code_for(centre));
        options_.central = central.url();
        begin_syncing();
        until([this] { return rounds_ > 0; });
    }
    // The plug is pulled and put in again.
    void lose_power(const std::function<void()>& meanwhile = [] {})
    {
        syncing_.reset();
        stop();
        meanwhile();
        restart();
        begin_syncing();
    }
    // The program's thread as main starts it.
    void begin_syncing()
    {
        options_.sync_seconds = 86'400; // only when it is asked
        syncing_.emplace(data(), machine(), kiosk::app::Identity::Pepper::file, options_, [this] {
            {
                const std::lock_guard lock{mutex_};
                woken_ = true;
            }
            wake_.notify_all();
        });
        house().on_fetch(syncing_->fetching());
        house().on_send([this] { syncing_->now(); });
    }
    // The first to end may have been under way before it was asked for; the next one hears all that is there
    // now.
    void round()
    {
        hear();
        for (int i = 0; i < 2; ++i) {
            const auto before = rounds_;
            syncing_->now();
            until([&] { return rounds_ > before; });
        }
    }
    // Whatever the thread has to say is heard and drawn, until then.
    template <class Condition>
    void until(Condition holds)
    {
        for (;;) {
            hear();
            house().set_link(syncing_->link());
            stage().pass(kiosk::ui::Instant{1});
            if (holds()) return;
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return woken_; });
            woken_ = false;
        }
    }
    void until_it_shows(std::string_view words)
    {
        until([&] { return shows(words); });
    }

    sync::agent::Place place;

private:
    void hear()
    {
        auto heard = syncing_->take_news();
        if (heard.rounds > 0) house().hear_news();
        rounds_ += heard.rounds;
        if (heard.whole) machine().whole = std::move(heard.whole);
    }
    kiosk::app::Options options_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool woken_ = false;
    std::size_t rounds_ = 0;
    std::optional<kiosk::app::Syncing> syncing_; // last: its thread wakes this
};

} // namespace frikort::tests
