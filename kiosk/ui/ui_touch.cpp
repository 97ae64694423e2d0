// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

// Air between a target's edge and what stands in it: as it is meant, and where the label would break
// otherwise.
enum class Air { wide, narrow };
Rect inside_of(const Pen& pen, Rect rect, Air air = Air::wide)
{
    return rect.inset(std::round(pen.px(air == Air::wide ? 3.0F : 1.2F)), std::round(pen.px(1.0F)));
}

// The label as it is meant; in a smaller face; with narrow air; broken into lines: the first of these that
// fits.
struct Label {
    Face face;
    Fit fit;
    Rect inner;
};
Label label_for(const Pen& pen, Rect rect, std::string_view words, Face face, Icon icon)
{
    for (const Face each : {face, Face::label}) {
        const Rect inner = inside_of(pen, rect);
        Fit fit = pen.fit(words, each, icon, inner);
        if (fit.as_meant) return {each, std::move(fit), inner};
    }
    const Rect inner = inside_of(pen, rect, Air::narrow);
    return {Face::label, pen.fit(words, Face::label, icon, inner), inner};
}

// mm at an option's edge, and between its mark and its words, where air is scarce.
constexpr float narrow_side = 2.0F;
constexpr float narrow_between = 1.4F;

} // namespace

bool Ui::fits(Rect rect, const Button& button) const
{
    const Pen pen{*this};
    return pen.fit(button.label, button.face, button.icon, inside_of(pen, rect.snapped())).as_meant;
}

bool Ui::button(Rect rect, const Button& button)
{
    Pen pen{*this};
    rect = rect.snapped();
    const auto name = button.name.empty() ? button.label : button.name;
    Node node = target(Role::button, name, button.spoken, rect, button.enabled, button.selected);
    const Colour ground = pen.ground(rect);
    const Coat coat = pen.coat_of(rect, button.fill, pen.state_of(node));
    pen.coat(rect, coat, theme_.radius());
    dress(node, coat, ground);

    const Label label = label_for(pen, rect, button.label, button.face, button.icon);
    const Rect ink = pen.label(label.fit, label.face, button.icon, button.side, label.inner, coat.fg);
    node.rect = together(rect, ink);
    node.clip = rect.meet(pen.clip());
    node.lines = Pen::texts(label.fit.lines);
    node.cap_px = pen.cap(label.face);
    return pen.record(std::move(node));
}

bool Ui::key(Rect rect, const Key& key)
{
    Pen pen{*this};
    rect = rect.snapped();
    const auto name = !key.name.empty() ? key.name : key.label.empty() ? key.spoken : key.label;
    Node node =
        target(Role::key, name, key.spoken.empty() ? name : key.spoken, rect, key.enabled, Selected::no);
    const Colour ground = pen.ground(rect);
    const Coat coat = pen.coat_of(rect, key.fill, pen.state_of(node));
    pen.coat(rect, coat, theme_.radius());
    dress(node, coat, ground);
    node.clip = rect.meet(pen.clip());

    if (key.label.empty()) {
        // A picture as large as the key lets it be.
        const bool roomy = rect.shortest() > pen.icon_px(key.icon_size) * 1.1F;
        pen.icon(key.icon, roomy ? key.icon_size : IconSize::small, rect.centre(), coat.fg);
    } else {
        Label label = label_for(pen, rect, key.label, key.face, key.icon);
        // A comma by itself stands where a digit would, not below it.
        const bool comma = key.label == ",";
        if (comma) label.inner = label.inner.moved(0, -std::round(pen.cap(label.face) * 0.4F));
        const Rect ink = pen.label(label.fit, label.face, key.icon, Side::right, label.inner, coat.fg);
        if (!comma) node.rect = together(rect, ink);
        node.lines = Pen::texts(label.fit.lines);
        node.cap_px = pen.cap(label.face);
    }
    return pen.record(std::move(node));
}

bool Ui::fits(Rect rect, const Option& option) const
{
    const Pen pen{*this};
    const float around = pen.icon_px(IconSize::small) + px(2 * narrow_side + narrow_between);
    return pen.width(option.label, option.face) + around <= rect.w;
}

bool Ui::option(Rect rect, const Option& option)
{
    Pen pen{*this};
    rect = rect.snapped();
    const bool chosen = option.selected == Selected::yes;
    std::string spoken{option.spoken.empty() ? option.label : option.spoken};
    if (option.spoken.empty() && !option.detail.empty()) spoken.append(". ").append(option.detail);
    if (chosen) spoken = words_.chosen + ": " + spoken;
    Node node = target(Role::option, option.label, spoken, rect, option.enabled, option.selected);
    const Colour ground = pen.ground(rect);
    const State state = pen.state_of(node);
    Coat coat = pen.coat_of(rect, Fill::outlined, state);
    if (chosen && state == State::normal) {
        coat.edge_px = std::round(px(1.0F));
        if (ground != theme_.colours().action) coat.bg = theme_.colours().tint_mint;
    }
    pen.coat(rect, coat, theme_.radius());
    dress(node, coat, ground);

    // The mark at the left, words beside it. The mark is what tells without colour.
    const float mark = pen.icon_px(IconSize::small);
    const bool narrow = rect.w - mark - px(2 * 4.0F + 2.8F) < pen.width(option.label, option.face);
    const float pad = std::round(px(narrow ? narrow_side : theme_.big() ? 2.6F : 4.0F));
    const Rect inner = rect.inset(pad, std::round(px(1.2F)));
    const Point mark_at{inner.x + mark / 2, inner.centre().y};
    pen.icon(chosen ? Icon::check_circle : Icon::ring, IconSize::small, mark_at, coat.fg);
    Rect words = inner.without_left(mark + std::round(px(narrow ? narrow_between : 2.8F)));
    if (option.icon != Icon::none) {
        const float size = pen.icon_px(IconSize::medium);
        if (words.w - size > pen.width(option.label, option.face)) {
            pen.icon(option.icon, IconSize::medium, {words.right() - size / 2, words.centre().y}, coat.fg);
            words = words.without_right(size + std::round(px(1.0F)));
        }
    }
    const auto label = pen.flow(option.label, option.face, words.w);
    const auto detail = pen.flow(option.detail, Face::body, words.w);
    const float label_height = pen.height(label, option.face);
    const float height = label_height + pen.height(detail, Face::body);
    const Rect place{words.x, std::round(words.centre().y - height / 2), words.w, height};
    node.rect = together(rect, pen.lines(label, option.face, Align::left, place, coat.fg));
    node.lines = Pen::texts(label);
    if (!detail.empty()) {
        node.rect = together(
            node.rect, pen.lines(detail, Face::body, Align::left, place.without_top(label_height), coat.fg));
        for (auto& line : Pen::texts(detail)) node.lines.push_back(std::move(line));
    }
    node.clip = rect.meet(pen.clip());
    node.cap_px = pen.cap(option.face);
    return pen.record(std::move(node));
}

} // namespace frikort::kiosk::ui
