// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/ui/inside.hpp"
#include "kiosk/ui/spoken.hpp"

namespace frikort::kiosk::ui {

void Ui::set_stepping(Stepping stepping)
{
    if (stepping == inside_->stepping) return;
    inside_->stepping = stepping;
    inside_->again = true;
}

Stepping Ui::stepping() const { return inside_->stepping; }
std::optional<NodeId> Ui::focused() const { return inside_->focus; }
std::optional<NodeId> Ui::pressed() const { return inside_->touch.pressed(); }
std::optional<NodeId> Ui::acted() const { return inside_->acted; }
bool Ui::stepped() const { return inside_->stepped; }
bool Ui::escaped() const { return inside_->escaped; }
std::uint64_t Ui::screens() const { return inside_->screens; }
void Ui::focus(NodeId node) { inside_->focus = node; }

void Ui::mark(std::optional<NodeId> node)
{
    if (inside_->mark == node) return;
    inside_->mark = node;
    inside_->again = true;
}

void Ui::take_step(Direction direction)
{
    UiInside& in = *inside_;
    const auto stepped = step(in.steps, in.focus, direction, in.stepping);
    if (!stepped) return;
    if (const auto* node = std::get_if<NodeId>(&*stepped))
        in.focus = *node, in.stepped = true;
    else
        in.reveal = std::get<Reveal>(*stepped), in.again = true; // arrives when the list shows it
}

// The focus after what was just drawn: on what a list had to show first; or, when the thing it stood on is
// gone, on what stands in its place.
void Ui::keep_focus()
{
    UiInside& in = *inside_;
    if (in.reveal) {
        in.focus = revealed(in.steps, *std::exchange(in.reveal, std::nullopt));
        in.arrived = in.again = true;
    }
    if (!in.focus) return;
    auto at = std::find_if(in.steps.begin(), in.steps.end(),
                           [&](const Node& node) { return node.id == *in.focus; });
    if (at == in.steps.end()) {
        in.focus.reset();
        if (in.stepping == Stepping::targets || in.steps.empty()) return;
        at = in.steps.begin() + static_cast<std::ptrdiff_t>(std::min(in.focus_at, in.steps.size() - 1));
        in.focus = at->id;
    }
    in.focus_at = static_cast<std::size_t>(at - in.steps.begin());
}

bool Ui::only_step(std::string_view label)
{
    Node node;
    node.role = Role::button;
    node.name = label;
    node.step = Step::only;
    node.rect = layout_.bar.columns(2, layout_.gap).back();
    node.clip = layout_.screen;
    node.fg = theme_.colours().on_action;
    node.bg = theme_.colours().action;
    node.ground = theme_.colours().paper;
    return Pen{*this}.record(std::move(node));
}

// Eyes that step with keys see it while they stand on it.
void Ui::draw_only_step()
{
    for (const Node& node : inside_->steps) {
        if (node.step != Step::only || inside_->focus != node.id) continue;
        Pen pen{*this};
        pen.box(node.rect, node.bg, theme_.radius());
        const Rect inner = node.rect.inset(std::round(px(1.2F)));
        pen.label(pen.fit(node.name, Face::label, Icon::none, inner), Face::label, Icon::none, Side::left,
                  inner, node.fg);
    }
}

// Two places over the bar; each counts as far as its half of the screen goes. What they cover is stepped to
// all the same: its name then stands where it is chosen.
void Ui::draw_halves()
{
    UiInside& in = *inside_;
    float top = layout_.bar.y;
    for (const Node& node : in.steps) // what would be cut in two is covered whole
        if (node.hit && node.rect.y < top && node.rect.bottom() > top && node.rect.h < layout_.screen.h / 3)
            top = node.rect.y;
    Rect strip = layout_.bar;
    strip = {strip.x, top, strip.w, strip.bottom() - top};
    const float air = std::floor(layout_.gap / 2);
    const Rect ground{0, top - air, layout_.screen.w, layout_.screen.h - top + air};
    Pen pen{*this};
    pen.box(ground, theme_.colours().paper, 0);
    pen.stand_on(ground, theme_.colours().paper);

    const Node* focused_node = nullptr;
    for (const Node& node : in.steps)
        if (in.focus && node.id == *in.focus) focused_node = &node;
    const bool covered =
        focused_node && (focused_node->step == Step::only || !focused_node->rect.meet(ground).empty());
    const std::string choice = covered ? focused_node->name : words_.choose;
    semantics_.cover(ground);
    const auto places = strip.columns(2, layout_.gap);
    const auto half = [&](Rect place, std::string_view label, Icon icon, Fill fill) {
        button(place, {.label = label, .icon = icon, .fill = fill, .face = Face::title});
        return semantics_.nodes().back().id;
    };
    in.next_half = half(places[0], words_.hear_next, Icon::sound, Fill::outlined);
    in.choose_half = half(places[1], choice, Icon::check, Fill::filled);
    const float middle = std::round(layout_.screen.w / 2);
    semantics_.set_hit(*in.next_half, layout_.screen.left_part(middle));
    semantics_.set_hit(*in.choose_half, layout_.screen.without_left(middle));
}

void Ui::ring(NodeId id)
{
    UiInside& in = *inside_;
    const Node* node = semantics_.find(id);
    // What is covered is ringed where it can be chosen.
    if (!node && in.choose_half && in.focus == id) node = semantics_.find(*in.choose_half);
    if (!node) return;
    const float breadth = std::max(2.0F, std::round(px(Theme::focus_ring_mm)));
    // ImGui draws the middle of a line half a pixel further in.
    const Rect around = node->rect.grown(std::round(px(0.3F)) + breadth / 2 + 0.5F);
    const Colour ground = node->ground.value_or(node->bg); // a text has only what it stands on
    const Colour c = ground == theme_.colours().action ? theme_.colours().on_action : theme_.colours().focus;
    in.list->AddRect({around.x, around.y}, {around.right(), around.bottom()}, IM_COL32(c.r, c.g, c.b, 255),
                     theme_.radius() + breadth, ImDrawFlags_None, breadth);
}

} // namespace frikort::kiosk::ui
