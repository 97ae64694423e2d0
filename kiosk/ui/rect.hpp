// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

namespace frikort::kiosk::ui {

struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

// A rectangle in pixels; x and y are its upper left corner. Handing out parts of one is how screens are laid
// out.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    float shortest() const { return w < h ? w : h; }
    bool empty() const { return w <= 0 || h <= 0; }
    // Left and upper edges belong to the rectangle, right and lower ones do not.
    bool contains(Point at) const { return at.x >= x && at.y >= y && at.x < right() && at.y < bottom(); }
    bool contains(const Rect& other) const;
    bool overlaps(const Rect& other) const;
    // The part they share; empty when there is none.
    Rect meet(const Rect& other) const;

    Rect inset(float all) const { return inset(all, all); }
    Rect inset(float sideways, float upright) const;
    Rect grown(float all) const { return inset(-all); }
    Rect moved(float by_x, float by_y) const { return {x + by_x, y + by_y, w, h}; }

    // The outermost strip of that breadth.
    Rect left_part(float width) const { return {x, y, width, h}; }
    Rect right_part(float width) const { return {right() - width, y, width, h}; }
    Rect top_part(float height) const { return {x, y, w, height}; }
    Rect bottom_part(float height) const { return {x, bottom() - height, w, height}; }
    // What is left when a strip of that breadth is taken away.
    Rect without_left(float width) const { return {x + width, y, w - width, h}; }
    Rect without_right(float width) const { return {x, y, w - width, h}; }
    Rect without_top(float height) const { return {x, y + height, w, h - height}; }
    Rect without_bottom(float height) const { return {x, y, w, h - height}; }
    // A rectangle of that size in the middle of this one.
    Rect middle(float width, float height) const;

    // Equal parts with gaps between, cut at whole pixels, first and last flush with the edges.
    std::vector<Rect> columns(int count, float gap) const;
    std::vector<Rect> rows(int count, float gap) const;
    // Row by row.
    std::vector<Rect> grid(int across, int down, float gap) const;
    // Parts in proportion to the weights, for example {2, 1}.
    std::vector<Rect> columns(const std::vector<float>& weights, float gap) const;
    std::vector<Rect> rows(const std::vector<float>& weights, float gap) const;

    // Edges moved to the nearest whole pixel, so that neighbours still meet.
    Rect snapped() const;
    friend bool operator==(const Rect&, const Rect&) = default;
};

} // namespace frikort::kiosk::ui
