// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include <malloc.h>
#include <unistd.h>

#include "kiosk/app/frugal.hpp"
#include "kiosk/ui/raster.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"
#include "tests/bench/trial.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::bench {

namespace {

// Bytes of real memory that this process holds, and bytes that it asked for and did not give back.
struct Held {
    double visits = 0;
    double resident = 0;
    double asked = 0;
};

Held held_after(int visits)
{
    std::ifstream in{"/proc/self/statm"};
    double all = 0;
    double resident = 0;
    in >> all >> resident;
    const auto heap = ::mallinfo2();
    return {static_cast<double>(visits), resident * static_cast<double>(::sysconf(_SC_PAGESIZE)),
            static_cast<double>(heap.uordblks + heap.hblkhd)};
}

// Bytes a visit: the line that lies nearest to all points.
double slope(const std::vector<Held>& points, double Held::*of)
{
    double x = 0;
    double y = 0;
    for (const auto& point : points) {
        x += point.visits;
        y += point.*of;
    }
    x /= static_cast<double>(points.size());
    y /= static_cast<double>(points.size());
    double above = 0;
    double below = 0;
    for (const auto& point : points) {
        above += (point.visits - x) * (point.*of - y);
        below += (point.visits - x) * (point.visits - x);
    }
    return below == 0 ? 0 : above / below;
}

void visit(Trial& trial, kiosk::ui::Raster& raster, const std::string& card)
{
    const auto look = [&] { raster.draw(*trial.stage().ui().drawn(), trial.stage().ui().fonts()); };
    trial.open_with(card);
    look();
    trial.tap("overview.show");
    look();
    trial.tap("overview.all");
    look();
    trial.tap("bar.close");
    look();
}

} // namespace

void many_visits(const Asked& asked)
{
    kiosk::app::give_memory_back_early(); // as its main does
    const TemporaryFolder folder;
    Machine machine{folder / "kiosk", cheap};
    const auto card = write_notebook(machine, 30);
    Trial trial{machine};
    kiosk::ui::Raster raster{kiosk::ui::Panel{}.width_px, kiosk::ui::Panel{}.height_px};

    std::vector<Held> points;
    const int step = std::max(1, asked.visits / 40);
    for (int visits = 0; visits <= asked.visits; ++visits) {
        // What is made once and kept is not growth: counting begins after a fifth.
        if (visits % step == 0 && visits >= asked.visits / 5) points.push_back(held_after(visits));
        visit(trial, raster, card);
    }
    const double resident = slope(points, &Held::resident);
    const double left = slope(points, &Held::asked);
    const double grown = (points.back().resident - points.front().resident) / 1024;
    print({"memory over " + std::to_string(asked.visits) + " visits",
           told(left, "bytes a visit not given back", 2), left < 1 ? "slope 0: held" : "slope 0: missed",
           "resident: " + told(grown, "KiB in all", 0) + ", " + told(resident, "bytes a visit", 1)});
}

} // namespace frikort::tests::bench
