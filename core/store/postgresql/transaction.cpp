// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/transaction.hpp"

#include "core/base/must.hpp"

namespace frikort::core::store::postgresql {

namespace {

// A snapshot is taken by the first statement that reads.
constexpr const char* looking = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1";

Stock::Standing read_standing(Rows& row)
{
    if (!row.step()) throw StoreFailure{StoreFailure::Kind::damaged, "the server's own row is missing"};
    return {row.text(0), row.count(1), row.name<Mark>(2)};
}

// Told to forget since this connection was opened: durable.hpp saw to it then.
[[noreturn]] void forgets()
{
    throw StoreFailure{StoreFailure::Kind::unreachable,
                       "the database server runs with fsync or full_page_writes off"};
}

} // namespace

namespace {

const char* beginning_of(Transaction::To purpose)
{
    switch (purpose) {
    case Transaction::To::look:
        return looking;
    case Transaction::To::note:
        return noting;
    case Transaction::To::change:
        break;
    }
    return changing;
}

} // namespace

Undone::Undone(Connection& connection, const char* beginning) : connection_{connection}
{
    connection_.execute(beginning);
}

Undone::~Undone()
{
    if (connection_.is_lost() || connection_.is_at_rest()) return;
    try {
        connection_.execute("ROLLBACK");
    } catch (const StoreFailure&) { // the server undoes it when the connection goes
    }
}

Transaction::Transaction(Connection& connection, To purpose)
    : connection_{connection}, purpose_{purpose}, undone_{connection, beginning_of(purpose)}
{
}

void Transaction::take_turn()
{
    if (purpose_ == To::look || standing_) return;
    auto row = connection_.ask("SELECT epoch, counter, mark, current_setting('fsync') = 'on'"
                               " AND current_setting('full_page_writes') = 'on' FROM server FOR UPDATE");
    auto standing = read_standing(row);
    if (!row.yes(3)) forgets();
    standing_ = std::move(standing);
}

const Stock::Standing& Transaction::standing()
{
    take_turn();
    if (!standing_) {
        auto row = connection_.ask("SELECT epoch, counter, mark FROM server");
        standing_ = read_standing(row);
    }
    return *standing_;
}

void Transaction::count_to(std::uint64_t counter, const Mark& mark)
{
    base::must(purpose_ == To::change && standing_ && counter >= standing_->counter);
    standing_->counter = counter;
    standing_->mark = mark;
}

void Transaction::begin_epoch(const std::string& epoch)
{
    ask("UPDATE server SET epoch = $1::text", std::string_view{epoch});
    standing_->epoch = epoch;
}

} // namespace frikort::core::store::postgresql
