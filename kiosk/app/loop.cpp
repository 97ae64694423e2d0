// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/loop.hpp"

#include <algorithm>

#include "kiosk/ui/raster.hpp"

namespace frikort::kiosk::app {

void loop(ui::Window& window, ui::Ui& ui, const std::function<void(ui::Ui&)>& frame,
          const std::function<ui::Instant(ui::Instant)>& until_change)
{
    ui::Raster raster{window.panel().width_px, window.panel().height_px};
    while (!ui.closed()) {
        ui.begin_frame(window.now());
        frame(ui);
        ui.end_frame();
        const auto canvas = window.canvas();
        if (canvas.lost) raster.forget();
        window.show(raster.draw(*ui.drawn(), ui.fonts(), canvas.surface));
        const auto now = window.now();
        auto rest = ui.wants_frame() ? ui::Instant{0} : until_change(now);
        if (const auto due = ui.due()) rest = std::clamp(*due - now, ui::Instant{0}, rest);
        for (const auto& event : window.wait(rest)) ui.hear(event);
    }
}

} // namespace frikort::kiosk::app
