// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/raster.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include <imgui.h>

#include "core/base/must.hpp"
#include "kiosk/ui/damage.hpp"
#include "kiosk/ui/fonts.hpp"

namespace frikort::kiosk::ui {

namespace {

// One thing to draw, in order: a triangle, or the two triangles of an upright rectangle.
struct Shape {
    enum class Kind { triangle, rect, glyph };
    Kind kind = Kind::triangle;
    const ImDrawVert* corners[3] = {};
    PixelRect clip;   // within the screen
    PixelRect bounds; // within clip
};

PixelRect around(float x0, float y0, float x1, float y1)
{
    const int left = static_cast<int>(std::floor(x0));
    const int top = static_cast<int>(std::floor(y0));
    return {left, top, static_cast<int>(std::ceil(x1)) - left, static_cast<int>(std::ceil(y1)) - top};
}

Rgba colour_of(const ImDrawVert& v)
{
    const auto part = [&v](int shift) { return static_cast<std::uint8_t>(v.col >> shift); };
    return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

Corner corner_of(const ImDrawVert& v) { return {v.pos.x, v.pos.y, v.uv.x, v.uv.y, colour_of(v)}; }

bool is_whole(float px) { return px == std::floor(px); }

// ImGui writes rectangles as 0 1 2, 0 2 3 from the upper left corner clockwise, in one colour.
bool is_upright(const ImDrawVert* vertices, const ImDrawIdx* index)
{
    if (index[0] != index[3] || index[2] != index[4]) return false;
    const ImDrawVert& a = vertices[index[0]];
    const ImDrawVert& b = vertices[index[1]];
    const ImDrawVert& c = vertices[index[2]];
    const ImDrawVert& d = vertices[index[5]];
    return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
           a.pos.x < c.pos.x && a.pos.y < c.pos.y && a.col == b.col && b.col == c.col && c.col == d.col;
}

bool is_glyph(const ImDrawVert& from, const ImDrawVert& to, const Mask& mask)
{
    const float across = (to.uv.x - from.uv.x) * static_cast<float>(mask.width);
    const float down = (to.uv.y - from.uv.y) * static_cast<float>(mask.height);
    return is_whole(from.pos.x) && is_whole(from.pos.y) &&
           std::abs(across - (to.pos.x - from.pos.x)) < 0.01F &&
           std::abs(down - (to.pos.y - from.pos.y)) < 0.01F;
}

std::uint64_t mix(std::uint64_t digest, std::uint64_t with)
{
    digest = (digest ^ with) * 0xFF51AFD7ED558CCDULL;
    return digest ^ (digest >> 32);
}

std::uint64_t digest_of(const Shape& shape, std::uint64_t seed)
{
    const auto pair = [](float one, float other) {
        return static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(one)) << 32 |
               std::bit_cast<std::uint32_t>(other);
    };
    std::uint64_t digest = mix(seed, static_cast<std::uint64_t>(shape.kind));
    digest = mix(digest, pair(static_cast<float>(shape.clip.x), static_cast<float>(shape.clip.y)));
    digest = mix(digest, pair(static_cast<float>(shape.clip.w), static_cast<float>(shape.clip.h)));
    for (const ImDrawVert* corner : shape.corners) {
        digest = mix(digest, pair(corner->pos.x, corner->pos.y));
        digest = mix(digest, pair(corner->uv.x, corner->uv.y));
        digest = mix(digest, corner->col);
    }
    return digest;
}

} // namespace

struct Raster::Hidden {
    Damage damage;
    std::vector<Shape> shapes;
    Mask mask;

    void collect(const ImDrawData& data, const PixelRect& screen);
    void collect(const ImDrawList& list, const ImDrawCmd& command, const PixelRect& screen);
    void paint(const Shape& shape, const PixelRect& clip, const Surface& to) const;
};

void Raster::Hidden::collect(const ImDrawData& data, const PixelRect& screen)
{
    shapes.clear();
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
            collect(*data.CmdLists[i], command, screen);
}

void Raster::Hidden::collect(const ImDrawList& list, const ImDrawCmd& command, const PixelRect& screen)
{
    const ImVec4& c = command.ClipRect;
    const PixelRect clip = around(c.x, c.y, c.z, c.w).meet(screen);
    if (clip.empty()) return;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 3 <= command.ElemCount; i += 3) {
        Shape shape;
        shape.clip = clip;
        const bool upright = i + 6 <= command.ElemCount && is_upright(vertices, index + i);
        for (unsigned k = 0; k < 3; ++k) shape.corners[k] = vertices + index[i + k];
        const ImDrawVert& from = *shape.corners[0];
        const ImDrawVert& to = *shape.corners[2];
        const bool solid = from.uv.x == to.uv.x && from.uv.y == to.uv.y;
        if (upright && solid)
            shape.kind = Shape::Kind::rect;
        else if (upright && is_glyph(from, to, mask))
            shape.kind = Shape::Kind::glyph;
        if (shape.kind != Shape::Kind::triangle) i += 3;

        const auto [x0, x1] = std::minmax({shape.corners[0]->pos.x, shape.corners[1]->pos.x, to.pos.x});
        const auto [y0, y1] = std::minmax({shape.corners[0]->pos.y, shape.corners[1]->pos.y, to.pos.y});
        shape.bounds = around(x0, y0, x1, y1).meet(clip);
        if (!shape.bounds.empty()) shapes.push_back(shape);
    }
}

void Raster::Hidden::paint(const Shape& shape, const PixelRect& clip, const Surface& to) const
{
    const ImDrawVert& from = *shape.corners[0];
    const ImDrawVert& end = *shape.corners[2];
    switch (shape.kind) {
    case Shape::Kind::rect:
        fill_rect(to, clip, from.pos.x, from.pos.y, end.pos.x, end.pos.y, colour_of(from));
        break;
    case Shape::Kind::glyph: {
        const PixelRect where = around(from.pos.x, from.pos.y, end.pos.x, end.pos.y);
        const auto texel = [](float at, int size) {
            return static_cast<int>(std::lround(at * static_cast<float>(size)));
        };
        fill_mask(to, clip, where, mask, texel(from.uv.x, mask.width), texel(from.uv.y, mask.height),
                  colour_of(from));
        break;
    }
    case Shape::Kind::triangle:
        fill_triangle(to, clip, {corner_of(from), corner_of(*shape.corners[1]), corner_of(end)}, mask);
        break;
    }
}

Raster::Raster(int width, int height)
    : picture_{width, height, {}}, hidden_{new Hidden{Damage{width, height}, {}, {}}}
{
}

Raster::~Raster() = default;

void Raster::forget() { hidden_->damage.forget(); }

const std::vector<PixelRect>& Raster::draw(const ImDrawData& data, const Fonts& fonts)
{
    picture_.pixels.resize(static_cast<std::size_t>(picture_.width) *
                           static_cast<std::size_t>(picture_.height));
    return draw(data, fonts, {picture_.pixels.data(), picture_.width, picture_.height});
}

const std::vector<PixelRect>& Raster::draw(const ImDrawData& data, const Fonts& fonts, const Surface& to)
{
    core::base::must(to.width == picture_.width && to.height == picture_.height);
    Hidden& h = *hidden_;
    unsigned char* texels = nullptr;
    fonts.atlas()->GetTexDataAsAlpha8(&texels, &h.mask.width, &h.mask.height);
    h.mask.texels = texels;

    const PixelRect screen{0, 0, picture_.width, picture_.height};
    h.collect(data, screen);
    h.damage.begin();
    // Other letters at the same place in the atlas are another picture.
    const std::uint64_t seed = std::bit_cast<std::uint32_t>(fonts.cap_px(Face::body)) * 31ULL +
                               static_cast<std::uint64_t>(h.mask.height);
    for (const Shape& shape : h.shapes) h.damage.add(shape.bounds, digest_of(shape, seed));
    changed_ = h.damage.end();

    for (const PixelRect& changed : changed_) {
        fill_rect(to, changed, 0, 0, static_cast<float>(screen.w), static_cast<float>(screen.h),
                  {0, 0, 0, 255});
        for (const Shape& shape : h.shapes) {
            const PixelRect clip = shape.clip.meet(changed);
            if (!clip.empty() && !shape.bounds.meet(changed).empty()) h.paint(shape, clip, to);
        }
    }
    return changed_;
}

} // namespace frikort::kiosk::ui
