// SPDX-License-Identifier: MPL-2.0
#include <sqlite3.h>

#include "core/base/must.hpp"
#include "core/store/sqlite/connection.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::sqlite {

namespace {

// SQLite may have undone it by itself (a full disk, an unreadable page).
void undo(sqlite3* handle)
{
    if (sqlite3_get_autocommit(handle) != 0) return;
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace

Transaction::Transaction(Connection& connection) : connection_{connection}
{
    connection_.prepare("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction()
{
    if (open_) undo(connection_.handle_.get());
}

void Transaction::commit()
{
    base::must(open_);
    open_ = false;
    if (sqlite3_get_autocommit(connection_.handle_.get()) != 0) {
        throw StoreFailure{StoreFailure::Kind::other, "undone when one of its statements failed"};
    }
    try {
        connection_.prepare("COMMIT").run();
    } catch (...) {
        undo(connection_.handle_.get());
        throw;
    }
}

Connection& Transaction::connection() const
{
    base::must(open_);
    return connection_;
}

} // namespace frikort::core::store::sqlite
