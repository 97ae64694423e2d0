// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "kiosk/ui/semantics.hpp"

namespace frikort::kiosk::ui {

// How far somebody goes who steps through a screen with keys or switches instead of touching it.
enum class Stepping {
    targets,    // to everything that can be touched: for eyes and a keyboard
    everything, // to every text too, and through all of a list: for ears and a keyboard or switches
    halves,     // the same, and the halves of the screen are the two switches
};
enum class Direction { forward, back };

// Whether choosing does something with it.
inline bool choosable(const Node& node)
{
    return node.enabled == Enabled::yes && (node.hit.has_value() || node.step == Step::only);
}

// What one steps through, in reading order.
std::vector<Node> steps_of(const Semantics&, Stepping);

// An item of a list that has to be shown first.
struct Reveal {
    std::size_t list = 0;
    std::size_t item = 0;
    Direction coming = Direction::forward;
};
using Stepped = std::variant<NodeId, Reveal>;

// Where a step leads; round again after the last. Nothing when there is nowhere to go. `from` is nothing at
// the beginning, or a node that is no more there.
std::optional<Stepped> step(const std::vector<Node>& steps, std::optional<NodeId> from, Direction, Stepping);

// The node that a step wanted, now that its item is shown; what follows the list where that cannot be chosen.
std::optional<NodeId> revealed(const std::vector<Node>& steps, const Reveal&);

} // namespace frikort::kiosk::ui
