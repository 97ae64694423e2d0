// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cmath>

#include "kiosk/ui/colour.hpp"
#include "kiosk/ui/look.hpp"
#include "kiosk/ui/panel.hpp"

namespace frikort::kiosk::ui {

// Colours by what they are for. Everything drawn on one of the grounds keeps the palette's contrast to it.
struct Colours {
    // Grounds.
    Colour paper;     // behind everything
    Colour surface;   // cards, tiles, fields, keys
    Colour tint_mint; // behind pictures
    Colour tint_sand; // behind pictures and notices
    Colour action;    // filled buttons
    Colour accent;    // behind pictures only
    // What stands on them.
    Colour ink;        // text and icons on paper, surface and tints
    Colour on_action;  // text and icons on action
    Colour on_accent;  // icons on accent
    Colour control;    // text, icons and edges of what can be touched, on paper and surface
    Colour pressed;    // the ground of an outlined target under the finger,
    Colour on_pressed; // and what stands on it
    Colour focus;      // the ring of the keyboard, on paper and surface
    Colour line;       // divides, carries no meaning
};

// The kinds of letter there are; an atlas holds exactly these.
enum class Face { body, label, title, heading, number };
enum class IconSize { small, medium, large };

// Sizes and colours for one panel and one look. A value; made anew whenever one of them changes.
class Theme {
public:
    Theme(const Panel&, Look);

    const Panel& panel() const { return panel_; }
    Look look() const { return look_; }
    const Colours& colours() const { return colours_; }
    // XL: targets of 30 mm, number pad 6 x 2.
    bool big() const { return look_.text_size == TextSize::xl; }
    // L and XL: fewer words, one column.
    bool large() const { return look_.text_size == TextSize::l || big(); }
    float px(float mm) const { return panel_.px(mm); }

    // Millimetres (kiosk.md "Numbers" and "Look").
    float target_mm() const { return big() ? 30.0F : 20.0F; } // a citizen's target, shortest side
    static constexpr float small_target_mm = 12.7F;           // anything else that can be touched
    static constexpr float least_gap_mm = 2.54F;              // between targets
    static constexpr float slack_mm = 3.4F;                   // a hit beyond the drawn edge, where it is free
    static constexpr float margin_mm = 7.0F;
    static constexpr float gap_mm = 3.5F;
    static constexpr float radius_mm = 4.0F;
    static constexpr float edge_mm = 0.4F;
    static constexpr float focus_ring_mm = 1.0F;
    float cap_mm(Face) const; // height of a capital letter
    // 1 at 10.1 inch, up to 1.5 on larger panels: pictures and headings grow with it, body text and targets
    // do not.
    float room() const;
    float icon_mm(IconSize) const;

    // The same in whole pixels: what is "at least" is rounded up, so that it still is when drawn.
    float target() const { return at_least(target_mm()); }
    float small_target() const { return at_least(small_target_mm); }
    float margin() const { return at_least(margin_mm); }
    float gap() const { return at_least(gap_mm); }
    float least_gap() const { return at_least(least_gap_mm); }
    float radius() const { return px(radius_mm); }
    float edge() const { return px(edge_mm); }
    // From one baseline to the next.
    float line(Face) const;

private:
    float at_least(float mm) const { return std::ceil(px(mm)); }

    Panel panel_;
    Look look_;
    Colours colours_;
};

Colours colours_of(Palette);

} // namespace frikort::kiosk::ui
