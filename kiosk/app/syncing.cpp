// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/syncing.hpp"

#include <spdlog/spdlog.h>

#include "core/store/sqlite_store.hpp"
#include "kiosk/app/told_trouble.hpp"
#include "kiosk/ui/mailbox.hpp"
#include "sync/agent/agent.hpp"
#include "sync/agent/curl_transport.hpp"

namespace frikort::kiosk::app {

using sync::agent::Agent;
using sync::agent::CurlTransport;
using sync::agent::End;
using sync::agent::News;

namespace {

const char* told(End end)
{
    switch (end) {
    case End::done:
        return "done";
    case End::not_enrolled:
        return "not enrolled";
    case End::no_server:
        return "no server";
    case End::not_understood:
        return "an answer that is not our server's";
    case End::busy:
        return "the server is busy";
    case End::turned_away:
        return "the server turned this kiosk away";
    case End::frozen:
        return "this kiosk was cloned or restored: it must be enrolled anew";
    case End::too_old:
        return "this program is too old for the server";
    case End::disk_failed:
        return "the disk failed";
    case End::stopped:
        return "stopped";
    }
    return "";
}

screens::Fetching::Answer told(const Agent::Followed& followed)
{
    using Is = screens::Fetching::Answer::Is;
    using Why = sync::agent::NotFollowed::Why;
    if (followed) return {Is::here};
    const auto& why = followed.error();
    switch (why.why) {
    case Why::unknown_card:
        return {Is::unknown_card};
    case Why::wrong_code:
        return {Is::wrong_code, why.tries_left, why.wait};
    case Why::wait:
        return {Is::wait, 0, why.wait};
    case Why::busy:
        return {Is::busy};
    case Why::no_server:
        break;
    }
    return {Is::no_net};
}

// Asks through the agent; answers to what was asked before are dropped.
class ByAgent final : public screens::Fetching {
public:
    void use(Agent& agent, std::function<void()> wake)
    {
        agent_ = &agent;
        wake_ = std::move(wake);
    }
    bool possible() const override { return agent_ != nullptr; }
    void begin(core::actions::CardProof proof) override
    {
        agent_->follow(std::move(proof), [this, asked = ++asked_](const Agent::Followed& followed) {
            answers_.post({asked, told(followed)});
            wake_();
        });
    }
    std::optional<Answer> answer() override
    {
        for (const auto& [asked, answer] : answers_.take_all())
            if (asked == asked_) return answer;
        return std::nullopt;
    }

private:
    Agent* agent_ = nullptr;
    std::function<void()> wake_;
    std::uint64_t asked_ = 0;
    ui::Mailbox<std::pair<std::uint64_t, Answer>> answers_;
};

} // namespace

struct Syncing::Hidden {
    ByAgent fetching;
    ui::Mailbox<News> mailbox;
    ui::Mailbox<core::actions::WholePepper> peppers;
    core::sealing::SystemChance chance;
    std::optional<core::store::SqliteStore> store;
    std::unique_ptr<CurlTransport> transport;
    Link link;
    std::optional<End> last_end; // logged only when it changes: a kiosk may be months without a network
    std::optional<sync::agent::WantedHalf> half;
    std::optional<Agent> agent; // last: it uses the others
};

Syncing::Syncing(const core::store::DataFolder& folder, const core::actions::Kiosk& kiosk,
                 Identity::Pepper pepper, const Options& options, std::function<void()> wake)
    : hidden_{std::make_unique<Hidden>()}
{
    if (options.central.empty()) return;
    auto transport = CurlTransport::open({.central = options.central, .authorities = options.authorities});
    if (!transport) {
        spdlog::error("--central must be https://..., or http:// on this machine: going on without a server");
        return;
    }
    hidden_->link.server = screens::about::Server::there;
    hidden_->transport = std::move(*transport);
    hidden_->store.emplace(folder, core::store::SqliteStore::Opening::further);
    const sync::agent::Pace pace{.every = std::chrono::seconds{options.sync_seconds}};
    using When = sync::agent::WantedHalf::When;
    hidden_->half.emplace(sync::agent::WantedHalf{
        kiosk.pepper, hidden_->chance, pepper == Identity::Pepper::file ? When::always : When::where_needed,
        [peppers = &hidden_->peppers, wake](core::actions::WholePepper whole) {
            peppers->post(std::move(whole));
            wake();
        }});
    hidden_->agent.emplace(
        *hidden_->store, *hidden_->transport, kiosk.device_key, hidden_->chance, pace,
        [mailbox = &hidden_->mailbox, wake](News news) {
            mailbox->post(std::move(news));
            wake();
        },
        &*hidden_->half);
    hidden_->fetching.use(*hidden_->agent, std::move(wake));
}

screens::Fetching& Syncing::fetching() { return hidden_->fetching; }

Syncing::~Syncing() = default;

void Syncing::now()
{
    if (hidden_->agent) hidden_->agent->sync_now();
}

const Link& Syncing::link() const { return hidden_->link; }

Syncing::Heard Syncing::take_news()
{
    Heard heard;
    for (auto& whole : hidden_->peppers.take_all()) heard.whole = std::move(whole);
    for (const auto& news : hidden_->mailbox.take_all()) {
        ++heard.rounds;
        if (news.server_time) heard.server_time = news.server_time;
        if (hidden_->last_end != news.end) spdlog::info("sync: {}", told(news.end));
        hidden_->last_end = news.end;
        const auto trouble = sync::agent::trouble_of(news.end);
        hidden_->link.trouble = trouble ? std::optional{told_as(*trouble)} : std::nullopt;
    }
    return heard;
}

} // namespace frikort::kiosk::app
