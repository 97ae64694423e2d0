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

void tell(const std::string& what, const outside::Program& program, double aim, std::optional<double> bare)
{
    const auto share = own_share_mb(program.id());
    const auto pages = ", all pages " + told(pages_mb(program.id()), "MB");
    if (!share || !bare) return print({what, "only root may look" + pages});
    print({what, told(*share, "MB") + pages, aim > 0 ? aimed(*share, aim, "MB") : "",
           "SDL window in one colour: " + told(*bare, "MB"), times(*share, *bare)});
}

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
        bare = own_share_mb(window.id());
        Bench::end(window);
    }
    {
        auto kiosk = bench.kiosk("dummy");
        std::this_thread::sleep_for(2s); // nothing outside tells when it is up
        tell("memory (PSS), home, no display", kiosk, 30, bare);
        Bench::end(kiosk);
    }
    Machine machine{twins / "kiosk"};
    Trial twin{machine};
    auto kiosk = bench.kiosk();
    Hand hand{bench, twin};
    tell("memory (PSS), home, in a window", kiosk, 30, bare);
    hand.scan(card);
    hand.press(code);
    hand.tap("open.action");
    tell("memory (PSS), notebook of 1,000 open", kiosk, 0, bare);
    hand.tap("overview.show");
    hand.tap("overview.all");
    tell("memory (PSS), its list of 1,000", kiosk, 0, bare);
    hand.tap("bar.close");
    tell("memory (PSS), closed again", kiosk, 0, bare);
    Bench::end(kiosk);
}

} // namespace frikort::tests::bench
