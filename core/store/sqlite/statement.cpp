// SPDX-License-Identifier: MPL-2.0
#include <limits>
#include <utility>

#include <sqlite3.h>

#include "core/base/must.hpp"
#include "core/store/sqlite/connection.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store::sqlite {

using base::must;

Statement::Statement(Connection& connection, sqlite3_stmt* statement)
    : connection_{&connection}, statement_{statement}
{
}

Statement::Statement(Statement&& other) noexcept
    : connection_{other.connection_}, statement_{std::exchange(other.statement_, nullptr)}
{
}

Statement::~Statement()
{
    if (statement_ != nullptr) connection_->give_back(statement_);
}

Statement& Statement::bind(int place, std::int64_t value)
{
    connection_->check(sqlite3_bind_int64(statement_, place, value));
    return *this;
}

Statement& Statement::bind(int place, std::uint64_t value)
{
    must(value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    return bind(place, static_cast<std::int64_t>(value));
}

Statement& Statement::bind(int place, std::string_view text)
{
    const char* const start = text.empty() ? "" : text.data();
    connection_->check(
        sqlite3_bind_text64(statement_, place, start, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int place, base::BytesView bytes)
{
    const void* const start = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    connection_->check(sqlite3_bind_blob64(statement_, place, start, bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind(int place, std::nullopt_t)
{
    connection_->check(sqlite3_bind_null(statement_, place));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    connection_->fail(code);
}

void Statement::run()
{
    while (step()) {
    }
}

void Statement::again()
{
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::uint64_t Statement::count(int column) const
{
    const auto value = integer(column);
    must(value >= 0);
    return static_cast<std::uint64_t>(value);
}

std::string Statement::text(int column) const
{
    const auto* const start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return start == nullptr ? std::string{} : std::string{start, size};
}

base::BytesView Statement::view(int column) const
{
    const auto* const start = static_cast<const base::Byte*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return start == nullptr ? base::BytesView{} : base::BytesView{start, size};
}

base::Bytes Statement::bytes(int column) const
{
    const auto seen = view(column);
    return {seen.begin(), seen.end()};
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

void Statement::wrong_size()
{
    throw StoreFailure{StoreFailure::Kind::damaged, "a name of the wrong size in the database"};
}

} // namespace frikort::core::store::sqlite
