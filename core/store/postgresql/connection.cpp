// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/connection.hpp"

#include <cstring>

#include <libpq-fe.h>
#include <poll.h>

#include "core/base/must.hpp"
#include "core/store/postgresql/failure.hpp"

namespace frikort::core::store::postgresql {

namespace {

using namespace std::chrono_literals;

// Before the address stands what it may overrule, behind it what it may not.
pg_conn* opened(const std::string& url)
{
    constexpr std::array names{"connect_timeout",     "keepalives_idle",
                               "keepalives_interval", "keepalives_count",
                               "tcp_user_timeout",    "target_session_attrs",
                               "application_name",    "dbname",
                               "client_encoding",     static_cast<const char*>(nullptr)};
    const std::array values{"5",
                            "20",
                            "5",
                            "3",
                            "30000",
                            "read-write",
                            "frikort-central",
                            url.c_str(),
                            "UTF8",
                            static_cast<const char*>(nullptr)};
    static_assert(names.size() == values.size());
    return PQconnectdbParams(names.data(), values.data(), 1);
}

std::string_view code_of(const pg_result* result)
{
    const char* code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return code == nullptr ? std::string_view{} : std::string_view{code};
}

// What was compiled is not there any more, or does not fit the tables as they are now: a new connection will
// do.
bool is_outdated(std::string_view code) { return code == "26000" || code == "0A000"; }

// libpq's own words about a connection that did not come: hosts and roles, and no password.
std::string why_not(pg_conn* handle)
{
    std::string said = handle == nullptr ? "no memory" : PQerrorMessage(handle);
    said.erase(said.find_last_not_of(" \n") + 1);
    return said;
}

extern "C" void note_warning(void* warned, const PGresult* notice)
{
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && std::strcmp(severity, "WARNING") == 0) *static_cast<bool*>(warned) = true;
}

} // namespace

void Connection::Close::operator()(pg_conn* handle) const { PQfinish(handle); }

Connection::Connection(const std::string& url) : handle_{opened(url)}
{
    if (PQstatus(handle_.get()) != CONNECTION_OK) throw unreachable(why_not(handle_.get()));
    PQsetNoticeReceiver(handle_.get(), note_warning, &warned_);
    base::must(PQsetnonblocking(handle_.get(), 1) == 0);
}

Connection::~Connection() = default;

void Connection::wait_at_most(std::chrono::milliseconds some) { patience_ = some; }

bool Connection::is_lost() const { return given_up_ || PQstatus(handle_.get()) != CONNECTION_OK; }

bool Connection::is_at_rest() const
{
    return !is_lost() && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
}

void Connection::give_up(std::string_view why)
{
    given_up_ = true;
    throw unreachable(why);
}

void Connection::wait_for_answer()
{
    const auto until = std::chrono::steady_clock::now() + patience_;
    for (;;) {
        const int unsent = PQflush(handle_.get());
        if (unsent < 0) give_up("the connection was lost");
        if (unsent == 0 && PQisBusy(handle_.get()) == 0) return;
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd on{PQsocket(handle_.get()), POLLIN, 0};
        if (unsent > 0) on.events |= POLLOUT;
        if (left <= 0ms || ::poll(&on, 1, static_cast<int>(left.count())) == 0) give_up("no answer in time");
        if (on.revents != 0 && PQconsumeInput(handle_.get()) == 0) give_up("the connection was lost");
    }
}

// The one answer of what was sent, or its first error.
Rows Connection::answer()
{
    Rows last{nullptr};
    std::optional<StoreFailure> failed;
    for (;;) {
        wait_for_answer();
        auto* const result = PQgetResult(handle_.get());
        if (result == nullptr) break;
        Rows rows{result};
        const auto status = PQresultStatus(result);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && !failed) {
            failed = failure(code_of(result));
            given_up_ = given_up_ || is_outdated(code_of(result));
        }
        last = std::move(rows);
    }
    if (PQstatus(handle_.get()) != CONNECTION_OK) give_up("the connection was lost");
    if (failed) throw StoreFailure{*failed};
    return last;
}

Rows Connection::run(const std::string& sql, std::span<const Value> values)
{
    if (is_lost()) throw unreachable("the connection was lost");
    auto known = compiled_.find(sql);
    if (known == compiled_.end()) {
        const auto name = "s" + std::to_string(compiled_.size());
        if (PQsendPrepare(handle_.get(), name.c_str(), sql.c_str(), 0, nullptr) == 0)
            give_up("the connection was lost");
        answer();
        known = compiled_.emplace(sql, name).first;
    }
    std::vector<const char*> starts;
    std::vector<int> sizes;
    for (const auto& one : values) {
        // An empty value is not NULL: it needs a place that is not.
        const auto* start = one.bytes.empty() ? "" : reinterpret_cast<const char*>(one.bytes.data());
        starts.push_back(one.is_null ? nullptr : start);
        sizes.push_back(static_cast<int>(one.bytes.size()));
    }
    const std::vector<int> binary(values.size(), 1);
    if (PQsendQueryPrepared(handle_.get(), known->second.c_str(), static_cast<int>(values.size()),
                            starts.data(), sizes.data(), binary.data(), 1) == 0)
        give_up("the connection was lost");
    return answer();
}

void Connection::execute(const std::string& sql)
{
    if (is_lost()) throw unreachable("the connection was lost");
    if (PQsendQuery(handle_.get(), sql.c_str()) == 0) give_up("the connection was lost");
    answer();
}

void Connection::commit()
{
    // Of a transaction that failed before, COMMIT makes a ROLLBACK, and is content.
    if (!is_lost() && PQtransactionStatus(handle_.get()) != PQTRANS_INTRANS)
        throw StoreFailure{StoreFailure::Kind::other, "undone when one of its statements failed"};
    warned_ = false;
    execute("COMMIT");
    // Somebody cancelled the wait for the standby: it is kept here, and not yet there.
    if (warned_) throw unreachable("the standby did not confirm");
}

} // namespace frikort::core::store::postgresql
