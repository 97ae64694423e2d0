// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"
#include "kiosk/ui/spoken.hpp"

namespace frikort::kiosk::ui {

namespace {

// Icon at the left, words beside it.
struct NoticeLayout {
    float icon_column;
    float pad;
    std::vector<Line> lines;
    float height;
};
NoticeLayout lay_out(const Pen& pen, float width, const Notice& notice)
{
    NoticeLayout layout;
    layout.pad = std::round(pen.px(pen.theme().big() ? 4.0F : 6.0F));
    const bool icon = notice.icon != Icon::none;
    layout.icon_column = icon ? pen.icon_px(IconSize::medium) + std::round(pen.px(4.0F)) : 0;
    layout.lines = pen.flow(notice.text, Face::body, width - 2 * layout.pad - layout.icon_column);
    const float words = pen.height(layout.lines, Face::body);
    layout.height = std::max(words, icon ? pen.icon_px(IconSize::medium) : 0) + 2 * std::round(pen.px(2.6F));
    return layout;
}

} // namespace

float Ui::heading(Rect rect, std::string_view words)
{
    return text(rect, words, {.face = Face::heading, .anchor = Anchor::middle, .role = Role::heading});
}

float Ui::big_number(Rect rect, std::string_view words, const TextStyle& style)
{
    TextStyle large = style;
    for (const Face face : {Face::number, Face::heading, Face::title, Face::label}) {
        large.face = face;
        if (text_width(words, large) <= rect.w && Pen{*this}.can_write(words, face)) break;
    }
    return text(rect, words, large);
}

float Ui::text(Rect rect, std::string_view words, const TextStyle& style)
{
    Pen pen{*this};
    rect = rect.snapped();
    const auto lines = pen.flow(words, style.face, rect.w, style.wrap);
    const float height = pen.height(lines, style.face);
    Rect place = rect;
    const float spare = rect.h - height;
    if (style.anchor == Anchor::middle) place.y = std::round(rect.y + spare / 2);
    if (style.anchor == Anchor::bottom) place.y = std::round(rect.y + spare);

    Node node;
    node.role = style.role;
    node.name = plain(words);
    std::replace(node.name.begin(), node.name.end(), '\n', ' ');
    node.spoken = style.spoken.empty() ? sentences(words) : std::string{style.spoken};
    node.bg = pen.ground(rect);
    node.fg = pen.ink_on(node.bg);
    node.rect = pen.lines(lines, style.face, style.align, place, node.fg);
    node.clip = rect.meet(pen.clip());
    node.lines = Pen::texts(lines);
    node.cap_px = pen.cap(style.face);
    node.privacy = style.privacy;
    pen.record(std::move(node));
    return height;
}

float Ui::text_height(float width, std::string_view words, const TextStyle& style) const
{
    const Pen pen{*this};
    return pen.height(pen.flow(words, style.face, width, style.wrap), style.face);
}

float Ui::text_width(std::string_view words, const TextStyle& style) const
{
    return std::ceil(Pen{*this}.width(words, style.face));
}

float Ui::notice_height(float width, const Notice& notice) const
{
    return lay_out(Pen{*this}, width, notice).height;
}

void Ui::notice(Rect rect, const Notice& notice)
{
    Pen pen{*this};
    rect = rect.snapped();
    const NoticeLayout layout = lay_out(pen, rect.w, notice);

    Node node;
    node.role = Role::notice;
    node.name = plain(notice.text);
    std::replace(node.name.begin(), node.name.end(), '\n', ' ');
    node.spoken = notice.spoken.empty() ? sentences(notice.text) : std::string{notice.spoken};
    node.bg = pen.colour_of(notice.ground);
    node.fg = pen.ink_on(node.bg);
    node.lines = Pen::texts(layout.lines);
    node.cap_px = pen.cap(Face::body);
    pen.box(rect, node.bg, theme_.radius());
    // Black and white palettes have no sand: a line around it keeps the notice together.
    if (node.bg == theme_.colours().paper) {
        const float edge = std::ceil(theme_.edge());
        pen.coat(rect, {node.bg, node.fg, node.fg, edge}, theme_.radius());
    }
    pen.stand_on(rect, node.bg);

    const Rect inner = rect.inset(layout.pad, 0);
    if (notice.icon != Icon::none) {
        const float half = pen.icon_px(IconSize::medium) / 2;
        pen.icon(notice.icon, IconSize::medium, {inner.x + half, inner.centre().y}, node.fg);
    }
    const Rect ink =
        pen.centred(layout.lines, Face::body, Align::left, inner.without_left(layout.icon_column), node.fg);
    node.rect = together(rect, ink);
    node.clip = rect.meet(pen.clip());
    pen.record(std::move(node));
}

} // namespace frikort::kiosk::ui
