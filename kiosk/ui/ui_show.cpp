// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

float edge_px(const Theme& theme) { return std::ceil(theme.edge()); }

} // namespace

void Ui::card(Rect rect, Ground ground)
{
    Pen pen{*this};
    rect = rect.snapped();
    pen.box(rect, pen.colour_of(ground), theme_.radius());
    pen.stand_on(rect, pen.colour_of(ground));
}

void Ui::fill(Rect rect, Ground ground)
{
    Pen pen{*this};
    rect = rect.snapped();
    pen.box(rect, pen.colour_of(ground), 0);
    pen.stand_on(rect, pen.colour_of(ground));
}

void Ui::line(Rect rect)
{
    const float breadth = edge_px(theme_);
    Pen{*this}.box(rect.middle(rect.w, breadth).snapped(), theme_.colours().line, 0);
}

void Ui::picture(Rect rect, const Image& image)
{
    Pen pen{*this};
    rect = rect.snapped();
    Colour bg = pen.ground(rect);
    if (image.tint != Ground::paper) {
        bg = pen.colour_of(image.tint);
        pen.box(rect, bg, theme_.radius());
    }
    const bool warm = bg == theme_.colours().action && theme_.look().palette == Palette::medium;
    const Colour fg = warm ? theme_.colours().accent : pen.ink_on(bg);
    pen.icon(image.icon, image.size, rect.centre(), fg);
    if (image.name.empty()) return;
    Node node;
    node.role = Role::image;
    node.name = image.name;
    node.rect = rect;
    node.clip = pen.clip();
    node.fg = fg;
    node.bg = bg;
    pen.record(std::move(node));
}

void Ui::badge(Rect rect, std::string_view words)
{
    Pen pen{*this};
    const float side = rect.shortest();
    const Rect circle = rect.middle(side, side).snapped();
    const Colours& c = theme_.colours();
    pen.box(circle, c.action, side);
    const auto lines = pen.flow(words, Face::label, circle.w);
    Node node;
    node.name = words;
    node.bg = c.action;
    node.fg = c.on_action;
    node.rect = together(circle, pen.centred(lines, Face::label, Align::centre, circle, node.fg));
    node.clip = circle.meet(pen.clip());
    node.lines = Pen::texts(lines);
    node.cap_px = pen.cap(Face::label);
    pen.record(std::move(node));
}

void Ui::progress(Rect rect, const Progress& progress)
{
    Pen pen{*this};
    rect = rect.snapped();
    const Colours& c = theme_.colours();
    const Colour ground = pen.ground(rect);
    const float edge = edge_px(theme_);
    const float radius = rect.h / 2;
    pen.box(rect, c.control, radius);
    const Rect inner = rect.inset(edge);
    pen.box(inner, c.paper, radius - edge);

    const float fraction = std::max(0.0F, progress.fraction);
    const float filled = std::round(inner.w * std::min(1.0F, fraction));
    if (filled > 0) {
        UiInside& in = pen.inside();
        in.list->PushClipRect({inner.x, inner.y}, {inner.x + filled, inner.bottom()}, true);
        pen.box(inner, c.action, radius - edge);
        in.list->PopClipRect();
    }
    if (fraction > 1) { // past the limit: the whole bar is what there is, a gap shows where the limit was
        const float limit = std::round(inner.x + inner.w / fraction);
        pen.box(Rect{limit, inner.y, std::max(3.0F, std::round(px(0.8F))), inner.h}, c.on_action, 0);
    }

    Node node;
    node.role = Role::progress;
    node.name = progress.name;
    node.spoken = progress.spoken;
    node.rect = rect;
    node.clip = pen.clip();
    node.fg = c.control;
    node.bg = c.paper;
    node.edge = c.control;
    node.ground = ground;
    node.privacy = progress.privacy;
    node.discreet = std::string{progress.name} + ". " + words_.private_number;
    pen.record(std::move(node));
}

void Ui::chart(Rect rect, const Chart& chart)
{
    Pen pen{*this};
    rect = rect.snapped();
    const Colours& c = theme_.colours();
    const Colour ground = pen.ground(rect);
    const Colour ink = pen.ink_on(ground);
    const float label_line = theme_.line(Face::body);

    Node node;
    node.role = Role::chart;
    node.name = chart.name;
    node.rect = rect;
    node.clip = pen.clip();
    node.fg = c.control;
    node.bg = ground;
    node.privacy = chart.privacy;
    node.spoken = chart.name;
    node.discreet = std::string{chart.name} + ". " + words_.private_number;
    for (const Bar& bar : chart.bars) {
        if (bar.name.empty()) continue;
        node.spoken.append(". ").append(bar.name);
    }

    Rect field = rect;
    const auto words = [&](std::string_view text, Face face, Align align, Rect where) {
        if (text.empty()) return;
        const auto lines = pen.flow(text, face, std::max(where.w, pen.width(text, face)));
        node.rect = together(node.rect, pen.centred(lines, face, align, where, ink));
        for (const auto& each : Pen::texts(lines)) node.lines.push_back(each);
        node.cap_px = node.cap_px == 0 ? pen.cap(face) : std::min(node.cap_px, pen.cap(face));
    };
    words(chart.top_label, Face::label, Align::left, field.top_part(label_line));
    if (!chart.top_label.empty()) field = field.without_top(label_line);
    const Rect labels = field.bottom_part(label_line);
    field = field.without_bottom(label_line);
    const float base = edge_px(theme_);
    pen.box(field.bottom_part(base), c.control, 0);
    field = field.without_bottom(base);

    float most = 0;
    for (const Bar& bar : chart.bars) most = std::max(most, bar.value);
    const auto count = static_cast<int>(chart.bars.size());
    const auto places = field.columns(count, std::round(px(2.0F)));
    const auto under = labels.columns(count, std::round(px(0.5F)));
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const Bar& bar = chart.bars[i];
        if (bar.value > 0) {
            const float tall = std::max(px(1.0F), std::round(field.h * bar.value / most));
            pen.box(places[i].bottom_part(std::round(tall)), c.control,
                    std::min(theme_.radius() / 3, tall / 2));
            pen.box(places[i].bottom_part(std::min(std::round(tall), theme_.radius() / 3)), c.control, 0);
        }
        const Rect centred{places[i].x, under[i].y, places[i].w, under[i].h};
        words(bar.label, Face::body, Align::centre, centred);
    }
    pen.record(std::move(node));
}

void Ui::qr(Rect rect, const QrPicture& picture)
{
    constexpr int quiet = 4;
    constexpr Colour black{0, 0, 0};
    constexpr Colour white{255, 255, 255};
    Pen pen{*this};
    const int across = picture.modules + 2 * quiet;
    const float module = std::floor(rect.shortest() / static_cast<float>(across));
    const float side = module * static_cast<float>(across);
    const Rect square = rect.middle(side, side);
    pen.box(square, white, 0);
    for (int row = 0; row < picture.modules; ++row) {
        const auto is_black = [&](int column) {
            return column < picture.modules &&
                   picture.black[static_cast<std::size_t>(row * picture.modules + column)];
        };
        for (int column = 0; column < picture.modules; ++column) {
            if (!is_black(column)) continue;
            const int first = column;
            while (is_black(column)) ++column;
            const float length = static_cast<float>(column - first);
            pen.box({square.x + module * static_cast<float>(first + quiet),
                     square.y + module * static_cast<float>(row + quiet), module * length, module},
                    black, 0);
        }
    }
    Node node;
    node.role = Role::qr;
    node.name = picture.name;
    node.spoken =
        picture.spoken.empty() ? words_.qr + ": " + std::string{picture.name} : std::string{picture.spoken};
    node.rect = square;
    node.clip = rect.meet(pen.clip());
    node.fg = black;
    node.bg = white;
    pen.record(std::move(node));
}

} // namespace frikort::kiosk::ui
