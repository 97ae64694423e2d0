// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"
#include "kiosk/ui/utf8.hpp"

namespace frikort::kiosk::ui {

namespace {

ImU32 packed(Colour c) { return IM_COL32(c.r, c.g, c.b, 255); }

// How far letters reach over and under the baseline, in heights of a capital: rings and tails of Inter.
constexpr float above_cap = 1.25F;
constexpr float below_cap = 0.28F;

Face strong_of(Face face) { return face == Face::body ? Face::label : face; }

} // namespace

// Three plain rectangles and four small corners: nearly all of a box then goes the renderer's quick way.
// Straight edges lie on whole pixels, so only the corners need smoothing.
void Pen::box(Rect rect, Colour colour, float radius)
{
    const ImU32 c = packed(colour);
    const float r = std::round(std::min(radius, std::floor(rect.shortest() / 2)));
    const auto plain = [&](float x0, float y0, float x1, float y1) {
        if (x0 < x1 && y0 < y1) in_.list->AddRectFilled({x0, y0}, {x1, y1}, c);
    };
    if (r < 1) return plain(rect.x, rect.y, rect.right(), rect.bottom());
    plain(rect.x + r, rect.y, rect.right() - r, rect.y + r);
    plain(rect.x, rect.y + r, rect.right(), rect.bottom() - r);
    plain(rect.x + r, rect.bottom() - r, rect.right() - r, rect.bottom());

    constexpr float quarter = 1.57079633F;
    const auto corner = [&](float x, float y, float from) {
        const int segments = 4 + static_cast<int>(r / 3);
        in_.list->PathLineTo({x, y});
        in_.list->PathArcTo({x, y}, r, from, from + quarter, segments);
        in_.list->PathFillConvex(c);
    };
    corner(rect.x + r, rect.y + r, 2 * quarter);
    corner(rect.right() - r, rect.y + r, 3 * quarter);
    corner(rect.right() - r, rect.bottom() - r, 0);
    corner(rect.x + r, rect.bottom() - r, quarter);
}

void Pen::coat(Rect rect, const Coat& coat, float radius)
{
    if (coat.edge) {
        box(rect, *coat.edge, radius);
        box(rect.inset(coat.edge_px), coat.bg, radius - coat.edge_px);
    } else {
        box(rect, coat.bg, radius);
    }
    stand_on(rect, coat.bg);
}

void Pen::letters(std::string_view text, Face face, float x, float baseline, Colour colour)
{
    ImFont* font = in_.fonts->face(face);
    const float top = baseline - std::round(font->Ascent);
    for (const char32_t letter : Letters{text}) {
        const ImFontGlyph* glyph =
            font->FindGlyph(static_cast<ImWchar>(in_.fonts->has(face, letter) ? letter : U'?'));
        if (glyph && glyph->Visible) {
            const float left = std::round(x);
            in_.list->PrimReserve(6, 4);
            in_.list->PrimRectUV({left + glyph->X0, top + glyph->Y0}, {left + glyph->X1, top + glyph->Y1},
                                 {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(colour));
        }
        x += in_.fonts->advance(face, letter);
    }
}

Rect Pen::lines(const std::vector<Line>& lines, Face face, Align align, Rect rect, Colour colour)
{
    const float pitch = theme().line(face);
    // In the middle; but what hangs below the baseline stays within its line.
    float baseline = std::min(std::round(rect.y + (pitch + cap(face)) / 2),
                              std::floor(rect.y + pitch - cap(face) * below_cap));
    Rect ink{rect.x, baseline - cap(face), 0, 0};
    for (const Line& line : lines) {
        const float spare = rect.w - line.width;
        // Down, so that a line that just fits does not end outside.
        float x = std::floor(rect.x + (align == Align::left ? 0 : align == Align::right ? spare : spare / 2));
        const Rect covered{x, baseline - cap(face) * above_cap, line.width,
                           cap(face) * (above_cap + below_cap)};
        ink = ink.empty() ? covered : together(ink, covered);
        for (const Run& run : line.runs) {
            letters(run.text, run.strong ? strong_of(face) : face, x, baseline, colour);
            x += run.width;
        }
        baseline += pitch + (line.ends_paragraph ? std::round(pitch * 0.4F) : 0);
    }
    return ink;
}

Rect Pen::centred(const std::vector<Line>& all, Face face, Align align, Rect rect, Colour colour)
{
    const float height_used = height(all, face);
    return lines(all, face, align,
                 {rect.x, std::round(rect.y + (rect.h - height_used) / 2), rect.w, height_used}, colour);
}

void Pen::icon(Icon icon, IconSize size, Point centre, Colour colour)
{
    if (icon == Icon::none) return;
    ImFont* font = in_.fonts->icons(size);
    const ImFontGlyph* glyph = font->FindGlyph(static_cast<ImWchar>(icon));
    // The drawing area of Material Icons is the em square: advance wide, and as tall around its middle.
    const float side = glyph->AdvanceX;
    const float x = std::round(centre.x - side / 2);
    const float ink_middle = (glyph->Y0 + glyph->Y1) / 2;
    const float y = std::round(centre.y - ink_middle);
    in_.list->PrimReserve(6, 4);
    in_.list->PrimRectUV({x + glyph->X0, y + glyph->Y0}, {x + glyph->X1, y + glyph->Y1},
                         {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(colour));
}

Rect Pen::label(const Fit& fit, Face face, Icon picture, Side side, Rect inner, Colour colour)
{
    const float icon_size = fit.icon ? icon_px(IconSize::small) : 0;
    const float text_width = widest(fit.lines);
    if (fit.above) {
        const float between = px(1.0F);
        const float text_height = tight_height(fit.lines.size(), face);
        const float whole = icon_size + between + text_height;
        const float top = std::round(inner.centre().y - whole / 2);
        icon(picture, IconSize::small, {inner.centre().x, top + icon_size / 2}, colour);
        const Rect place{inner.x, top + icon_size + between, inner.w, text_height};
        return together(centred(fit.lines, face, Align::centre, place, colour),
                        {inner.centre().x - icon_size / 2, top, icon_size, icon_size});
    }
    const float between = fit.icon ? icon_gap() : 0;
    const float whole = icon_size + between + text_width;
    const float left = std::round(inner.centre().x - whole / 2);
    const float text_x = fit.icon && side == Side::left ? left + icon_size + between : left;
    const float icon_x = side == Side::left ? left : left + text_width + between;
    if (fit.icon) icon(picture, IconSize::small, {icon_x + icon_size / 2, inner.centre().y}, colour);
    const Rect ink = centred(fit.lines, face, fit.icon ? Align::left : Align::centre,
                             {text_x, inner.y, text_width, inner.h}, colour);
    return fit.icon ? together(ink, {icon_x, inner.centre().y - icon_size / 2, icon_size, icon_size}) : ink;
}

Colour Pen::ground(Rect rect) const
{
    const Point at = rect.centre();
    const auto found = std::find_if(in_.grounds.rbegin(), in_.grounds.rend(),
                                    [at](const auto& painted) { return painted.first.contains(at); });
    return found == in_.grounds.rend() ? colours().paper : found->second;
}

Colour Pen::colour_of(Ground ground) const
{
    switch (ground) {
    case Ground::paper:
        return colours().paper;
    case Ground::surface:
        return colours().surface;
    case Ground::mint:
        return colours().tint_mint;
    case Ground::sand:
        return colours().tint_sand;
    case Ground::action:
        return colours().action;
    case Ground::accent:
        return colours().accent;
    }
    return colours().paper;
}

Colour Pen::ink_on(Colour ground) const
{
    if (ground == colours().action) return colours().on_action;
    if (ground == colours().accent) return colours().on_accent;
    return colours().ink;
}

Coat Pen::coat_of(Rect rect, Fill fill, State state) const
{
    const Colours& c = colours();
    const float edge = std::ceil(theme().edge());
    const float pressed_edge = std::round(px(1.0F));
    if (state == State::disabled) {
        // No edge and no fill is how the screen says "not to touch" (kiosk.md "Look").
        const Colour ground_now = ground(rect);
        const Colour bg = ground_now == c.paper ? c.surface : ground_now;
        return {bg, ink_on(bg), std::nullopt, 0};
    }
    const bool dark_ground = on_action(rect);
    const bool full = fill == Fill::filled;
    if (state == State::pressed) {
        if (dark_ground)
            return full ? Coat{c.action, c.on_action, c.on_action, pressed_edge}
                        : Coat{c.on_action, c.action, c.on_action, edge};
        return full ? Coat{c.surface, c.control, c.control, pressed_edge}
                    : Coat{c.pressed, c.on_pressed, c.control, pressed_edge};
    }
    if (dark_ground)
        return full ? Coat{c.on_action, c.action, std::nullopt, 0}
                    : Coat{c.action, c.on_action, c.on_action, edge};
    return full ? Coat{c.action, c.on_action, std::nullopt, 0} : Coat{c.surface, c.control, c.control, edge};
}

} // namespace frikort::kiosk::ui
