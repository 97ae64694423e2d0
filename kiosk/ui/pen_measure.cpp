// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"
#include "kiosk/ui/utf8.hpp"

namespace frikort::kiosk::ui {

std::vector<Line> Pen::flow(std::string_view text, Face face, float width, Wrap wrap) const
{
    const Fonts& fonts = *in_.fonts;
    return ui::flow(text, width, wrap, [&fonts, face](std::string_view part, bool strong) {
        return fonts.width(strong && face == Face::body ? Face::label : face, part);
    });
}

float Pen::width(std::string_view text, Face face) const
{
    constexpr float endless = 1e6F;
    return widest(flow(text, face, endless, Wrap::filled));
}

bool Pen::can_write(std::string_view text, Face face) const
{
    for (const char32_t letter : Letters{text})
        if (!in_.fonts->has(face, letter)) return false;
    return true;
}

float Pen::height(const std::vector<Line>& lines, Face face) const
{
    float height = 0;
    const float pitch = theme().line(face);
    for (const Line& line : lines) height += pitch + (line.ends_paragraph ? std::round(pitch * 0.4F) : 0);
    return height;
}

std::vector<std::string> Pen::texts(const std::vector<Line>& lines)
{
    std::vector<std::string> all;
    for (const Line& line : lines) all.push_back(line.text());
    return all;
}

float Pen::widest(const std::vector<Line>& lines)
{
    float widest = 0;
    for (const Line& line : lines) widest = std::max(widest, line.width);
    return widest;
}

bool Pen::unbroken(const std::vector<Line>& lines, std::string_view text)
{
    // Lines of whole words, joined by blanks, are the text again.
    std::string joined;
    for (const Line& line : lines) {
        if (!joined.empty()) joined += ' ';
        joined += line.text();
    }
    std::string whole = plain(text);
    std::replace(whole.begin(), whole.end(), '\n', ' ');
    return plain(joined) == whole;
}

float Pen::tight_height(std::size_t lines, Face face) const
{
    return static_cast<float>(lines - 1) * theme().line(face) + cap(face) * 1.4F;
}

Fit Pen::fit(std::string_view label, Face face, Icon icon, Rect inner) const
{
    const float icon_size = icon_px(IconSize::small);
    const float aside = icon_size + icon_gap();
    const float above = icon_size + px(1.0F);
    const auto attempt = [&](bool with_icon, bool on_top, std::size_t most_lines) -> std::optional<Fit> {
        const float width = inner.w - (with_icon && !on_top ? aside : 0);
        const float height = inner.h - (with_icon && on_top ? above : 0);
        auto lines = flow(label, face, width);
        const bool whole_words =
            std::all_of(lines.begin(), lines.end(), [width](const Line& l) { return l.width <= width; }) &&
            lines.size() <= most_lines && unbroken(lines, label);
        if (!whole_words || tight_height(lines.size(), face) > height) return std::nullopt;
        return Fit{std::move(lines), with_icon, on_top, false};
    };

    const bool has_icon = icon != Icon::none;
    if (auto best = attempt(has_icon, false, 1)) {
        best->as_meant = true;
        return *best;
    }
    if (has_icon) {
        for (const auto& [on_top, lines] : {std::pair{true, 1U}, std::pair{false, 2U}, std::pair{true, 2U}})
            if (auto fitting = attempt(true, on_top, lines)) return *fitting;
    }
    for (const std::size_t lines : {1U, 2U, 3U})
        if (auto fitting = attempt(false, false, lines)) return *fitting;
    return Fit{flow(label, face, inner.w), false, false, false};
}

} // namespace frikort::kiosk::ui
