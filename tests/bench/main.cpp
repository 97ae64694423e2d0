// SPDX-License-Identifier: MPL-2.0
// frikort-bench: measures, and prints one table. Each part is a process of its own, so that none carries what
// another left behind.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "core/sealing/keys.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"

namespace {

namespace bench = frikort::tests::bench;

struct Part {
    const char* name;
    void (*measure)(const bench::Asked&);
};
// In the order of the table.
constexpr std::array parts{
    Part{"first-picture", bench::first_picture},
    Part{"memory", bench::memory},
    Part{"rest", bench::rest},
    Part{"entry", bench::durable_entry},
    Part{"long-notebook", bench::long_notebook},
    Part{"long-centre", bench::long_centre},
    Part{"visits", bench::many_visits},
    Part{"sound", bench::first_sound},
    Part{"chromium", bench::chromium},
    Part{"frames", bench::frames},
};

int measure(const Part& part, const bench::Asked& asked)
{
    try {
        frikort::core::sealing::start();
        part.measure(asked);
        return 0;
    } catch (const std::exception& problem) {
        bench::print({part.name, "not measured"});
        std::fprintf(stderr, "frikort-bench %s: %s\n", part.name, problem.what());
        return 1;
    }
}

int apart(const Part& part, const bench::Asked& asked)
{
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        const int said = measure(part, asked);
        std::fflush(stdout);
        ::_exit(said);
    }
    int status = 1;
    if (child < 0 || ::waitpid(child, &status, 0) != child) return 1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

} // namespace

int main(int count, char** arguments)
{
    bench::Asked asked;
    std::vector<std::string> wanted;
    CLI::App options{"Measures the kiosk and prints one table."};
    options.add_option("parts", wanted, "which parts; all of them without")
        ->check([](const std::string& name) {
            const auto known =
                std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
            return known ? std::string{} : "no such part: " + name;
        });
    options.add_option("--starts", asked.starts, "how often a program is started")->capture_default_str();
    options.add_option("--repeats", asked.repeats, "pictures of each screen")->capture_default_str();
    options.add_option("--seconds", asked.seconds, "at rest")->capture_default_str();
    options.add_option("--visits", asked.visits, "visits in one process")->capture_default_str();
    try {
        options.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return options.exit(error) == 0 ? 0 : 2;
    }
    bench::print_head();
    int worst = 0;
    for (const auto& part : parts)
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), part.name) != wanted.end())
            worst = std::max(worst, apart(part, asked));
    return worst;
}
