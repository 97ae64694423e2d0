// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/site.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// Server and kiosks as they are in a house: real databases, real sockets, real keys. Only the clock stands.
namespace frikort::tests {

// On a free port of this machine.
struct RealServer {
    explicit RealServer(const sync::central::http::Bounds& bounds = {},
                        const sync::protocol::Limits& limits = {}, Engine engine = Engine::sqlite)
        : own{std::make_unique<ServedDatabase>(engine)}, database{*own},
          desk{store, clock, journal, halves, limits}, server{"127.0.0.1", 0, site, bounds}
    {
    }
    explicit RealServer(Engine engine) : RealServer{{}, {}, engine} {}
    // Beside others on one database.
    explicit RealServer(const ServedDatabase& shared)
        : database{shared}, desk{store, clock, journal, halves}, server{"127.0.0.1", 0, site}
    {
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server.port()); }
    std::string new_code(const std::string& centre = "Perronen");
    // What the server holds of a stream, in its order.
    std::vector<core::base::Bytes> of_stream(const core::records::StreamId&);

    std::unique_ptr<ServedDatabase> own;
    const ServedDatabase& database;
    SeededChance chance{3};
    std::unique_ptr<core::store::CentralStore> opened = database.open(chance);
    core::store::CentralStore& store = *opened;
    StillClock clock;
    CountedJournal journal;
    core::sealing::SystemChance halves; // drawn by any thread
    sync::central::api::Desk desk;
    sync::central::DeskSite site{desk, journal};
    sync::central::http::Server server;
};

class RealKiosk {
public:
    using Settings = sync::agent::CurlTransport::Settings;
    // Enrolled, at the server itself or by another way to it.
    RealKiosk(std::uint64_t seed, RealServer& at) : RealKiosk{seed, at, "Perronen"} {}
    RealKiosk(std::uint64_t seed, RealServer& at, const char* centre)
        : RealKiosk{seed, at, Settings{.central = at.url()}, centre}
    {
    }
    RealKiosk(std::uint64_t seed, RealServer&, Settings, const std::string& centre = "Perronen");

    // As when the program ends and starts again.
    void restart();
    // From now on it asks there.
    void lead_to(const std::string& central);
    // The cable is pulled after so many requests, and put in again.
    void break_after(int requests) { line_cuts_ = requests; }
    void mend() { line_cuts_.reset(); }
    // How long an answer may take from now on.
    void wait_at_most(std::chrono::milliseconds);
    sync::agent::Outcome round() { return run_round(*store_, line(), key); }
    sync::agent::Standing standing() { return standing_in(*store_); }
    core::store::Outbox::Standing standing(const core::records::Record& record)
    {
        return standing_of(*store_, record);
    }
    std::size_t holds(const core::records::StreamId& stream) { return held_in(*store_, stream); }
    Scribe scribe() { return {*store_, key, chance_}; }
    core::records::DeviceId device() const { return core::sealing::device_of(key.open()); }
    core::store::Store& store() { return *store_; }
    const std::filesystem::path& folder() const { return folder_.path(); }
    sync::agent::Transport& line() { return cable_; }

private:
    void start();
    class Cable final : public sync::agent::Transport {
    public:
        explicit Cable(RealKiosk& kiosk) : kiosk_{kiosk} {}
        const std::string& authority() const override { return kiosk_.line_->authority(); }
        core::base::Result<sync::agent::Reply, sync::agent::Unreachable>
        post(const sync::agent::Request& request) override
        {
            if (kiosk_.line_cuts_ && (*kiosk_.line_cuts_)-- <= 0)
                return core::base::no(sync::agent::Unreachable::no_server);
            return kiosk_.line_->post(request);
        }
        void stop() override { kiosk_.line_->stop(); }

    private:
        RealKiosk& kiosk_;
    };

    TemporaryFolder folder_;
    std::optional<core::store::DataFolder> data_;
    std::optional<core::store::SqliteStore> store_;
    Settings settings_;
    std::unique_ptr<sync::agent::CurlTransport> line_;
    std::optional<int> line_cuts_;
    Cable cable_{*this};
    SeededChance chance_;

public:
    core::sealing::SigningKey key;
    sync::agent::Place place;
};

} // namespace frikort::tests
