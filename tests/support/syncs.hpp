// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "tests/support/temporary_folder.hpp"

namespace frikort::tests {

// How often programs asked the disk to keep what it has, counted by a library that is loaded into them
// (counted_syncs.cpp). Programs of other users may be counted too.
class Syncs {
public:
    Syncs()
    {
        std::ofstream{file_} << std::string(sizeof(Counts), '\0');
        std::filesystem::permissions(folder_.path(), std::filesystem::perms{0755});
        std::filesystem::permissions(file_, std::filesystem::perms{0666});
    }
    // What a program needs in its environment to be counted.
    std::map<std::string, std::string> environment() const
    {
        return {{"LD_PRELOAD", FRIKORT_BINARY "/lib/libfrikort-counted-syncs.so"},
                {"FRIKORT_SYNCS", file_.native()}};
    }
    // Whatever this starts is counted.
    template <class Start>
    void count(Start start) const
    {
        for (const auto& [name, value] : environment()) ::setenv(name.c_str(), value.c_str(), 1);
        start();
        for (const auto& [name, value] : environment()) ::unsetenv(name.c_str());
    }
    std::uint64_t all() const { return counts()[0]; }
    // Those of PostgreSQL's log that came back and said that it is kept.
    std::uint64_t of_log() const { return counts()[1]; }

private:
    using Counts = std::array<std::uint64_t, 2>;
    Counts counts() const
    {
        Counts counts{};
        std::ifstream{file_, std::ios::binary}.read(reinterpret_cast<char*>(counts.data()), sizeof counts);
        return counts;
    }

    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "syncs";
};

} // namespace frikort::tests
