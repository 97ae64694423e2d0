// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "kiosk/ui/ui.hpp"

namespace frikort::tests::bench {

// The peer: the same frame as ImGui's own SDL backend draws it, with SDL's software renderer on a window of
// the same size. Everything, in every frame; with no finger in between.
class StockRenderer {
public:
    StockRenderer();
    ~StockRenderer();
    StockRenderer(const StockRenderer&) = delete;
    StockRenderer& operator=(const StockRenderer&) = delete;

    // The last frame of this Ui, on the glass.
    void draw(const kiosk::ui::Ui&);

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::tests::bench
