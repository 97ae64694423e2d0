// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace frikort::tests::audits {

// A screen as the tour writes it (kiosk.md "The tour"). The audits know nothing of how it was made.

struct Box { // pixels
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    double shortest() const { return w < h ? w : h; }
    // With a fiftieth of a pixel to spare: the tour writes hundredths.
    bool contains(const Box& other) const;
    bool overlaps(const Box& other) const;
};

struct Node {
    std::string role;
    std::string name;
    std::string spoken;
    Box rect;
    std::optional<Box> hit;
    Box clip;
    std::vector<std::string> lines;
    bool enabled = true;
    bool selected = false;
    std::string fg; // "#rrggbb"
    std::string bg;
    double cap_px = 0;
    bool is_private = false;
};

struct Screen {
    std::string name;
    std::string date;
    std::string language;
    std::string theme;
    std::string text_size;
    int width_px = 0;
    int height_px = 0;
    double px_per_mm = 0;
    std::vector<Node> nodes;

    Box panel() const { return {0, 0, static_cast<double>(width_px), static_cast<double>(height_px)}; }
    double mm(double px) const { return px / px_per_mm; }
};

// What an audit found: "home: button "Min bog": 19.3 mm". Empty is good.
using Faults = std::vector<std::string>;

// Throws nlohmann::json::exception when a key is missing or of another kind, std::runtime_error for an
// unknown role or one key too many.
Screen screen_from(const nlohmann::json&);

// How faults name a node.
std::string told(const Screen&, const Node&);
// "19.3"
std::string tenths(double);

} // namespace frikort::tests::audits
