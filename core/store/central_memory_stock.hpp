// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <map>
#include <set>

#include "core/store/central.hpp"

// The server's ports on maps. Not for other rooms.
namespace frikort::core::store {

struct MemoryTables {
    struct Row {
        Stock::Offer offer;
        records::Hash hash;
        std::uint64_t counter = 0;
        bool erased = false; // of the offer only id, device, number and digests are left
    };
    using Number = std::pair<records::DeviceId, std::uint64_t>;

    Stock::Standing standing;
    std::map<records::Id, Row> records;
    std::map<Number, records::Id> numbers;
    std::map<std::pair<records::StreamId, std::uint64_t>, records::Id> pages; // whole ones
    std::map<records::StreamId, Stock::News> newest;
    std::map<records::StreamId, std::uint64_t> counts;
    std::map<std::pair<records::DeviceId, records::StreamId>, bool> wrote; // true: keys too
    std::set<records::StreamId> erased;
    std::map<std::pair<base::Hash, records::StreamId>, bool> cards;
    struct Follow {
        std::uint64_t counter = 0;
        Seconds opened{};
    };
    std::map<std::pair<records::StreamId, records::StreamId>, Follow> follows; // centre, notebook
    std::map<base::Hash, Follows::Tries> tries;
    std::map<records::Hash, base::Bytes> quarantine;
    std::map<records::StreamId, Centre> centres;
    std::map<records::DeviceId, Kiosk> kiosks;
    std::map<base::Hash, Codes::Code> codes;
    std::map<BackupId, Backups::Backup> backups;
    std::map<records::DeviceId, Half> halves;

    // How to take back what the Work under way did, newest last.
    std::vector<std::function<void()>> undo;

    // The mark after each commit that took counters.
    std::map<std::uint64_t, Mark> past;
    void set_mark(const Mark& mark)
    {
        undo.push_back([this, before = standing.mark] { standing.mark = before; });
        standing.mark = mark;
        set(past, standing.counter, mark);
    }
    // The next counter, in the order of commits.
    std::uint64_t next_counter()
    {
        undo.push_back([this, before = standing.counter] { standing.counter = before; });
        return ++standing.counter;
    }

    // Sets an entry, and remembers what was there.
    template <class Map, class Key, class Value>
    void set(Map& map, const Key& key, Value value)
    {
        const auto before = map.find(key);
        if (before == map.end()) {
            undo.push_back([&map, key] { map.erase(key); });
        } else {
            undo.push_back([&map, key, old = before->second] { map.insert_or_assign(key, old); });
        }
        map.insert_or_assign(key, std::move(value));
    }
    template <class Map, class Key>
    void drop(Map& map, const Key& key)
    {
        const auto before = map.find(key);
        if (before == map.end()) return;
        undo.push_back([&map, key, old = before->second] { map.insert_or_assign(key, old); });
        map.erase(before);
    }
};

class MemoryStock final : public Stock {
public:
    explicit MemoryStock(MemoryTables& tables) : tables_{tables} {}

    Standing standing() const override { return tables_.standing; }
    bool was_at(std::uint64_t counter, const Mark&) const override;
    void begin_epoch(const std::string&) override;
    Held held_from(const records::DeviceId&, std::size_t most) const override;
    std::vector<Taken> take(std::span<const Offer>) override;
    bool is_erased(const records::StreamId&) const override;
    Page page(const records::StreamId&, std::uint64_t after, std::size_t most, std::size_t bytes,
              const std::optional<records::DeviceId>& but) const override;
    std::vector<News> news(const Listener&, std::span<const records::StreamId> also, std::uint64_t since,
                           std::size_t most) const override;
    bool hears(const Listener&, const records::StreamId&) const override;
    std::vector<records::Record> keys_of(const records::StreamId&) const override;
    base::Hash sum(const records::StreamId&) const override;
    std::vector<Count> counts() const override;
    std::uint64_t quarantined() const override { return tables_.quarantine.size(); }

private:
    Taken take_one(const Offer&);
    const MemoryTables::Row* by_number(const records::DeviceId&, std::uint64_t number) const;
    bool goes_on(const Offer&) const;
    void keep(const Offer&);
    void keep_erased(const Offer&);
    void note(const Offer&, std::uint64_t counter);
    std::uint64_t next_counter() { return tables_.next_counter(); }
    void set_aside(const Offer&);
    void erase(const Offer&);
    MemoryTables& tables_;
};

class MemoryBackups final : public Backups {
public:
    explicit MemoryBackups(MemoryTables& tables) : tables_{tables} {}
    std::optional<Backup> find(const BackupId&) const override;
    std::vector<Backup> all() const override;
    void add(const Backup&) override;
    void verify(const BackupId&, Seconds now) override;
    std::uint64_t mark(Seconds now) const override;

private:
    MemoryTables& tables_;
};

class MemoryFollows final : public Follows {
public:
    explicit MemoryFollows(MemoryTables& tables) : tables_{tables} {}
    void note_card(const base::Hash& card, const records::StreamId&) override;
    std::vector<records::StreamId> with_card(const base::Hash& card) const override;
    void follow(const records::StreamId& centre, const records::StreamId& notebook, Seconds now) override;
    std::optional<Seconds> opened(const records::StreamId& centre,
                                  const records::StreamId& notebook) const override;
    Tries tries(const base::Hash& card) const override;
    void keep_tries(const base::Hash& card, const Tries&) override;

private:
    MemoryTables& tables_;
};

} // namespace frikort::core::store
