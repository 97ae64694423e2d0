// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/targets.hpp"

#include <algorithm>
#include <cmath>

#include "tests/support/reading.hpp"

namespace frikort::tests::audits {

namespace {

constexpr double spare_px = 0.02;
constexpr double citizen_mm = 20;
constexpr double big_mm = 30;
constexpr double small_mm = 12.7;
constexpr double letter_key_mm = 15;
constexpr double gap_mm = 2.54;
constexpr std::ptrdiff_t keys_of_a_keyboard = 20;

bool is_keyboard(const Screen& screen)
{
    return std::count_if(screen.nodes.begin(), screen.nodes.end(),
                         [](const Node& node) { return node.role == "key"; }) >= keys_of_a_keyboard;
}

// The small button at the top right of the front page is no citizen's (kiosk.md "Look").
bool is_staff_door(const Screen& screen, const Node& node)
{
    return screen.name.starts_with("home") && node.role == "button" &&
           (node.name.starts_with("Kun personale") || node.name.starts_with("Staff only"));
}

double least_side_mm(const Screen& screen, const Node& node)
{
    if (is_staff_door(screen, node)) return small_mm;
    if (node.role == "key" && is_keyboard(screen)) return letter_key_mm;
    return screen.text_size == "XL" ? big_mm : citizen_mm;
}

double gap_between(const Box& a, const Box& b)
{
    const double across = std::max({b.x - a.right(), a.x - b.right(), 0.0});
    const double down = std::max({b.y - a.bottom(), a.y - b.bottom(), 0.0});
    return std::hypot(across, down);
}

// Calls `each` with every pair of targets.
template <class Each>
void for_pairs(const Screen& screen, Each each)
{
    for (std::size_t i = 0; i < screen.nodes.size(); ++i)
        for (std::size_t j = i + 1; j < screen.nodes.size(); ++j)
            if (screen.nodes[i].hit && screen.nodes[j].hit) each(screen.nodes[i], screen.nodes[j]);
}

} // namespace

Faults small_targets(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes) {
        const double least = least_side_mm(screen, node);
        if (node.hit && node.rect.shortest() < least * screen.px_per_mm - spare_px)
            faults.push_back(told(screen, node) + tenths(screen.mm(node.rect.shortest())) + " mm of " +
                             tenths(least));
    }
    return faults;
}

Faults close_targets(const Screen& screen)
{
    Faults faults;
    for_pairs(screen, [&](const Node& a, const Node& b) {
        const double gap = gap_between(a.rect, b.rect);
        if (gap < gap_mm * screen.px_per_mm - spare_px)
            faults.push_back(told(screen, a) + tenths(screen.mm(gap)) + " mm from \"" + b.name + "\"");
    });
    return faults;
}

Faults overlapping_hits(const Screen& screen)
{
    Faults faults;
    for_pairs(screen, [&](const Node& a, const Node& b) {
        if (a.hit->overlaps(*b.hit))
            faults.push_back(told(screen, a) + "a finger may also mean \"" + b.name + "\"");
    });
    return faults;
}

Faults short_hits(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes)
        if (node.hit && !node.hit->contains(node.rect))
            faults.push_back(told(screen, node) + "a finger on its edge does not count");
    return faults;
}

} // namespace frikort::tests::audits
