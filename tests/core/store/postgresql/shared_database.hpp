// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "core/store/postgresql/central.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/seeded_chance.hpp"

// A real database, and servers that share it, each with an erasures file of its own.
namespace frikort::tests {

class PostgresServer {
public:
    PostgresServer(const std::string& url, std::uint64_t seed) : chance_{seed}, store_{url, file(), chance_}
    {
    }
    core::store::Erasures file() const { return core::store::Erasures{folder_ / "erasures"}; }
    core::store::CentralStore& store() { return store_; }
    std::string epoch() { return store_.look()->stock().standing().epoch; }

private:
    TemporaryFolder folder_;
    SeededChance chance_;
    core::store::postgresql::PostgresCentralStore store_;
};

// A thread that does one thing, joined at the end.
class Beside {
public:
    template <class Deed>
    explicit Beside(Deed deed)
        : thread_{[this, deed] {
              deed();
              is_done_ = true;
          }}
    {
    }
    ~Beside() { wait(); }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    bool is_done() const { return is_done_; }
    void wait()
    {
        if (thread_.joinable()) thread_.join();
    }

private:
    std::atomic<bool> is_done_ = false;
    std::thread thread_;
};

// Asks the database again and again until it answers so.
template <class Condition>
void until_it_says(const std::string& url, const std::string& sql, Condition condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{40};
    while (!condition(told_by(url, sql)))
        if (std::chrono::steady_clock::now() > end) throw std::runtime_error{"never came true: " + sql};
}

inline const std::string waiting_for_a_lock =
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";

} // namespace frikort::tests
