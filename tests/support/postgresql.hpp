// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/support/temporary_folder.hpp"

namespace frikort::tests {

// A PostgreSQL of its own: in a temporary folder, on a socket in there and on no port, so that it meets no
// other one on the machine. Runs as `postgres` or `nobody` when we are root. Gone with everything in it at
// the end, in whatever way this process ends.
class PostgresCluster {
public:
    using Settings = std::vector<std::string>; // "fsync=off"
    explicit PostgresCluster(const Settings& settings = {}) : PostgresCluster{quick_place(), settings} {}
    PostgresCluster(const std::filesystem::path& in, const Settings&);
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    // The address of one of its databases: "postgres" is there and empty, "template1" is for what has to be
    // said from elsewhere.
    std::string url(const std::string& database = "postgres") const;
    const std::filesystem::path& data() const { return data_; }
    pid_t postmaster() const { return postmaster_; }
    // What it has said so far.
    std::string log() const;

    // As when the power goes, and comes again.
    void crash();
    void start(const Settings& = {});
    // A copy as it is now that follows this one from here on.
    struct AsStandby {
        PostgresCluster& of;
        std::string name; // for synchronous_standby_names
    };
    explicit PostgresCluster(const AsStandby&);
    // Ends following: from now on it is a database of its own.
    void promote();

    // Memory where there is enough of it, and else the disk: what PostgreSQL asks to be synced is what is
    // tested, not whether this machine's disk is busy.
    static std::filesystem::path quick_place();

private:
    void prepare_folder();
    void wait_until_ready();

    TemporaryFolder folder_;
    std::filesystem::path data_;
    pid_t postmaster_ = 0;
};

// One answer of a database, as text; the first column of the first row. For looking over the store's
// shoulder.
std::string told_by(const std::string& url, const std::string& sql);

} // namespace frikort::tests
