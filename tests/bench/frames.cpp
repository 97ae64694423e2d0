// SPDX-License-Identifier: MPL-2.0
#include <cstdlib>

#include "kiosk/ui/raster.hpp"
#include "kiosk/ui/window.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"
#include "tests/bench/spent.hpp"
#include "tests/bench/stock_renderer.hpp"
#include "tests/journeys/outside/screen.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/tour/scenes.hpp"

namespace frikort::tests::bench {

namespace ui = kiosk::ui;

namespace {

// One kind of frame: what it took on the wall and of the processor, ms.
struct Kind {
    Samples wall;
    Samples cpu;
    void add(const Spent& spent)
    {
        wall.add(spent.wall);
        cpu.add(spent.cpu);
    }
    void add(const Kind& more)
    {
        wall.add(more.wall);
        cpu.add(more.cpu);
    }
};

// From what a finger did to the picture on the glass, as kiosk/app/loop does it.
class Glazier {
public:
    explicit Glazier(ui::Window& window)
        : window_{window}, raster_{window.panel().width_px, window.panel().height_px}
    {
    }
    Spent picture(ui::Stage& stage)
    {
        return spent_on([&] {
            stage.settle();
            const auto canvas = window_.canvas();
            if (canvas.lost) raster_.forget();
            window_.show(raster_.draw(*stage.ui().drawn(), stage.ui().fonts(), canvas.surface));
        });
    }
    void forget() { raster_.forget(); }

private:
    ui::Window& window_;
    ui::Raster raster_;
};

const ui::Node* first_target(const ui::Stage& stage)
{
    for (const auto& node : stage.semantics().nodes())
        if (node.hit && node.enabled == ui::Enabled::yes) return &node;
    return nullptr;
}

// A finger comes to rest on the first target there is, and is lost: nothing happens but two pictures.
void touch(ui::Stage& stage, Glazier& glazier, Kind& kind)
{
    const auto* target = first_target(stage);
    if (!target) return;
    const auto place = target->rect.centre();
    for (const auto phase : {ui::Finger::Phase::down, ui::Finger::Phase::lost}) {
        stage.finger(phase, place);
        kind.add(glazier.picture(stage));
    }
}

} // namespace

void frames(const Asked& asked)
{
    const TemporaryFolder folder;
    outside::Screen screen{folder.path()};
    ::setenv("DISPLAY", screen.display().c_str(), 1);
    ui::Window window{"Frikort", ui::Panel{}, ui::Extent::window};
    Glazier glazier{window};
    StockRenderer stock;

    Kind all_whole;
    Kind all_touched;
    Samples stock_wall;
    std::string slowest;
    double slowest_ms = 0;
    tour::walk(tour::the_tour(FRIKORT_BINARY "/share/frikort"), {}, [&](const tour::Stop& stop) {
        Kind whole;
        Kind touched;
        for (int i = 0; i < asked.repeats; ++i) {
            glazier.forget();
            whole.add(glazier.picture(stop.stage));
            touch(stop.stage, glazier, touched);
            if (i % 10 == 0) stock_wall.add(spent_on([&] { stock.draw(stop.stage.ui()); }).wall);
        }
        print({"frame " + stop.name, "whole " + told(whole.wall, "ms p50/p99"), "",
               touched.wall.count() > 0 ? "touched " + told(touched.wall, "ms p50/p99") : ""});
        if (whole.wall.middle() > slowest_ms) {
            slowest_ms = whole.wall.middle();
            slowest = stop.name;
        }
        all_whole.add(whole);
        all_touched.add(touched);
    });
    for (const auto& [name, kind] : {std::pair{"frames, the whole picture", &all_whole},
                                     std::pair{"frames, what a touch changes", &all_touched}}) {
        for (const auto& [share, aim] : {std::pair{0.5, 8.0}, std::pair{0.99, 16.0}}) {
            const double wall = kind->wall.quantile(share);
            const double peer = stock_wall.quantile(share);
            print({std::string{name} + (share == 0.5 ? ", p50" : ", p99"),
                   told(wall, "ms") + ", processor " + told(kind->cpu.quantile(share), "ms"),
                   aimed(wall, aim, "ms"), "SDL's software renderer, whole: " + told(peer, "ms"),
                   times(wall, peer)});
        }
    }
    print({"frames, the slowest screen: " + slowest, told(slowest_ms, "ms"), aimed(slowest_ms, 8.0, "ms")});
}

} // namespace frikort::tests::bench
