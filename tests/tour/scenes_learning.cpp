// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

// Every step of every page, in the order in which a reader meets them.
std::vector<Scene> learning_scenes(const std::filesystem::path& share, core::base::Date day)
{
    std::vector<Scene> scenes{go(
        day, "learn", [](SampleKiosk& kiosk) { kiosk.tap("learn.title"); }, From::start)};
    const auto assets = kiosk::app::Assets::load(share);
    for (const auto& page : assets.pages_of("da")) {
        const auto open = [id = page.id](SampleKiosk& kiosk) {
            kiosk.tap("bar.home");
            kiosk.tap("learn.title");
            kiosk.touch(kiosk.title_of(id));
        };
        scenes.push_back(go(day, "learn-" + page.id, open));
        for (std::size_t step = 2; step <= page.steps.size(); ++step)
            scenes.push_back(go(day, "learn-" + page.id + "-" + std::to_string(step),
                                [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }));
    }
    return scenes;
}

} // namespace frikort::tests::tour
