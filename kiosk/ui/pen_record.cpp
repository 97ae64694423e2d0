// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/inside.hpp"
#include "kiosk/ui/spoken.hpp"

namespace frikort::kiosk::ui {

State Pen::state_of(const Node& node) const
{
    if (node.enabled == Enabled::no) return State::disabled;
    const auto pressed = in_.touch.pressed();
    return pressed && *pressed == ui_.semantics_.next_id(node.role, node.name) ? State::pressed
                                                                               : State::normal;
}

bool Pen::record(Node node)
{
    const bool enabled = node.enabled == Enabled::yes;
    const bool touchable = node.hit.has_value() || node.step == Step::only;
    node.name = plain(node.name);
    node.spoken = plain(node.spoken);
    if (node.spoken.empty()) node.spoken = node.name;
    if (node.privacy == Privacy::personal && node.discreet.empty()) {
        const std::string& instead = ui_.words_.private_number;
        node.discreet = without_amounts(node.spoken, instead);
        if (node.discreet == node.spoken) node.discreet = instead; // private through and through
    }
    if (!node.in_list) node.in_list = in_.list_place;
    if (in_.turns_pages) node.step = Step::passed_over;
    const NodeId id = ui_.semantics_.add(std::move(node));
    return touchable && enabled && in_.acted && *in_.acted == id;
}

Node target(Role role, std::string_view name, std::string_view spoken, Rect rect, Enabled enabled,
            Selected selected)
{
    Node node;
    node.role = role;
    node.name = plain(name);
    node.spoken = spoken;
    node.rect = rect;
    node.hit = rect;
    node.enabled = enabled;
    node.selected = selected;
    return node;
}

void dress(Node& node, const Coat& coat, Colour ground)
{
    node.fg = coat.fg;
    node.bg = coat.bg;
    node.edge = coat.edge ? coat.edge : coat.bg;
    node.ground = ground;
}

} // namespace frikort::kiosk::ui
