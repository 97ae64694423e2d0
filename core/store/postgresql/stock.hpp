// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"
#include "core/store/postgresql/transaction.hpp"
#include "core/store/revocations.hpp"

// The server's ports inside a transaction that somebody else began. Not for other rooms.
namespace frikort::core::store::postgresql {

class PostgresStock final : public Stock {
public:
    explicit PostgresStock(Transaction& work) : work_{work} {}

    Standing standing() const override { return work_.standing(); }
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
    Transaction& work_;
    std::vector<base::Bytes> erasures_;
};

class PostgresCentres final : public Centres {
public:
    explicit PostgresCentres(Transaction& work) : work_{work} {}
    std::optional<Centre> find(const records::StreamId&) const override;
    std::optional<Centre> named(const std::string&) const override;
    std::vector<Centre> all() const override;
    void add(const Centre&) override;
    void compare(const records::StreamId&, const Centre::Compared&) override;

private:
    Transaction& work_;
};

class PostgresKiosks final : public Kiosks {
public:
    explicit PostgresKiosks(Transaction& work) : work_{work} {}
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
    Transaction& work_;
    std::vector<Revocation> revoked_;
};

class PostgresFollows final : public Follows {
public:
    explicit PostgresFollows(Transaction& work) : work_{work} {}
    void note_card(const base::Hash& card, const records::StreamId&, const records::DeviceId&) override;
    std::vector<records::StreamId> with_card(const base::Hash& card) const override;
    std::size_t with_card_by(const base::Hash& card, const records::DeviceId&) const override;
    void follow(const records::StreamId& centre, const records::StreamId& notebook, Seconds now) override;
    std::optional<Seconds> opened(const records::StreamId& centre,
                                  const records::StreamId& notebook) const override;
    Tries tries(const base::Hash& card) const override;
    void keep_tries(const base::Hash& card, const Tries&) override;

private:
    Transaction& work_;
};

class PostgresBackups final : public Backups {
public:
    explicit PostgresBackups(Transaction& work) : work_{work} {}
    std::optional<Backup> find(const BackupId&) const override;
    std::vector<Backup> all() const override;
    void add(const Backup&) override;
    void verify(const BackupId&, Seconds now) override;
    std::uint64_t mark(Seconds now) const override;

private:
    Transaction& work_;
};

class PostgresCodes final : public Codes {
public:
    explicit PostgresCodes(Transaction& work) : work_{work} {}
    std::optional<Code> find(const base::Hash&) const override;
    void add(const Code&) override;
    void use(const base::Hash&, const records::DeviceId&) override;
    void end_unused() override;

private:
    Transaction& work_;
};

class PostgresHalves final : public Halves {
public:
    explicit PostgresHalves(Transaction& work) : work_{work} {}
    std::optional<Half> of(const records::DeviceId&) const override;
    void keep(const records::DeviceId&, const Half&) override;

private:
    Transaction& work_;
};

} // namespace frikort::core::store::postgresql
