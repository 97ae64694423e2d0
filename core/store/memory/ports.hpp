// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/memory/tables.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::memory {

class MemoryRecords final : public Records {
public:
    explicit MemoryRecords(Desk& desk) : desk_{desk} {}
    Tip tip(const records::DeviceId&) override;
    Added add(const records::Record&, Delivery) override;
    Added add_fork(const records::Record&, Delivery) override;
    std::optional<records::Record> find(const records::Id&) override;
    std::optional<records::Stub> stub(const records::Id&) override;
    bool erase_body(const records::Id&) override;
    void let_go(const records::StreamId&) override;
    std::vector<records::Record> of_stream(const records::StreamId&) override;
    std::vector<records::Record> of_stream(const records::StreamId&, records::Class) override;

private:
    Added add_as(const records::Record&, const records::Header&, Delivery);
    std::vector<records::Record> of(const records::StreamId&, std::optional<records::Class>);
    Desk& desk_;
};

class MemoryOutbox final : public Outbox {
public:
    explicit MemoryOutbox(Desk& desk) : desk_{desk} {}
    std::vector<records::Record> waiting(std::size_t most, std::size_t bytes) override;
    std::vector<records::Record> rejected(std::size_t most) override;
    std::vector<records::Record> rejected(const records::DeviceId&, std::uint64_t after,
                                          std::size_t most) override;
    std::uint64_t count(Delivery) override;
    void mark(const records::Id&, Delivery, const std::string& reason) override;
    std::optional<Standing> standing(const records::Id&) override;
    void fork_off(const records::DeviceId& old, const std::string& reason) override;
    void offer_all_again() override;

private:
    Desk& desk_;
};

class MemoryCursors final : public Cursors {
public:
    explicit MemoryCursors(Desk& desk) : desk_{desk} {}
    std::optional<Cursor> of(const records::StreamId&) override;
    void move(const records::StreamId&, const Cursor&) override;
    std::vector<records::StreamId> followed() override;
    void forget_all() override;

private:
    Desk& desk_;
};

class MemorySlots final : public Slots {
public:
    explicit MemorySlots(Desk& desk) : desk_{desk} {}
    void add(const Slot&) override;
    std::vector<Slot> find(Kind, const base::Hash& lookup) override;
    std::vector<Slot> of_stream(const records::StreamId&) override;
    std::vector<Slot> of_kind(Kind) override;
    void remove(const Slot&) override;

private:
    Desk& desk_;
};

class MemoryWaits final : public Waits {
public:
    explicit MemoryWaits(Desk& desk) : desk_{desk} {}
    Wait of(const base::Hash& subject) override;
    void keep(const base::Hash& subject, const Wait&) override;
    void clear(const base::Hash& subject) override;
    void run(std::chrono::seconds passed) override;

private:
    Desk& desk_;
};

class MemoryDrafts final : public Drafts {
public:
    explicit MemoryDrafts(Desk& desk) : desk_{desk} {}
    void keep(const records::StreamId&, base::BytesView sealed) override;
    std::optional<base::Bytes> of(const records::StreamId&) override;
    void drop(const records::StreamId&) override;

private:
    Desk& desk_;
};

class MemoryFacts final : public Facts {
public:
    explicit MemoryFacts(Desk& desk) : desk_{desk} {}
    std::optional<std::string> get(const std::string& name) override;
    void set(const std::string& name, const std::string& value) override;

private:
    Desk& desk_;
};

class MemoryCopies final : public Copies {
public:
    explicit MemoryCopies(Desk& desk) : desk_{desk} {}
    void begin(const records::StreamId&) override;
    void arrived(const records::StreamId&) override;
    void opened(const records::StreamId&) override;
    std::vector<records::StreamId> undated() override;
    void date(const std::vector<records::StreamId>&, std::chrono::sys_seconds) override;
    void follow(const records::StreamId&, std::chrono::sys_seconds opened) override;
    void undate_after(std::chrono::sys_seconds latest) override;
    std::vector<records::StreamId> end_unopened(std::chrono::sys_seconds before) override;
    void confirm(const records::StreamId&, std::uint64_t counter) override;
    void doubt(const records::StreamId&) override;
    void doubt_all() override;
    std::vector<records::StreamId> ended(std::uint64_t upto) override;
    State of(const records::StreamId&) override;
    void drop(const records::StreamId&) override;

private:
    Tables::Copy found(const records::StreamId&) const;
    void keep_confirmed(const records::StreamId&, std::optional<std::uint64_t>);
    Desk& desk_;
};

class MemoryShares final : public Shares {
public:
    explicit MemoryShares(Desk& desk) : desk_{desk} {}
    void note(const records::StreamId&) override;
    std::vector<records::StreamId> untold(std::size_t most) override;
    void told(const std::vector<records::StreamId>&, std::chrono::sys_seconds now) override;
    void tell_again(std::chrono::sys_seconds since) override;

private:
    bool is_here_alone(const records::StreamId&) const; // something of it is still to be delivered
    Desk& desk_;
};

// Keeps the list of what waits in step with where a record stands.
void stand(Desk&, Arrival, Outbox::Standing);

} // namespace frikort::core::store::memory
