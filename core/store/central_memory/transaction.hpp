// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <type_traits>
#include <vector>

#include "core/base/must.hpp"
#include "core/store/central_memory/tables.hpp"

namespace frikort::core::store::central_memory {

// What goes on beside an open Work, where one thread plays several: a simulation. Both may throw.
class Meanwhile {
public:
    virtual ~Meanwhile() = default;
    // Before each statement. Others may go on, and come back from their own first.
    virtual void before_statement() = 0;
    // Another Work has what this one needs. Comes back after a while; then it is looked at again.
    virtual void held_up() = 0;
};

// When a Work gets its counters: in its turn (R7), which it has from its first statement on. From a sequence,
// before it waits for the turn, is a bug, for whoever shows what it breaks.
enum class Counting { in_turn, before_turn };

class Transaction;

// The tables, and who has which part of them.
struct Database {
    Database(Meanwhile* beside, Counting how) : meanwhile{beside}, counting{how} {}
    Tables committed() const; // with the mutex

    Meanwhile* meanwhile;
    Counting counting;

    mutable std::mutex mutex; // for one statement
    std::condition_variable let_go;
    std::optional<StoreFailure::Kind> fails;

    Tables tables;
    std::uint64_t commit = 0;   // the number of the newest
    std::uint64_t sequence = 0; // counters given out before anybody's turn
    std::set<Transaction*> open;
    const Transaction* turn = nullptr;
    std::map<records::DeviceId, const Transaction*> held; // kiosks' rows
};

// One statement of a Work: nobody else's comes between, unless it has to wait for a row that another Work
// writes. Ends with its scope.
class Statement {
public:
    template <class Key, class Value>
    std::optional<Value> find(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& key) const
    {
        return (tables_.*table).find(view_, key);
    }
    template <class Key, class Value>
    bool has(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& key) const
    {
        return find(table, key).has_value();
    }
    template <class Key, class Value, class Deed>
    void each(Table<Key, Value> Tables::*table, Deed deed) const
    {
        (tables_.*table).each(view_, deed);
    }
    template <class Key, class Value, class Deed>
    void each_from(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& first, Deed deed) const
    {
        (tables_.*table).each_from(view_, first, deed);
    }
    Stock::Standing standing() const { return find(&Tables::standing, {}).value_or(Stock::Standing{}); }

    // Only in a Work that changes something.
    template <class Key, class Value>
    void set(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& key,
             const std::type_identity_t<Value>& value)
    {
        write(table, key, std::optional{value});
    }
    // A row that is not there yet; otherwise a StoreFailure, as from a unique index.
    template <class Key, class Value>
    void add(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& key,
             const std::type_identity_t<Value>& value);
    template <class Key, class Value>
    void drop(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& key)
    {
        if (has(table, key)) write(table, key, std::optional<Value>{});
    }
    void begin_epoch(const std::string&);
    // This Work used counters up to this one.
    void count_to(std::uint64_t counter, const Mark&);

private:
    friend class Transaction;
    Statement(Transaction&, std::unique_lock<std::mutex>);
    template <class Key, class Value>
    void write(Table<Key, Value> Tables::*table, const Key& key, std::optional<Value> value);

    Transaction& work_;
    std::unique_lock<std::mutex> lock_;
    Tables& tables_;
    View view_;
};

// What a Work stands on, with the order of the engine that serves many at once (postgresql/transaction.hpp).
// To look is one moment that does not move, and waits for nobody. To change has the turn before the first
// statement, so that what is read stays true and counters come in the order of commits (R7); only kiosks' own
// rows need no turn, and are held one by one. Of those that wait for each other in a circle, the one that
// closes it fails, as `in_use`.
class Transaction {
public:
    enum class To { look, change };
    Transaction(std::shared_ptr<Database>, To);
    ~Transaction(); // what was not committed never was
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Has the turn to write first, if this is to change anything.
    Statement ask();
    // And then this kiosk's row.
    Statement ask_for(const records::DeviceId&);
    // No turn, but this kiosk's row if there is one.
    Statement ask_out_of_turn(const records::DeviceId&);
    // The statement that uses at most so many new counters, and the one they come after.
    struct Counted {
        Statement statement;
        std::uint64_t after;
    };
    Counted ask_to_count(std::size_t most);

    void commit();

private:
    friend class Statement;
    friend struct Database;
    using Lock = std::unique_lock<std::mutex>;
    Lock begin_statement();
    void take_turn(Lock&);
    void hold(Lock&, const records::DeviceId&);
    template <class Holder>
    void wait_while_held(Lock&, Holder);
    bool closes_a_circle() const;
    std::uint64_t oldest_moment() const;
    void let_go();
    View view();

    std::shared_ptr<Database> database_;
    To purpose_;
    std::optional<std::uint64_t> moment_; // of a look that has begun
    const Transaction* waits_for_ = nullptr;
    // For each row it wrote: it is committed with this number while the oldest look is of that one, or it
    // is taken back.
    struct End {
        std::optional<std::uint64_t> commit;
        std::uint64_t oldest = 0;
    };
    std::vector<std::function<void(Tables&, const End&)>> wrote_;
};

// `holder` says who has it: nobody, this one, or another.
template <class Holder>
void Transaction::wait_while_held(Lock& lock, Holder holder)
{
    constexpr std::chrono::seconds longest{10};
    const auto is_free = [&] { return holder() == nullptr || holder() == this; };
    while (!is_free()) {
        waits_for_ = holder();
        bool in_vain = closes_a_circle();
        if (!in_vain && database_->meanwhile != nullptr) {
            lock.unlock();
            database_->meanwhile->held_up();
            lock.lock();
        } else if (!in_vain) {
            in_vain = !database_->let_go.wait_for(lock, longest, is_free);
        }
        waits_for_ = nullptr;
        if (in_vain) throw StoreFailure{StoreFailure::Kind::in_use, "transactions that wait for each other"};
    }
}

template <class Key, class Value>
void Statement::add(Table<Key, Value> Tables::*table, const std::type_identity_t<Key>& key,
                    const std::type_identity_t<Value>& value)
{
    work_.wait_while_held(lock_, [&] { return (tables_.*table).writer(key); });
    if (has(table, key)) throw StoreFailure{StoreFailure::Kind::other, "there is such a row already"};
    write(table, key, std::optional{value});
}

template <class Key, class Value>
void Statement::write(Table<Key, Value> Tables::*table, const Key& key, std::optional<Value> value)
{
    base::must(work_.purpose_ == Transaction::To::change);
    auto& rows = tables_.*table;
    work_.wait_while_held(lock_, [&] { return rows.writer(key); });
    if (rows.writer(key) == nullptr) {
        work_.wrote_.push_back([table, key](Tables& tables, const Transaction::End& end) {
            if (end.commit)
                (tables.*table).keep(key, *end.commit, end.oldest);
            else
                (tables.*table).take_back(key);
        });
    }
    rows.write(work_, key, std::move(value));
}

} // namespace frikort::core::store::central_memory
