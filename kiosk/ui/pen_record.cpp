// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/inside.hpp"

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
    const bool touchable = node.hit.has_value();
    const NodeId id = ui_.semantics_.add(std::move(node));
    return touchable && enabled && in_.acted && *in_.acted == id;
}

} // namespace frikort::kiosk::ui
