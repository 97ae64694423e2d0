// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "tests/bench/outside.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/row.hpp"

namespace frikort::tests::bench {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t entries = 1000;

void tell(const std::string& what, std::optional<double> mb, double aim, std::optional<double> bare)
{
    if (!mb || !bare) return print({what, "only root may look at a hardened program"});
    print({what, told(*mb, "MB"), aim > 0 ? aimed(*mb, aim, "MB") : "",
           "SDL window in one colour: " + told(*bare, "MB"), times(*mb, *bare)});
}

std::optional<double> mb_of(const outside::Program& program) { return pss_mb(family_of(program.id())); }

} // namespace

void memory(const Asked&)
{
    Bench bench;
    std::string card;
    const TemporaryFolder twins;
    {
        Machine machine{bench.kiosk_data()};
        card = write_notebook(machine, entries);
    }
    std::filesystem::copy(bench.kiosk_data(), twins / "kiosk", std::filesystem::copy_options::recursive);

    std::optional<double> bare;
    {
        auto window = bench.program({FRIKORT_BINARY "/bin/frikort-bench-window", "FBF8F3"});
        std::this_thread::sleep_for(1s);
        bare = mb_of(window);
        Bench::end(window);
    }
    {
        auto kiosk = bench.kiosk("dummy");
        std::this_thread::sleep_for(2s); // nothing outside tells when it is up
        tell("memory (PSS), home, no display", mb_of(kiosk), 30, bare);
        Bench::end(kiosk);
    }
    Machine machine{twins / "kiosk"};
    Trial twin{machine};
    auto kiosk = bench.kiosk();
    Hand hand{bench, twin};
    tell("memory (PSS), home, in a window", mb_of(kiosk), 30, bare);
    hand.scan(card);
    hand.press(code);
    hand.tap("open.action");
    tell("memory (PSS), notebook of 1,000 open", mb_of(kiosk), 0, bare);
    hand.tap("overview.show");
    hand.tap("overview.all");
    tell("memory (PSS), its list of 1,000", mb_of(kiosk), 0, bare);
    hand.tap("bar.close");
    tell("memory (PSS), closed again", mb_of(kiosk), 0, bare);
    Bench::end(kiosk);
}

} // namespace frikort::tests::bench
