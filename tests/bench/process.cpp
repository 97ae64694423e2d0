// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/process.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace frikort::tests::bench {

namespace fs = std::filesystem;

namespace {

// The number behind "Name:" in a file of such lines.
std::optional<std::uint64_t> line_of(const fs::path& file, const std::string& name)
{
    std::ifstream in{file};
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name)) return std::stoull(line.substr(name.size()));
    return std::nullopt;
}

fs::path of(pid_t process) { return fs::path{"/proc"} / std::to_string(process); }

// The file in a line of /proc/PID/maps or smaps; empty where there is none, and for shared memory without a
// name.
std::string file_in(const std::string& line)
{
    const auto at = line.find('/');
    const auto file = at == std::string::npos ? std::string{} : line.substr(at);
    return file.starts_with("/SYSV") || file.starts_with("/dev/") ? std::string{} : file;
}

// What is mapped by anybody but this process, and whoever runs this program.
std::set<std::string> files_of_others(pid_t process)
{
    std::set<std::string> files;
    std::error_code gone;
    const auto self = fs::read_symlink("/proc/self/exe", gone);
    for (const auto& each : fs::directory_iterator{"/proc"}) {
        if (each.path() == of(process) || fs::read_symlink(each.path() / "exe", gone) == self || gone)
            continue;
        std::ifstream in{each.path() / "maps"};
        for (std::string line; std::getline(in, line);)
            if (auto file = file_in(line); !file.empty()) files.insert(std::move(file));
    }
    return files;
}

} // namespace

std::vector<pid_t> family_of(pid_t eldest)
{
    std::vector<pid_t> family{eldest};
    for (std::size_t i = 0; i < family.size(); ++i) {
        std::error_code gone;
        for (const auto& thread : fs::directory_iterator{of(family[i]) / "task", gone}) {
            std::ifstream children{thread.path() / "children"};
            for (pid_t child = 0; children >> child;) family.push_back(child);
        }
    }
    return family;
}

std::optional<double> pss_mb(const std::vector<pid_t>& processes)
{
    double bytes = 0;
    for (const auto process : processes) {
        const auto kilobytes = line_of(of(process) / "smaps_rollup", "Pss:");
        if (!kilobytes) return std::nullopt;
        bytes += static_cast<double>(*kilobytes) * 1024;
    }
    return bytes / 1e6;
}

std::optional<double> own_share_mb(pid_t process)
{
    const auto others = files_of_others(process);
    std::ifstream in{of(process) / "smaps"};
    double kilobytes = 0;
    std::string file;
    for (std::string line; std::getline(in, line);) {
        if (const auto begins = line.substr(0, line.find(' ')); begins.find('-') != std::string::npos)
            file = file_in(line);
        const bool alone = !file.empty() && others.count(file) == 0;
        if (line.starts_with(alone ? "Rss:" : "Pss:")) kilobytes += std::stod(line.substr(4));
    }
    if (kilobytes == 0) return std::nullopt;
    return kilobytes * 1024 / 1e6;
}

double pages_mb(pid_t process)
{
    return static_cast<double>(line_of(of(process) / "status", "VmRSS:").value_or(0)) * 1024 / 1e6;
}

double processor_ms_of(pid_t process)
{
    double nanoseconds = 0;
    for (const auto& thread : fs::directory_iterator{of(process) / "task"}) {
        std::ifstream in{thread.path() / "schedstat"};
        double used = 0;
        in >> used;
        nanoseconds += used;
    }
    return nanoseconds / 1e6;
}

std::uint64_t rests_of(pid_t process)
{
    std::uint64_t rests = 0;
    for (const auto& thread : fs::directory_iterator{of(process) / "task"})
        rests += line_of(thread.path() / "status", "voluntary_ctxt_switches:").value_or(0);
    return rests;
}

} // namespace frikort::tests::bench
