// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/connection.hpp"

#include <sqlite3.h>

#include "core/base/must.hpp"
#include "core/store/disk/disk.hpp"
#include "core/store/sqlite/failure.hpp"

namespace frikort::core::store::sqlite {

using base::must;

namespace {

using Kind = StoreFailure::Kind;

// What the system said last about one of a connection's two files; 0 when nothing was wrong.
int last_error_of(sqlite3* handle, int which_file)
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(handle, "main", which_file, &file) != SQLITE_OK) return 0;
    if (file == nullptr || file->pMethods == nullptr) return 0;
    int error = 0;
    const int code = file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    return code == SQLITE_OK ? error : 0;
}

// SQLite hands the system's error on for files it opens, but not for a write-ahead log that cannot be
// written.
int system_error(sqlite3* handle)
{
    if (const int error = sqlite3_system_errno(handle); error != 0) return error;
    if (const int error = last_error_of(handle, SQLITE_FCNTL_JOURNAL_POINTER); error != 0) return error;
    return last_error_of(handle, SQLITE_FCNTL_FILE_POINTER);
}

void switch_option(sqlite3* handle, int option, int on)
{
    must(sqlite3_db_config(handle, option, on, nullptr) == SQLITE_OK);
}

} // namespace

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Connection::Connection(const std::filesystem::path& path, Create create)
{
    if (create == Create::yes) disk::make_file(path); // SQLite would not say why it cannot
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK) throw failure(code, opened != nullptr ? sqlite3_system_errno(opened) : 0);
    if (sqlite3_db_readonly(opened, "main") != 0) {
        throw StoreFailure{Kind::read_only, "the database file is write-protected"};
    }
    // Without a log there is nothing to preserve, and closing may tidy up.
    auto log = path;
    std::error_code none;
    const auto logged = std::filesystem::file_size(log += "-wal", none);
    switch_option(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !none && logged > 0 ? 1 : 0);
    switch_option(opened, SQLITE_DBCONFIG_DEFENSIVE, 1);
    wait_for_others(std::chrono::seconds{5});
}

Connection::~Connection()
{
    for (const auto& [sql, statement] : resting_) sqlite3_finalize(statement);
}

void Connection::inspect(std::uint32_t expected, std::uint32_t newest_schema)
{
    const auto version = schema_version();
    if (version == 0 && application_id() == 0 && is_empty()) return;
    if (application_id() != expected) throw StoreFailure{Kind::foreign, "the database is another program's"};
    if (version > newest_schema) throw StoreFailure{Kind::newer, "the database is a newer program's"};

    auto check = prepare("PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok") throw StoreFailure{Kind::damaged, "the database is damaged"};
}

void Connection::make_durable()
{
    // Pages do not move: what secure_delete overwrote in one place must not stand in another.
    execute("PRAGMA auto_vacuum = NONE");
    {
        auto mode = prepare("PRAGMA journal_mode = WAL");
        if (!mode.step() || mode.text(0) != "wal") {
            throw StoreFailure{Kind::other, "no write-ahead log on this disk"};
        }
    }
    execute("PRAGMA synchronous = FULL;"
            "PRAGMA foreign_keys = ON;"
            "PRAGMA secure_delete = ON;"
            "PRAGMA temp_store = MEMORY;"
            "PRAGMA journal_size_limit = 8388608;"
            "PRAGMA cell_size_check = ON;"
            "PRAGMA trusted_schema = OFF;");
    switch_option(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0);
}

void Connection::set(Commits commits)
{
    if (commits == commits_) return;
    execute(commits == Commits::durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    commits_ = commits;
}

Statement Connection::prepare(std::string_view sql)
{
    if (const auto resting = resting_.find(sql); resting != resting_.end()) {
        auto* const statement = resting->second;
        resting_.erase(resting);
        return {*this, statement};
    }
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    must(statement != nullptr);
    return {*this, statement};
}

void Connection::give_back(sqlite3_stmt* statement) noexcept
{
    sqlite3_reset(statement); // what went wrong was said by step()
    sqlite3_clear_bindings(statement);
    try {
        resting_.emplace(sqlite3_sql(statement), statement);
    } catch (const std::bad_alloc&) {
        sqlite3_finalize(statement);
    }
}

void Connection::execute(const std::string& sql)
{
    check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Connection::changed() const { return sqlite3_changes64(handle_.get()); }

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

std::uint32_t Connection::schema_version()
{
    auto found = prepare("PRAGMA user_version");
    must(found.step());
    return static_cast<std::uint32_t>(found.integer(0));
}

std::uint32_t Connection::application_id()
{
    auto found = prepare("PRAGMA application_id");
    must(found.step());
    return static_cast<std::uint32_t>(found.integer(0));
}

bool Connection::is_empty()
{
    auto found = prepare("SELECT count(*) FROM sqlite_schema");
    must(found.step());
    return found.integer(0) == 0;
}

bool Connection::empty_the_log()
{
    const int code =
        sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) return false;
    check(code);
    return true;
}

void Connection::wait_for_others(std::chrono::milliseconds patience)
{
    check(sqlite3_busy_timeout(handle_.get(), static_cast<int>(patience.count())));
}

void Connection::copy_to(const std::filesystem::path& path)
{
    auto half = path;
    half += ".half";
    std::error_code error;
    std::filesystem::remove(half, error); // of a program that was stopped in the middle
    try {
        prepare("VACUUM INTO ?1").with(half.native()).run();
        disk::sync(half);
        std::filesystem::rename(half, path, error);
        if (error) disk::fail(error.value(), "naming a copy");
    } catch (...) {
        std::filesystem::remove(half, error);
        throw;
    }
    disk::sync(path.parent_path());
}

void Connection::copy_pages_to(const std::filesystem::path& path)
{
    Connection to{path};
    auto* const copying = sqlite3_backup_init(to.handle_.get(), "main", handle_.get(), "main");
    if (copying == nullptr) to.fail(sqlite3_errcode(to.handle_.get()));
    const int code = sqlite3_backup_step(copying, -1);
    const int finished = sqlite3_backup_finish(copying);
    if (code != SQLITE_DONE) throw failure(code, system_error(to.handle_.get()));
    to.check(finished);
}

void Connection::check(int code) const
{
    if (code != SQLITE_OK) fail(code);
}

void Connection::fail(int code) const { throw failure(code, system_error(handle_.get())); }

} // namespace frikort::core::store::sqlite
