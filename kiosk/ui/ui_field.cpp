// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

bool Ui::field(Rect rect, const Field& field)
{
    Pen pen{*this};
    rect = rect.snapped();
    const bool empty = field.value.empty();
    const std::string_view shown = empty ? field.placeholder : field.value;
    // "Hvor meget fik du? 350 kr.", "Navn: Bo".
    const auto asked = [&](std::string_view answer) {
        std::string said{field.name};
        if (answer.empty()) return said;
        return said.append(said.ends_with('?') ? " " : ": ").append(answer);
    };
    const std::string spoken = field.spoken.empty() ? asked(shown) : std::string{field.spoken};
    Node node = target(Role::field, field.name, spoken, rect, field.enabled, Selected::no);
    const bool touchable = field.touchable == Touchable::yes;
    if (!touchable) node.hit.reset();

    const Colour ground = pen.ground(rect);
    const Coat coat = pen.coat_of(rect, Fill::outlined, touchable ? pen.state_of(node) : State::normal);
    pen.coat(rect, coat, theme_.radius());
    dress(node, coat, ground);
    node.fg = pen.ink_on(coat.bg);

    Rect inner = rect.inset(std::round(px(theme_.big() ? 3.0F : 5.0F)), std::round(px(0.8F)));
    // What is only asked for is written thinner than what was typed, and the caret says that one can type.
    const bool typing = field.align == Align::left;
    const Rect caret{inner.x, inner.y, std::round(px(0.7F)), inner.h};
    if (typing && empty) inner = inner.without_left(caret.w + std::round(px(2.0F)));
    Face face = empty ? Face::body : field.face;
    for (const Face smaller : {Face::heading, Face::title, Face::label}) {
        const bool too_tall = pen.tight_height(1, face) > inner.h;
        if (pen.width(shown, face) <= inner.w && !too_tall && pen.can_write(shown, face)) break;
        if (pen.cap(smaller) < pen.cap(face)) face = smaller;
    }
    const auto lines = pen.flow(shown, face, inner.w);
    if (!lines.empty()) node.rect = together(rect, pen.centred(lines, face, field.align, inner, node.fg));
    if (typing && (empty || lines.size() == 1)) {
        const float after = empty ? caret.x : inner.x + std::ceil(lines.front().width + px(0.8F));
        const float height = std::min(inner.h, std::round(pen.cap(Face::title) * 1.7F));
        pen.box(Rect{after, inner.y, caret.w, inner.h}.middle(caret.w, height), node.fg, 0);
    }
    node.clip = rect.meet(pen.clip());
    node.lines = Pen::texts(lines);
    node.cap_px = pen.cap(face);
    node.privacy = field.privacy;
    node.news = field.news;
    if (node.news.empty() && field.spoken.empty())
        node.news = empty ? words_.empty : std::string{field.value};
    node.discreet = asked(empty ? std::string_view{} : std::string_view{words_.private_number});
    return pen.record(std::move(node));
}

} // namespace frikort::kiosk::ui
