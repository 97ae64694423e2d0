// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace frikort::core::store::sqlite {

class Statement;

// One connection to one database file, for one thread. Every error of SQLite comes out as a StoreFailure of
// the right kind, with a text that holds no data.
class Connection {
public:
    enum class Create : bool { no, yes };
    // Opens, and changes nothing: until `make_durable` not even a leftover write-ahead log is touched, so
    // that a foreign, newer or damaged database stays as it is. Throws read_only (also when only reading
    // would be possible), damaged, other.
    explicit Connection(const std::filesystem::path&, Create = Create::yes);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Refuses a database that is not ours, newer than `newest_schema`, or damaged (quick_check, which reads
    // the whole file). One without any content is taken for a new one. Throws foreign, newer, damaged.
    void inspect(std::uint32_t application_id, std::uint32_t newest_schema);

    // Write-ahead log, an fsync at every commit, foreign keys, deleted content overwritten, nothing
    // temporary on disk. Cuts the log off when the last connection closes.
    void make_durable();

    // Whether a commit waits for the disk. One that does not may be undone by a power cut, whole; those that
    // did stay. Not within a transaction.
    enum class Commits : bool { forgettable, durable };
    void set(Commits);

    // A statement that this connection compiles once and keeps: cheap to ask for again and again.
    Statement prepare(std::string_view sql);
    // One or more statements without values or rows.
    void execute(const std::string& sql);

    // Rows changed by the last statement that changes rows.
    std::int64_t changed() const;
    std::int64_t last_row() const;
    std::uint32_t schema_version();
    std::uint32_t application_id();
    // No table, view or index at all.
    bool is_empty();

    // Everything committed goes into the database file, and the write-ahead log is cut to nothing. False when
    // another connection was in the way for as long as `wait_for_others` allows.
    bool empty_the_log();
    // How long to wait for another connection's transaction; five seconds unless told.
    void wait_for_others(std::chrono::milliseconds);
    // A consistent copy, durable when this returns. Replaces what is there.
    void copy_to(const std::filesystem::path&);
    // Page by page, as the transaction that is open here sees them; a file that is not there yet. Not
    // durable.
    void copy_pages_to(const std::filesystem::path&);

private:
    friend class Statement;
    friend class Transaction;
    [[noreturn]] void fail(int code) const;
    void check(int code) const;
    void give_back(sqlite3_stmt*) noexcept;

    struct Close {
        void operator()(sqlite3*) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
    Commits commits_ = Commits::durable;
    std::multimap<std::string, sqlite3_stmt*, std::less<>> resting_; // compiled, and not in use now
};

// A compiled statement in use. Goes back to its connection, emptied, when it ends.
//
//     auto found = connection.prepare("SELECT body FROM sealed WHERE record = ?1");
//     found.bind(1, record);
//     while (found.step()) use(found.bytes(0));
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // Places count from 1. Bytes and text are copied.
    Statement& bind(int place, std::int64_t);
    Statement& bind(int place, std::uint64_t); // at most 2^63 - 1
    Statement& bind(int place, int value) { return bind(place, std::int64_t{value}); }
    Statement& bind(int place, std::uint32_t value) { return bind(place, std::int64_t{value}); }
    Statement& bind(int place, std::string_view);
    Statement& bind(int place, const char* text) { return bind(place, std::string_view{text}); }
    Statement& bind(int place, base::BytesView); // an empty view is an empty blob, not NULL
    Statement& bind(int place, const base::Bytes& bytes) { return bind(place, base::BytesView{bytes}); }
    template <class What, std::size_t Size>
    Statement& bind(int place, const base::Name<What, Size>& name)
    {
        return bind(place, name.view());
    }
    Statement& bind(int place, std::nullopt_t); // NULL
    template <class Value>
    Statement& bind(int place, const std::optional<Value>& value)
    {
        return value ? bind(place, *value) : bind(place, std::nullopt);
    }
    // All places in order: `with(stream.bytes(), generation)`.
    template <class... Values>
    Statement& with(const Values&... values)
    {
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }

    // The next row: false when there is none (any more).
    bool step();
    // Runs to the end; for statements without rows.
    void run();
    // Ready to be bound and run again; what was bound is forgotten.
    void again();

    // Columns of the row, from 0. Views last until the next step.
    std::int64_t integer(int column) const;
    std::uint64_t count(int column) const; // `must` not be negative
    std::string text(int column) const;
    base::BytesView view(int column) const;
    base::Bytes bytes(int column) const;
    bool is_null(int column) const;
    // A name of fixed size; another size in the file means that it is damaged, and is said so.
    template <class Named>
    Named name(int column) const
    {
        const auto named = Named::from(view(column));
        if (!named) wrong_size();
        return *named;
    }

private:
    friend class Connection;
    Statement(Connection&, sqlite3_stmt*);
    [[noreturn]] static void wrong_size();

    Connection* connection_;
    sqlite3_stmt* statement_;
};

// BEGIN IMMEDIATE: the right to write is held from the start, so what is read stays true until `commit`.
// Undone when it ends without one. Throws in_use when another connection did not end its own in five seconds.
class Transaction {
public:
    explicit Transaction(Connection&);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    // Durable when it returns. Throws, and then everything is undone.
    void commit();
    // For the statements of this transaction; it must still be open.
    Connection& connection() const;

private:
    Connection& connection_;
    bool open_ = true;
};

} // namespace frikort::core::store::sqlite
