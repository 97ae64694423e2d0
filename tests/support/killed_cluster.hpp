// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <csignal>
#include <fstream>
#include <sstream>

#include <sys/shm.h>
#include <sys/wait.h>

#include "tests/support/postgresql.hpp"

namespace frikort::tests {

// SIGKILL for all of it: nothing is said, sent or written any more. It cannot be started again.
inline void kill_without_a_word(const PostgresCluster& cluster)
{
    std::istringstream processes{
        told_by(cluster.url(), "SELECT string_agg(pid::text, ' ') FROM pg_stat_activity")};
    ::kill(cluster.postmaster(), SIGKILL); // first, or it would begin again
    for (pid_t one = 0; processes >> one;) ::kill(one, SIGKILL);
    siginfo_t gone{};
    ::waitid(P_PID, static_cast<id_t>(cluster.postmaster()), &gone, WEXITED | WNOWAIT);

    // What it would have given back to the system.
    std::ifstream notes{cluster.data() / "postmaster.pid"};
    std::string line;
    for (int i = 0; i < 7; ++i) std::getline(notes, line);
    std::istringstream memory{line};
    unsigned long key = 0;
    int segment = 0;
    if (memory >> key >> segment) ::shmctl(segment, IPC_RMID, nullptr);
}

} // namespace frikort::tests
