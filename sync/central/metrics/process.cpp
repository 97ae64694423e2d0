// SPDX-License-Identifier: MPL-2.0
#include "sync/central/metrics/process.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace frikort::sync::central::metrics {

namespace {

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

Process this_process()
{
    Process process;
    std::uint64_t pages = 0;
    if (std::ifstream{"/proc/self/statm"} >> pages >> pages) // the second is what is resident
        process.resident_bytes = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    std::error_code error;
    std::filesystem::directory_iterator files{"/proc/self/fd", error};
    for (; !error && files != std::filesystem::directory_iterator{}; files.increment(error))
        ++process.open_files;
    rlimit most{};
    if (::getrlimit(RLIMIT_NOFILE, &most) == 0) process.most_files = most.rlim_cur;
    rusage used{};
    if (::getrusage(RUSAGE_SELF, &used) == 0)
        process.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    return process;
}

} // namespace frikort::sync::central::metrics
