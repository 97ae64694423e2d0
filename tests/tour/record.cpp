// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/record.hpp"

#include <cmath>
#include <fstream>
#include <stdexcept>

namespace frikort::tests::tour {

namespace {

using nlohmann::ordered_json;
namespace ui = kiosk::ui;

double hundredths(double number) { return std::round(number * 100) / 100; }

ordered_json json_of(const ui::Rect& rect)
{
    return ordered_json::array(
        {hundredths(rect.x), hundredths(rect.y), hundredths(rect.w), hundredths(rect.h)});
}

ordered_json json_of(const ui::Node& node)
{
    return {
        {"role", ui::name_of(node.role)},
        {"name", node.name},
        {"spoken", node.spoken},
        {"rect", json_of(node.rect)},
        {"hit", node.hit ? json_of(*node.hit) : ordered_json{}},
        {"clip", json_of(node.clip)},
        {"lines", node.lines},
        {"enabled", node.enabled == ui::Enabled::yes},
        {"selected", node.selected == ui::Selected::yes},
        {"fg", node.fg.css()},
        {"bg", node.bg.css()},
        {"cap_px", hundredths(node.cap_px)},
        {"private", node.privacy == ui::Privacy::personal},
    };
}

} // namespace

ordered_json record_of(const Stop& stop)
{
    const auto& panel = stop.setup.panel;
    ordered_json nodes = ordered_json::array();
    for (const auto& node : stop.stage.semantics().nodes()) nodes.push_back(json_of(node));
    return {
        {"screen", stop.scene.name},
        {"date", stop.scene.date.iso()},
        {"language", stop.setup.language},
        {"theme", ui::name_of(stop.setup.look.palette)},
        {"text_size", ui::name_of(stop.setup.look.text_size)},
        {"panel",
         {{"width_px", panel.width_px},
          {"height_px", panel.height_px},
          {"px_per_mm", std::round(panel.px_per_mm() * 10000.0) / 10000.0}}},
        {"nodes", nodes},
    };
}

void write(const Stop& stop, const std::filesystem::path& folder)
{
    const auto path = folder / stop.name;
    std::ofstream file{path.string() + ".json"};
    file << record_of(stop).dump(1) << '\n';
    file.close();
    if (!file || !stop.stage.picture().save_png(path.string() + ".png"))
        throw std::runtime_error{"cannot write " + path.string()};
}

} // namespace frikort::tests::tour
