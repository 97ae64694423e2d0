// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/sqlite/connection.hpp"
#include "core/store/store.hpp"

// The ports of one small table each.
namespace frikort::core::store::sqlite {

class SqliteWaits final : public Waits {
public:
    explicit SqliteWaits(const Transaction& work) : work_{work} {}
    Wait of(const base::Hash& subject) override;
    void keep(const base::Hash& subject, const Wait&) override;
    void clear(const base::Hash& subject) override;
    void run(std::chrono::seconds passed) override;

private:
    const Transaction& work_;
};

class SqliteDrafts final : public Drafts {
public:
    explicit SqliteDrafts(const Transaction& work) : work_{work} {}
    void keep(const records::StreamId&, base::BytesView sealed) override;
    std::optional<base::Bytes> of(const records::StreamId&) override;
    void drop(const records::StreamId&) override;

private:
    const Transaction& work_;
};

class SqliteCopies final : public Copies {
public:
    explicit SqliteCopies(const Transaction& work) : work_{work} {}
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
    const Transaction& work_;
};

class SqliteShares final : public Shares {
public:
    explicit SqliteShares(const Transaction& work) : work_{work} {}
    void note(const records::StreamId&) override;
    std::vector<records::StreamId> untold(std::size_t most) override;
    void told(const std::vector<records::StreamId>&, std::chrono::sys_seconds now) override;
    void tell_again(std::chrono::sys_seconds since) override;

private:
    const Transaction& work_;
};

class SqliteFacts final : public Facts {
public:
    explicit SqliteFacts(const Transaction& work) : work_{work} {}
    std::optional<std::string> get(const std::string& name) override;
    void set(const std::string& name, const std::string& value) override;

private:
    const Transaction& work_;
};

} // namespace frikort::core::store::sqlite
