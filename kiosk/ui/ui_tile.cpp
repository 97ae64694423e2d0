// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

// Where the parts of a tile go.
struct TilePlan {
    TileShape shape;
    std::optional<Rect> icon;
    Rect words;
    std::vector<Line> title;
    std::vector<Line> detail;
    float height = 0; // of title and detail
    bool fits = false;
};

// A last line of one word ("21. / november") is worse than no detail.
bool lonely(const std::vector<Line>& lines)
{
    return lines.size() > 1 && lines.back().text().find(' ') == std::string::npos;
}

TilePlan plan(const Pen& pen, Rect rect, const Tile& tile, TileShape shape)
{
    const bool big = pen.theme().big();
    const float pad_x = std::round(pen.px((big ? 4.0F : 6.5F) * pen.theme().room()));
    const float pad_y = std::round(pen.px(big ? 2.0F : 3.0F));
    const Rect inner = rect.inset(pad_x, pad_y);
    TilePlan plan;
    plan.shape = shape;
    plan.words = inner;
    const bool has_icon = tile.icon != Icon::none && shape != TileShape::words_only;
    const float icon = pen.icon_px(IconSize::large);
    if (has_icon && shape == TileShape::beside) {
        const float square = std::round(std::min(pen.px(20.0F * pen.theme().room()), inner.h));
        plan.icon = Rect{inner.x, std::round(inner.centre().y - square / 2), square, square};
        plan.words = inner.without_left(square + std::round(pen.px(5.2F)));
    }
    const bool detail = shape != TileShape::icon_and_title;
    plan.title = pen.flow(tile.title, Face::title, plan.words.w);
    if (detail) plan.detail = pen.flow(tile.detail, Face::body, plan.words.w);
    const float title_height = pen.height(plan.title, Face::title);
    const bool too_much = title_height + pen.height(plan.detail, Face::body) > inner.h + 1;
    if (shape == TileShape::words_only && too_much) plan.detail.clear();
    plan.height = title_height + pen.height(plan.detail, Face::body);

    float whole = plan.height;
    if (has_icon && shape != TileShape::beside) {
        const float between = std::round(pen.px(1.0F));
        whole += icon + between;
        const float top = std::round(inner.centre().y - whole / 2);
        plan.icon = Rect{inner.x, top, icon, icon};
        plan.words = {inner.x, top + icon + between, inner.w, plan.height};
    }
    const std::size_t most_lines = shape == TileShape::words_only ? 3 : 1;
    plan.fits = whole <= inner.h + 1 && Pen::unbroken(plan.title, tile.title) &&
                plan.title.size() <= most_lines && plan.detail.size() <= 2 &&
                (!has_icon || plan.icon->h >= icon);
    if (detail) plan.fits = plan.fits && Pen::unbroken(plan.detail, tile.detail) && !lonely(plan.detail);
    return plan;
}

constexpr std::array shapes{TileShape::beside, TileShape::above, TileShape::icon_and_title,
                            TileShape::words_only};

TilePlan best(const Pen& pen, Rect rect, const Tile& tile)
{
    for (const TileShape shape : shapes) {
        if (shape < tile.shape) continue;
        const TilePlan tried = plan(pen, rect, tile, shape);
        if (tried.fits || shape == shapes.back()) return tried;
    }
    return plan(pen, rect, tile, shapes.back());
}

} // namespace

TileShape Ui::tile_shape(Rect rect, const Tile& tile) const
{
    return best(Pen{*this}, rect.snapped(), tile).shape;
}

bool Ui::tile(Rect rect, const Tile& tile)
{
    Pen pen{*this};
    rect = rect.snapped();
    Node node;
    node.role = Role::button;
    node.name = plain(tile.name.empty() ? tile.title : tile.name);
    node.spoken = tile.spoken;
    if (node.spoken.empty() && tile.name.empty() && !tile.detail.empty())
        node.spoken = node.name + ". " + plain(tile.detail);
    node.hit = rect;
    node.enabled = tile.enabled;
    node.ground = pen.ground(rect);
    const Coat coat = pen.coat_of(rect, tile.fill, pen.state_of(node));
    pen.coat(rect, coat, theme_.radius());
    node.bg = coat.bg;
    node.fg = coat.bg == theme_.colours().surface ? theme_.colours().ink : coat.fg;
    node.edge = coat.edge ? coat.edge : coat.bg;

    const TilePlan plan = best(pen, rect, tile);
    if (plan.icon) {
        const bool square = plan.shape == TileShape::beside;
        const Colour tint = square ? pen.colour_of(tile.tint) : coat.bg;
        if (square) pen.box(*plan.icon, tint, theme_.radius());
        pen.icon(tile.icon, IconSize::large, plan.icon->centre(), square ? pen.ink_on(tint) : node.fg);
    }
    const Rect place{plan.words.x, std::round(plan.words.centre().y - plan.height / 2), plan.words.w,
                     plan.height};
    const float title_height = pen.height(plan.title, Face::title);
    node.rect = together(rect, pen.lines(plan.title, Face::title, Align::left, place, node.fg));
    node.lines = Pen::texts(plan.title);
    node.cap_px = pen.cap(Face::title);
    if (!plan.detail.empty()) {
        const Rect below = place.without_top(title_height);
        node.rect = together(node.rect, pen.lines(plan.detail, Face::body, Align::left, below, node.fg));
        for (auto& line : Pen::texts(plan.detail)) node.lines.push_back(std::move(line));
        node.cap_px = pen.cap(Face::body);
    }
    node.clip = rect.meet(pen.clip());
    return pen.record(std::move(node));
}

} // namespace frikort::kiosk::ui
