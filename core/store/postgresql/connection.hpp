// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "core/store/postgresql/rows.hpp"
#include "core/store/postgresql/values.hpp"

struct pg_conn;

namespace frikort::core::store::postgresql {

// One connection to one database, for one thread at a time; the only door to libpq. Every error comes out as
// a StoreFailure of the right kind, with a text that holds no data.
class Connection {
public:
    // As libpq reads it: "postgresql://host/name". Waits five seconds a host for it unless it says otherwise,
    // and takes a primary only. Throws unreachable, and says why.
    explicit Connection(const std::string& url);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // One statement with its values in order ($1, $2, ...). It is compiled once for each connection, under
    // its text, and values never become part of it.
    template <class... Values>
    Rows ask(const char* sql, const Values&... values)
    {
        const std::array<Value, sizeof...(Values)> all{value(values)...};
        return run(sql, all);
    }
    Rows run(const std::string& sql, std::span<const Value>);
    // One or more statements without values or rows.
    void execute(const std::string& sql);
    // Ends a transaction: durable when it returns, on the standbys too that PostgreSQL was told to wait for
    // (R4). Throws, and then it must be taken for not kept.
    void commit();

    // For one answer. A commit waits for its standbys within it; who asks us is told to come again.
    static constexpr std::chrono::seconds usual_patience{30};
    void wait_at_most(std::chrono::milliseconds);

    // Nothing more can come of it.
    bool is_lost() const;
    // No transaction is open on it.
    bool is_at_rest() const;

private:
    Rows answer();
    void wait_for_answer();
    void give_up(std::string_view why);

    struct Close {
        void operator()(pg_conn*) const;
    };
    std::unique_ptr<pg_conn, Close> handle_;
    std::map<std::string, std::string, std::less<>> compiled_; // statement to name
    std::chrono::milliseconds patience_ = usual_patience;
    bool given_up_ = false;
    bool warned_ = false; // by the server, since the last commit began
};

} // namespace frikort::core::store::postgresql
