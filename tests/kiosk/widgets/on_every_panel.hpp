// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>

#include "kiosk/ui/stage.hpp"
#include "kiosk/widgets/page.hpp"
#include "tests/support/catch.hpp"

// What every widget is held against, on every panel and at every size.
namespace frikort::tests::widgets {

using namespace frikort::kiosk::ui;
using namespace frikort::kiosk::widgets;

inline constexpr Panel panels[] = {{10.1, 1280, 800}, {15.6, 1920, 1080}};

inline BarPlaces bar_of(std::array<const char*, 4> labels)
{
    return {{{labels[0], Icon::arrow_left},
             {labels[1], Icon::sound},
             {labels[2], Icon::settings},
             {labels[3], Icon::home}}};
}

// What holds on every screen: nothing cut, nothing too small, nothing overlapping, letters large enough.
inline void audit(const Stage& stage)
{
    const Theme& theme = const_cast<Stage&>(stage).ui().theme();
    const float mm = theme.panel().px_per_mm();
    const auto& nodes = stage.semantics().nodes();
    for (const Node& node : nodes) {
        INFO(name_of(node.role) << " \"" << node.name << "\" at " << theme.panel().diagonal_inch << " inch, "
                                << name_of(theme.look().text_size));
        CHECK(node.clip.grown(1).contains(node.rect));
        CHECK(node.spoken.size() > 0);
        if (node.cap_px > 0) CHECK(node.cap_px / mm >= 3.5F);
        if (node.cap_px > 0 && theme.look().text_size == TextSize::m) CHECK(node.cap_px / mm >= 4.8F);
        if (!node.hit) continue;
        CHECK(node.rect.shortest() / mm >= theme.target_mm());
        CHECK(node.hit->grown(0.01F).contains(node.rect));
        for (const Node& other : nodes) {
            if (&other == &node || !other.hit) continue;
            CHECK_FALSE(node.rect.grown(theme.least_gap() / 2 - 0.01F)
                            .overlaps(other.rect.grown(theme.least_gap() / 2 - 0.01F)));
            CHECK_FALSE(node.hit->overlaps(*other.hit));
        }
    }
}

template <class Draw>
void on_every_panel(Draw draw)
{
    for (const Panel& panel : panels)
        for (const TextSize size : every_text_size) draw(panel, Look{size, Palette::medium});
}

} // namespace frikort::tests::widgets
