// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/sealing/key_record.hpp"
#include "core/store/memory_store.hpp"
#include "sync/agent/enrol.hpp"
#include "sync/agent/round.hpp"
#include "sync/agent/standing.hpp"
#include "sync/agent/transport.hpp"
#include "sync/central/api/desk.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/sync/support/world_store.hpp"

// A server, kiosks and the wire between them in one process: the real round, the real desk, real keys.
namespace frikort::tests {

class StillClock final : public sync::central::api::Clock {
public:
    std::chrono::sys_seconds now() const override { return now_; }
    void pass(std::chrono::seconds some) { now_ += some; }

private:
    std::chrono::sys_seconds now_{std::chrono::seconds{1'763'000'000}};
};

// Counts events. From any thread.
class CountedJournal final : public sync::central::api::Journal {
public:
    void note(sync::central::api::Event event, const std::optional<core::records::DeviceId>&,
              std::uint64_t) override
    {
        const std::lock_guard lock{mutex_};
        ++counts_[event];
    }
    int count(sync::central::api::Event event)
    {
        const std::lock_guard lock{mutex_};
        return counts_[event];
    }

private:
    std::mutex mutex_;
    std::map<sync::central::api::Event, int> counts_;
};

struct Central {
    explicit Central(std::string epoch = "first epoch", const sync::protocol::Limits& limits = {})
        : Central{std::make_unique<WorldInMemory>(std::move(epoch)), limits}
    {
    }
    explicit Central(Engine engine, std::string epoch = "first epoch")
        : Central{world_store(engine, std::move(epoch)), {}}
    {
    }
    Central(std::unique_ptr<WorldStore> in, const sync::protocol::Limits& limits)
        : own{std::move(in)}, desk{store, clock, journal, halves, limits}
    {
    }
    std::string code_for(const std::string& centre);
    std::size_t records();
    // The records of a stream, as bytes, in the server's order.
    std::vector<core::base::Bytes> of_stream(const core::records::StreamId&);

    std::unique_ptr<WorldStore> own;
    WorldStore& store = *own;
    StillClock clock;
    CountedJournal journal;
    core::sealing::SystemChance halves; // drawn by any thread
    sync::central::api::Desk desk;
    SeededChance chance{7};
};

// What a request looks like at the server's door.
sync::central::api::Head head_of(const sync::agent::Request&, const std::string& authority);

// The way from one kiosk to a server, on which things can happen.
class Wire final : public sync::agent::Transport {
public:
    using Answer = core::base::Result<sync::agent::Reply, sync::agent::Unreachable>;
    using Pass = std::function<Answer(const sync::agent::Request&)>;

    explicit Wire(const sync::central::api::Desk& desk) : desk_{&desk} {}
    const std::string& authority() const override { return authority_; }
    Answer post(const sync::agent::Request&) override;
    void stop() override {}

    void lead_to(const sync::central::api::Desk& desk) { desk_ = &desk; }
    // From now on this happens to every request; `pass` brings it to the server.
    void on_the_way(std::function<Answer(const sync::agent::Request&, const Pass& pass)> happening)
    {
        happening_ = std::move(happening);
    }
    void heal() { happening_ = nullptr; }
    std::size_t asked(std::string_view path) const;

    std::vector<sync::agent::Request> sent;

private:
    const sync::central::api::Desk* desk_;
    std::string authority_ = "central.test:8480";
    std::function<Answer(const sync::agent::Request&, const Pass&)> happening_;
};

// A citizen's notebook, open.
struct Notebook {
    explicit Notebook(std::uint64_t seed);
    core::sealing::NotebookKeys keys;
    core::records::StreamId stream;
};

// Writes records as one device, into whatever store it has. All of them must outlive it.
class Scribe {
public:
    Scribe(core::store::Store& store, const core::sealing::SigningKey& key, core::base::Chance& chance)
        : store_{store}, key_{key}, chance_{chance}
    {
    }
    core::records::Record write(const core::records::StreamId&, core::records::Class,
                                const core::base::Bytes& body) const;
    // A sealed entry.
    core::records::Record write(const Notebook&, const std::string& words = "350 kr") const;
    // A notebook's first key record.
    core::records::Record begin(const Notebook&) const;
    core::records::Record erase(const Notebook&, const core::sealing::Erase&) const;

private:
    core::records::Header next_header(const core::records::StreamId&, core::records::Class) const;
    core::records::Record keep(const core::records::Header&, const core::base::Bytes& body) const;

    core::store::Store& store_;
    const core::sealing::SigningKey& key_;
    core::base::Chance& chance_;
};

// Keys of a device.
core::sealing::SigningKey signing_key(core::base::Chance&);
sync::agent::Standing standing_in(core::store::Store&);
core::store::Outbox::Standing standing_of(core::store::Store&, const core::records::Record&);
std::size_t held_in(core::store::Store&, const core::records::StreamId&);

// A kiosk in memory.
class Kiosk {
public:
    Kiosk(std::uint64_t seed, const Central& central);

    // At a centre that is compared with this, if nobody has.
    sync::agent::Place enrol(Central&, const std::string& centre = "Værestedet Havnen");
    sync::agent::Place enrol_at_uncompared(Central&, const std::string& centre = "Værestedet Havnen");
    // With a key of its own, after the server froze or revoked it.
    core::base::Result<sync::agent::Place, sync::agent::EnrolRefusal>
    enrol_anew(Central&, std::uint64_t seed, const std::string& centre = "Værestedet Havnen");
    core::records::Record write(const core::records::StreamId& stream, core::records::Class what,
                                const core::base::Bytes& body)
    {
        return scribe().write(stream, what, body);
    }
    core::records::Record write(const Notebook& notebook, const std::string& words = "350 kr")
    {
        return scribe().write(notebook, words);
    }
    core::records::Record begin(const Notebook& notebook) { return scribe().begin(notebook); }
    core::records::Record erase(const Notebook& notebook, const core::sealing::Erase& what)
    {
        return scribe().erase(notebook, what);
    }
    sync::agent::Outcome round() { return run_round(store, wire, key); }
    sync::agent::Standing standing() { return standing_in(store); }
    core::store::Outbox::Standing standing(const core::records::Record& record)
    {
        return standing_of(store, record);
    }
    std::size_t holds(const core::records::StreamId& stream) { return held_in(store, stream); }
    core::records::DeviceId device() const { return core::sealing::device_of(key.open()); }

    core::store::MemoryStore store;
    SeededChance chance;
    core::sealing::SigningKey key;
    Wire wire;

private:
    Scribe scribe() { return {store, key, chance}; }
};

} // namespace frikort::tests
