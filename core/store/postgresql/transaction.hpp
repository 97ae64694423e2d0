// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/postgresql/connection.hpp"

namespace frikort::core::store::postgresql {

// Begins one that changes something, durable by itself: a pool between us and the database may hand a
// transaction to a session that knows nothing of our settings (R4).
inline constexpr const char* changing =
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;"
    "SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit')"
    " WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true)";

// One that may be forgotten: nobody waits for it, on this machine's disk or a standby's.
inline constexpr const char* noting =
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL synchronous_commit = off";

// A transaction that is undone when it ends without the connection's `commit`.
class Undone {
public:
    Undone(Connection& connection, const char* beginning);
    ~Undone();
    Undone(const Undone&) = delete;
    Undone& operator=(const Undone&) = delete;

private:
    Connection& connection_;
};

// What a Work of the server's stands on.
//
// To look is REPEATABLE READ: nothing moves. To change is READ COMMITTED behind a lock: the server's own row
// is locked before anything is read, so what is read stays true until `commit`, and counters come in the
// order of commits (R7). Kiosks' own rows are the exception: noting a request locks that row and no more, so
// that five hundred kiosks that only ask for news do not wait for one another's disk.
class Transaction {
public:
    enum class To { look, note, change }; // a note may be forgotten
    Transaction(Connection&, To);

    // Has the turn to write first, if this is to change anything.
    template <class... Values>
    Rows ask(const char* sql, const Values&... values)
    {
        take_turn();
        return connection_.ask(sql, values...);
    }
    // Only for statements that lock what they read.
    template <class... Values>
    Rows ask_out_of_turn(const char* sql, const Values&... values)
    {
        return connection_.ask(sql, values...);
    }
    To purpose() const { return purpose_; }
    bool has_turn() const { return standing_.has_value(); }

    // As it will be after this; reading it again costs nothing.
    const Stock::Standing& standing();
    void count_to(std::uint64_t counter, const Mark&);
    void begin_epoch(const std::string&);

    void commit() { connection_.commit(); }

private:
    void take_turn();

    Connection& connection_;
    To purpose_;
    Undone undone_;
    std::optional<Stock::Standing> standing_;
};

} // namespace frikort::core::store::postgresql
