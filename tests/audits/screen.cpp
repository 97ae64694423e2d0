// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/screen.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace frikort::tests::audits {

namespace {

using nlohmann::json;

constexpr double spare_px = 0.02;
constexpr std::array roles{"heading", "text",  "button",   "field",     "option", "image",
                           "qr",      "chart", "progress", "list-item", "notice", "key"};

Box box_from(const json& four)
{
    if (four.size() != 4) throw std::runtime_error{"a rectangle has four numbers"};
    return {four.at(0).get<double>(), four.at(1).get<double>(), four.at(2).get<double>(),
            four.at(3).get<double>()};
}

void has_exactly(const json& object, std::size_t keys)
{
    if (object.size() != keys) throw std::runtime_error{"a key too many or too few: " + object.dump()};
}

Node node_from(const json& object)
{
    has_exactly(object, 13);
    Node node;
    object.at("role").get_to(node.role);
    if (std::find(roles.begin(), roles.end(), node.role) == roles.end())
        throw std::runtime_error{"no such role: " + node.role};
    object.at("name").get_to(node.name);
    object.at("spoken").get_to(node.spoken);
    node.rect = box_from(object.at("rect"));
    if (const auto& hit = object.at("hit"); !hit.is_null()) node.hit = box_from(hit);
    node.clip = box_from(object.at("clip"));
    object.at("lines").get_to(node.lines);
    object.at("enabled").get_to(node.enabled);
    object.at("selected").get_to(node.selected);
    object.at("fg").get_to(node.fg);
    object.at("bg").get_to(node.bg);
    object.at("cap_px").get_to(node.cap_px);
    object.at("private").get_to(node.is_private);
    return node;
}

} // namespace

bool Box::contains(const Box& other) const
{
    return other.x >= x - spare_px && other.y >= y - spare_px && other.right() <= right() + spare_px &&
           other.bottom() <= bottom() + spare_px;
}

bool Box::overlaps(const Box& other) const
{
    return std::min(right(), other.right()) - std::max(x, other.x) > spare_px &&
           std::min(bottom(), other.bottom()) - std::max(y, other.y) > spare_px;
}

Screen screen_from(const json& object)
{
    has_exactly(object, 7);
    Screen screen;
    object.at("screen").get_to(screen.name);
    object.at("date").get_to(screen.date);
    object.at("language").get_to(screen.language);
    object.at("theme").get_to(screen.theme);
    object.at("text_size").get_to(screen.text_size);
    const auto& panel = object.at("panel");
    has_exactly(panel, 3);
    panel.at("width_px").get_to(screen.width_px);
    panel.at("height_px").get_to(screen.height_px);
    panel.at("px_per_mm").get_to(screen.px_per_mm);
    for (const auto& node : object.at("nodes")) screen.nodes.push_back(node_from(node));
    return screen;
}

std::string told(const Screen& screen, const Node& node)
{
    return screen.name + ": " + node.role + " \"" + node.name + "\": ";
}

std::string tenths(double number)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

} // namespace frikort::tests::audits
