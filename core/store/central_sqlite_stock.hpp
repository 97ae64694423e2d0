// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"
#include "core/store/revocations.hpp"
#include "core/store/sqlite/connection.hpp"

// The server's ports on one SQLite connection, inside a transaction that somebody else began. Not for other
// rooms.
namespace frikort::core::store {

Stock::Standing standing_of(sqlite::Connection&);
// Counters up to this one are given out, in the order of commits (R7), and the mark is that of all they bear.
void count_to(sqlite::Connection&, std::uint64_t counter, const Mark&);

class SqliteStock final : public Stock {
public:
    explicit SqliteStock(sqlite::Connection& connection) : connection_{connection} {}

    Standing standing() const override { return standing_of(connection_); }
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
    std::uint64_t quarantined() const override;

    // The erase records that were taken since this began, whole.
    const std::vector<base::Bytes>& erasures() const { return erasures_; }

private:
    void erase(const records::StreamId&);
    void erase_quarantine(const records::StreamId&);

    sqlite::Connection& connection_;
    std::vector<base::Bytes> erasures_;
};

class SqliteCentres final : public Centres {
public:
    explicit SqliteCentres(sqlite::Connection& connection) : connection_{connection} {}
    std::optional<Centre> find(const records::StreamId&) const override;
    std::optional<Centre> named(const std::string&) const override;
    std::vector<Centre> all() const override;
    void add(const Centre&) override;
    void compare(const records::StreamId&, const Centre::Compared&) override;

private:
    sqlite::Connection& connection_;
};

class SqliteKiosks final : public Kiosks {
public:
    explicit SqliteKiosks(sqlite::Connection& connection) : connection_{connection} {}
    std::optional<Kiosk> find(const records::DeviceId&) const override;
    std::vector<Kiosk> all() const override;
    void add(const Kiosk&) override;
    void adopt(const records::DeviceId&, const records::DeviceId& before) override;
    void freeze(const records::DeviceId&, Seconds now) override;
    void revoke(const records::DeviceId&, Seconds now) override;
    void note(const records::DeviceId&, const Kiosk::Told&) override;
    void tell_root(const records::DeviceId&, const CentreRoot&) override;
    Counter advance(const records::DeviceId&, std::uint64_t request, Seconds now) override;
    // In this transaction.
    const std::vector<Revocation>& revoked() const { return revoked_; }

private:
    sqlite::Connection& connection_;
    std::vector<Revocation> revoked_;
};

class SqliteCodes final : public Codes {
public:
    explicit SqliteCodes(sqlite::Connection& connection) : connection_{connection} {}
    std::optional<Code> find(const base::Hash&) const override;
    void add(const Code&) override;
    void use(const base::Hash&, const records::DeviceId&) override;
    void end_unused() override;

private:
    sqlite::Connection& connection_;
};

class SqliteFollows final : public Follows {
public:
    explicit SqliteFollows(sqlite::Connection& connection) : connection_{connection} {}
    void note_card(const base::Hash& card, const records::StreamId&, const records::DeviceId&) override;
    std::vector<records::StreamId> with_card(const base::Hash& card) const override;
    std::size_t with_card_by(const base::Hash& card, const records::DeviceId&) const override;
    void follow(const records::StreamId& centre, const records::StreamId& notebook, Seconds now) override;
    std::optional<Seconds> opened(const records::StreamId& centre,
                                  const records::StreamId& notebook) const override;
    Tries tries(const base::Hash& card) const override;
    void keep_tries(const base::Hash& card, const Tries&) override;

private:
    sqlite::Connection& connection_;
};

class SqliteBackups final : public Backups {
public:
    explicit SqliteBackups(sqlite::Connection& connection) : connection_{connection} {}
    std::optional<Backup> find(const BackupId&) const override;
    std::vector<Backup> all() const override;
    void add(const Backup&) override;
    void verify(const BackupId&, Seconds now) override;
    std::uint64_t mark(Seconds now) const override;

private:
    sqlite::Connection& connection_;
};

class SqliteHalves final : public Halves {
public:
    explicit SqliteHalves(sqlite::Connection& connection) : connection_{connection} {}
    std::optional<Half> of(const records::DeviceId&) const override;
    void keep(const records::DeviceId&, const Half&) override;

private:
    sqlite::Connection& connection_;
};

// Notes the cards in records from before there was a table of them (migrations/central/0002_follow.sql).
void note_old_cards(sqlite::Connection&);

} // namespace frikort::core::store
