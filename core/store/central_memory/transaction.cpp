// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_memory/transaction.hpp"

#include <algorithm>

namespace frikort::core::store::central_memory {

Tables Database::committed() const
{
    auto copy = tables;
    for (const auto* work : open)
        for (const auto& end : work->wrote_) end(copy, {});
    return copy;
}

Statement::Statement(Transaction& work, std::unique_lock<std::mutex> lock)
    : work_{work}, lock_{std::move(lock)}, tables_{work.database_->tables}, view_{work.view()}
{
}

void Statement::begin_epoch(const std::string& epoch)
{
    auto now = standing();
    now.epoch = epoch;
    set(&Tables::standing, {}, now);
}

// Who counted before its turn may come after somebody who counted on.
void Statement::count_to(std::uint64_t counter, const Mark& mark)
{
    set(&Tables::past, counter, mark);
    const auto now = standing();
    if (counter > now.counter) set(&Tables::standing, {}, {now.epoch, counter, mark});
}

Transaction::Transaction(std::shared_ptr<Database> database, To purpose)
    : database_{std::move(database)}, purpose_{purpose}
{
    const std::lock_guard lock{database_->mutex};
    database_->open.insert(this);
}

Transaction::~Transaction()
{
    const std::lock_guard lock{database_->mutex};
    for (const auto& end : wrote_) end(database_->tables, {});
    let_go();
    database_->open.erase(this);
}

void Transaction::commit()
{
    const std::lock_guard lock{database_->mutex};
    if (database_->fails) throw StoreFailure{*database_->fails, "a commit that was made to fail"};
    const auto oldest = oldest_moment();
    const End end{++database_->commit, oldest};
    for (const auto& one : wrote_) one(database_->tables, end);
    let_go();
}

void Transaction::let_go()
{
    wrote_.clear();
    if (database_->turn == this) database_->turn = nullptr;
    std::erase_if(database_->held, [&](const auto& row) { return row.second == this; });
    for (auto* other : database_->open)
        if (other->waits_for_ == this) other->waits_for_ = nullptr;
    database_->let_go.notify_all();
}

// That of the look that began first, or what is committed now.
std::uint64_t Transaction::oldest_moment() const
{
    auto oldest = database_->commit + 1;
    for (const auto* other : database_->open) oldest = std::min(oldest, other->moment_.value_or(oldest));
    return oldest;
}

Transaction::Lock Transaction::begin_statement()
{
    if (database_->meanwhile != nullptr) database_->meanwhile->before_statement();
    return Lock{database_->mutex};
}

View Transaction::view()
{
    if (purpose_ == To::change) return {this};
    if (!moment_) moment_ = database_->commit;
    return {nullptr, *moment_};
}

bool Transaction::closes_a_circle() const
{
    const auto* at = waits_for_;
    while (at != nullptr && at != this) at = at->waits_for_;
    return at == this;
}

void Transaction::take_turn(Lock& lock)
{
    wait_while_held(lock, [&] { return database_->turn; });
    database_->turn = this;
}

void Transaction::hold(Lock& lock, const records::DeviceId& device)
{
    if (!database_->tables.kiosks.find(view(), device)) return;
    wait_while_held(lock, [&]() -> const Transaction* {
        const auto row = database_->held.find(device);
        return row == database_->held.end() ? nullptr : row->second;
    });
    database_->held.insert_or_assign(device, this);
}

Statement Transaction::ask()
{
    auto lock = begin_statement();
    if (purpose_ == To::change && database_->counting == Counting::in_turn) take_turn(lock);
    return {*this, std::move(lock)};
}

Statement Transaction::ask_for(const records::DeviceId& device)
{
    auto lock = begin_statement();
    take_turn(lock);
    hold(lock, device);
    return {*this, std::move(lock)};
}

Statement Transaction::ask_out_of_turn(const records::DeviceId& device)
{
    auto lock = begin_statement();
    if (purpose_ == To::change) hold(lock, device);
    return {*this, std::move(lock)};
}

Transaction::Counted Transaction::ask_to_count(std::size_t most)
{
    if (database_->counting == Counting::in_turn) {
        auto statement = ask();
        const auto after = statement.standing().counter;
        return {std::move(statement), after};
    }
    const auto after = [&] {
        const auto lock = begin_statement();
        const auto now = database_->tables.standing.find(view(), {}).value_or(Stock::Standing{});
        const auto before = std::max(database_->sequence, now.counter);
        database_->sequence = before + most;
        return before;
    }();
    auto lock = begin_statement();
    take_turn(lock);
    return {Statement{*this, std::move(lock)}, after};
}

} // namespace frikort::core::store::central_memory
