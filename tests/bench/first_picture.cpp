// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/outside.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"

namespace frikort::tests::bench {

namespace ui = kiosk::ui;

void first_picture(const Asked& asked)
{
    Bench bench;
    const TemporaryFolder twins;
    Machine machine{twins / "kiosk", cheap};
    Trial twin{machine};
    const auto picture = twin.stage().picture();
    const auto there = [&] { return bench.glass().shows(picture); };

    const auto paper = ui::Colour::hex(0xFBF8F3);
    const ui::Picture plain{picture.width, picture.height,
                            std::vector<std::uint32_t>(picture.pixels.size(), 0xFFFBF8F3U)};
    const auto plain_there = [&] { return bench.glass().shows(plain); };
    const auto start_bare = [&] {
        return bench.program({FRIKORT_BINARY "/bin/frikort-bench-window", paper.css().substr(1)});
    };

    const double first_ever = time_to(there, [&] { return bench.kiosk(); });
    Samples kiosk;
    Samples bare;
    for (int i = 0; i < asked.starts; ++i) {
        kiosk.add(time_to(there, [&] { return bench.kiosk(); }));
        bare.add(time_to(plain_there, start_bare));
    }
    const auto row = [&](const char* what, double measured) {
        return Row{what, told(measured, "ms", 0), aimed(measured, 150, "ms", 0),
                   "SDL window in one colour: " + told(bare.middle(), "ms", 0),
                   times(measured, bare.middle())};
    };
    auto usual = row("exec to first picture", kiosk.middle());
    usual.measured += ", worst " + told(kiosk.quantile(1), "ms", 0);
    print(usual);
    print(row("exec to first picture, empty data folder", first_ever));
}

} // namespace frikort::tests::bench
