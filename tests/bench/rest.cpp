// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "tests/bench/outside.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/row.hpp"

namespace frikort::tests::bench {

namespace {

void tell(const std::string& what, const outside::Program& kiosk, int seconds)
{
    const double before = processor_ms_of(kiosk.id());
    const auto rests = rests_of(kiosk.id());
    std::this_thread::sleep_for(std::chrono::seconds{seconds});
    const double used = processor_ms_of(kiosk.id()) - before;
    const double often = static_cast<double>(rests_of(kiosk.id()) - rests) / seconds;
    const double share = used / (seconds * 10.0);
    const bool none = share < 0.05; // less than can be told from nothing
    print({what, told(share, "%", 3) + " of a core", none ? "0 %: held" : "0 %: missed",
           "woken " + told(often, "times a second: no more frames", 2)});
}

} // namespace

void rest(const Asked& asked)
{
    Bench bench;
    std::string card;
    const TemporaryFolder twins;
    {
        Machine machine{bench.kiosk_data()};
        card = write_notebook(machine, 10);
    }
    std::filesystem::copy(bench.kiosk_data(), twins / "kiosk", std::filesystem::copy_options::recursive);
    Machine machine{twins / "kiosk"};
    Trial twin{machine};
    auto kiosk = bench.kiosk();
    Hand hand{bench, twin};
    tell("at rest, home", kiosk, asked.seconds);
    hand.scan(card);
    hand.press(code);
    hand.tap("open.action");
    tell("at rest, a notebook open", kiosk, std::min(asked.seconds, 60)); // then it would ask
    Bench::end(kiosk);
}

} // namespace frikort::tests::bench
