// SPDX-License-Identifier: MPL-2.0
#include "tests/support/postgresql.hpp"

#include <chrono>
#include <csignal>
#include <memory>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/must.hpp"
#include "tests/support/files.hpp"

namespace frikort::tests {

using core::base::must;
namespace fs = std::filesystem;

namespace {

// PostgreSQL refuses to run as root.
struct User {
    uid_t user = ::getuid();
    gid_t group = ::getgid();
};

User database_user()
{
    if (::getuid() != 0) return {};
    for (const char* name : {"postgres", "nobody"})
        if (const auto* found = ::getpwnam(name)) return {found->pw_uid, found->pw_gid};
    throw std::runtime_error{"there is no user to run PostgreSQL as"};
}

// Debian keeps each version's programs in a folder of its own; the newest one.
fs::path programs()
{
    fs::path newest;
    int newest_version = 0;
    for (const auto& version : fs::directory_iterator{"/usr/lib/postgresql"}) {
        const auto number = std::atoi(version.path().filename().c_str());
        if (number <= newest_version || !fs::exists(version.path() / "bin/initdb")) continue;
        newest = version.path() / "bin";
        newest_version = number;
    }
    if (newest.empty())
        throw std::runtime_error{"no PostgreSQL in /usr/lib/postgresql: apt install postgresql"};
    return newest;
}

pid_t started(std::vector<std::string> command, const fs::path& log)
{
    std::vector<char*> words;
    for (auto& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    const auto user = database_user();
    const pid_t parent = ::getpid();
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const int said = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    must(nothing >= 0 && said >= 0);
    const pid_t id = ::fork();
    must(id >= 0);
    if (id == 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(said, STDOUT_FILENO);
        ::dup2(said, STDERR_FILENO);
        const bool may = ::getuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(user.group) == 0 &&
                                             ::setuid(user.user) == 0);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT); // its quickest way to end and leave nothing
        ::setenv("LC_ALL", "C.UTF-8", 1);
        if (may && ::getppid() == parent && ::chdir("/") == 0) ::execv(words[0], words.data());
        ::_exit(127);
    }
    ::close(nothing);
    ::close(said);
    return id;
}

bool ended_well(pid_t id)
{
    int status = 0;
    must(::waitpid(id, &status, 0) == id);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

[[noreturn]] void complain(const std::string& what, const fs::path& log)
{
    throw std::runtime_error{what + ":\n" + content_of(log)};
}

void run(const std::vector<std::string>& command, const fs::path& log)
{
    if (!ended_well(started(command, log))) complain(command[0] + " failed", log);
}

void copy_cluster(const fs::path& from, const fs::path& to)
{
    const auto user = database_user();
    const auto take = [&](const fs::path& path) {
        if (::getuid() == 0) must(::lchown(path.c_str(), user.user, user.group) == 0);
    };
    fs::copy(from, to, fs::copy_options::recursive);
    take(to);
    ::chmod(to.c_str(), 0700);
    for (const auto& entry : fs::recursive_directory_iterator{to}) take(entry.path());
}

// A cluster that nobody has used yet, made once for all tests of a build folder: it takes seconds.
fs::path unused_cluster()
{
    const auto version = programs().parent_path().filename().native();
    const fs::path ready = fs::path{FRIKORT_BINARY} / ("postgresql-" + version);
    const int lock = ::open((ready.native() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    must(lock >= 0 && ::flock(lock, LOCK_EX) == 0);
    const std::shared_ptr<void> unlock{nullptr, [lock](void*) { ::close(lock); }};
    if (fs::exists(ready)) return ready;

    const TemporaryFolder folder{PostgresCluster::quick_place()};
    const auto user = database_user();
    if (::getuid() == 0) must(::chown(folder.path().c_str(), user.user, user.group) == 0);
    const auto made = folder / "data";
    run({programs() / "initdb", "--pgdata", made, "--username=frikort", "--auth=trust", "--encoding=UTF8",
         "--locale=C.UTF-8", "--wal-segsize=1", "--no-sync", "--no-instructions"},
        folder / "log");
    const auto half = ready.native() + ".half";
    fs::remove_all(half);
    fs::copy(made, half, fs::copy_options::recursive);
    fs::rename(half, ready);
    return ready;
}

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;

} // namespace

std::string told_by(const std::string& url, const std::string& sql)
{
    const Handle handle{PQconnectdb(url.c_str()), &PQfinish};
    const Result result{PQexec(handle.get(), sql.c_str()), &PQclear};
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        throw std::runtime_error{sql + ": " + PQerrorMessage(handle.get())};
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

fs::path PostgresCluster::quick_place()
{
    constexpr std::uintmax_t enough = 512U << 20U;
    std::error_code none;
    const auto memory = fs::space("/dev/shm", none);
    return !none && memory.available >= enough ? fs::path{"/dev/shm"} : fs::temp_directory_path();
}

void PostgresCluster::prepare_folder()
{
    const auto user = database_user();
    if (::getuid() == 0) must(::chown(folder_.path().c_str(), user.user, user.group) == 0);
    data_ = folder_ / "data";
}

PostgresCluster::PostgresCluster(const fs::path& in, const Settings& settings) : folder_{in}
{
    prepare_folder();
    copy_cluster(unused_cluster(), data_);
    start(settings);
}

PostgresCluster::PostgresCluster(const AsStandby& as) : folder_{quick_place()}
{
    prepare_folder();
    run({programs() / "pg_basebackup", "--pgdata", data_, "--dbname",
         as.of.url("postgres") + "&application_name=" + as.name, "--write-recovery-conf", "--checkpoint=fast",
         "--no-sync"},
        folder_ / "log");
    start();
}

PostgresCluster::~PostgresCluster() { crash(); }

std::string PostgresCluster::url(const std::string& database) const
{
    return "postgresql:///" + database + "?user=frikort&host=" + folder_.path().native();
}

void PostgresCluster::start(const Settings& settings)
{
    std::vector<std::string> command{programs() / "postgres", "-D", data_, "-k", folder_.path()};
    Settings all{"listen_addresses=", "shared_buffers=16MB", "max_wal_size=64MB"};
    all.insert(all.end(), settings.begin(), settings.end());
    for (const auto& setting : all) {
        command.emplace_back("-c");
        command.push_back(setting);
    }
    postmaster_ = started(command, folder_ / "log");
    wait_until_ready();
}

void PostgresCluster::wait_until_ready()
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{40};
    while (PQping(url("postgres").c_str()) != PQPING_OK) {
        if (::waitpid(postmaster_, nullptr, WNOHANG) != 0) {
            postmaster_ = 0;
            complain("PostgreSQL ended", folder_ / "log");
        }
        if (std::chrono::steady_clock::now() > until) complain("PostgreSQL is not ready", folder_ / "log");
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

void PostgresCluster::crash()
{
    if (postmaster_ == 0) return;
    ::kill(postmaster_, SIGQUIT);
    must(::waitpid(postmaster_, nullptr, 0) == postmaster_);
    postmaster_ = 0;
}

std::string PostgresCluster::log() const { return content_of(folder_ / "log"); }

void PostgresCluster::promote() { told_by(url("postgres"), "SELECT pg_promote()"); }

} // namespace frikort::tests
