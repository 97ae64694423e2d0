// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/sample.hpp"

namespace frikort::tests::audits {

namespace {

Node said(const std::string& role, const std::string& name, Box rect)
{
    Node node;
    node.role = role;
    node.name = node.spoken = name;
    node.rect = node.clip = rect;
    node.lines = {name};
    node.fg = "#1a1a1a";
    node.bg = "#ffffff";
    node.cap_px = 50;
    return node;
}

} // namespace

Screen faultless()
{
    Screen screen;
    screen.name = "sample";
    screen.date = "2025-11-21";
    screen.language = "da";
    screen.theme = "medium";
    screen.text_size = "M";
    screen.width_px = 2000;
    screen.height_px = 1200;
    screen.px_per_mm = 10;

    auto text = said("text", "Her kan du skrive din løn ned", {70, 250, 1200, 150});
    text.lines = {"Her kan du skrive", "din løn ned"};
    auto first = said("button", "Ja", {70, 500, 400, 200});
    first.hit = Box{50, 480, 435, 240};
    auto second = said("button", "Nej", {500, 500, 400, 200});
    second.hit = Box{485, 480, 435, 240};
    auto amount = said("text", "Du har skrevet 1.250 kr.", {70, 800, 1500, 80});
    amount.is_private = true;
    screen.nodes = {said("heading", "Din løn", {70, 70, 600, 100}), text, first, second, amount};
    return screen;
}

} // namespace frikort::tests::audits
