// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/steps.hpp"

#include <algorithm>

namespace frikort::kiosk::ui {

namespace {

bool in_same_list(const Node& a, const Node& b)
{
    return a.in_list && b.in_list && a.in_list->list == b.in_list->list;
}

// Leaving or entering a list, the items that are not shown come first.
std::optional<Reveal> hidden_between(const Node* from, const Node& to, Direction direction)
{
    const bool forward = direction == Direction::forward;
    if (from && from->in_list && !in_same_list(*from, to)) {
        const ListPlace& left = *from->in_list;
        if (forward && left.last + 1 < left.count) return Reveal{left.list, left.last + 1, direction};
        if (!forward && left.first > 0) return Reveal{left.list, left.first - 1, direction};
    }
    if (to.in_list && !(from && in_same_list(*from, to))) {
        const ListPlace& entered = *to.in_list;
        if (forward && entered.first > 0) return Reveal{entered.list, 0, direction};
        if (!forward && entered.last + 1 < entered.count)
            return Reveal{entered.list, entered.count - 1, direction};
    }
    return std::nullopt;
}

} // namespace

std::vector<Node> steps_of(const Semantics& semantics, Stepping stepping)
{
    std::vector<Node> steps;
    for (const Node& node : semantics.nodes()) {
        const bool off = (node.hit || node.step == Step::only) && node.enabled == Enabled::no;
        const bool wanted =
            stepping == Stepping::targets ? node.hit.has_value() : node.step != Step::passed_over;
        if (wanted && !off) steps.push_back(node);
    }
    return steps;
}

std::optional<Stepped> step(const std::vector<Node>& steps, std::optional<NodeId> from, Direction direction,
                            Stepping stepping)
{
    if (steps.empty()) return std::nullopt;
    const auto at =
        std::find_if(steps.begin(), steps.end(), [&](const Node& node) { return from && node.id == *from; });
    const bool forward = direction == Direction::forward;
    const Node* left = at == steps.end() ? nullptr : &*at;
    const Node* to = nullptr;
    if (forward)
        to = left && at + 1 != steps.end() ? &*(at + 1) : &steps.front();
    else
        to = left && at != steps.begin() ? &*(at - 1) : &steps.back();
    // Round again is out of the list and into it anew.
    const bool round = forward ? to == &steps.front() : to == &steps.back();
    if (stepping != Stepping::targets) {
        if (const auto hidden = hidden_between(left, *to, direction)) return *hidden;
        if (left && round && in_same_list(*left, *to)) {
            const ListPlace& list = *left->in_list;
            if (forward && list.last + 1 < list.count) return Reveal{list.list, list.last + 1, direction};
            if (!forward && list.first > 0) return Reveal{list.list, list.first - 1, direction};
        }
    }
    return to->id;
}

std::optional<NodeId> revealed(const std::vector<Node>& steps, const Reveal& wanted)
{
    const auto fits = [&](const Node& node) {
        if (!node.in_list || node.in_list->list != wanted.list) return false;
        return wanted.coming == Direction::forward ? node.in_list->last >= wanted.item
                                                   : node.in_list->first <= wanted.item;
    };
    const auto of_list = [&](const Node& node) { return node.in_list && node.in_list->list == wanted.list; };
    // When what is left of the list cannot be chosen the step goes on behind it.
    const auto reached = [&](auto begin, auto end) -> std::optional<NodeId> {
        if (const auto found = std::find_if(begin, end, fits); found != end) return found->id;
        const auto inside = std::find_if(begin, end, of_list);
        const auto behind = std::find_if_not(inside, end, of_list);
        const auto to = behind == end ? begin : behind;
        return to == end ? std::nullopt : std::optional{to->id};
    };
    return wanted.coming == Direction::forward ? reached(steps.begin(), steps.end())
                                               : reached(steps.rbegin(), steps.rend());
}

} // namespace frikort::kiosk::ui
