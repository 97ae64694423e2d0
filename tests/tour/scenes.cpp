// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes.hpp"

#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

namespace {

// 2025 has a known limit, 2026 has none.
const auto friday = *core::base::Date::from(2025, 11, 21);
const auto next_year = *core::base::Date::from(2026, 2, 13);

void append(std::vector<Scene>& scenes, std::vector<Scene> more)
{
    for (auto& scene : more) scenes.push_back(std::move(scene));
}

} // namespace

Tour the_tour(const std::filesystem::path& share)
{
    std::vector<Scene> scenes;
    append(scenes, first_scenes(friday));
    append(scenes, learning_scenes(share, friday));
    append(scenes, new_notebook_scenes(friday));
    append(scenes, log_pay_scenes(friday));
    append(scenes, notebook_scenes(friday));
    append(scenes, open_notebook_scenes(friday));
    append(scenes, put_away_scenes(friday));
    append(scenes, staff_scenes(friday));
    append(scenes, staff_notebook_scenes(friday));
    append(scenes, job_scenes(friday));
    append(scenes, request_scenes(friday));
    append(scenes, help_scenes(friday));
    append(scenes, speech_scenes(friday));
    append(scenes, unknown_limit_scenes(next_year));
    append(scenes, own_book_scenes(friday));
    append(scenes, guide_scenes(friday));
    append(scenes, pay_guide_scenes(friday));
    append(scenes, pay_guide_scenes(next_year));
    append(scenes, fetching_scenes(friday));
    append(scenes, damage_scenes(friday));
    append(scenes, trust_scenes(friday));
    append(scenes, not_taken_scenes(friday));
    append(scenes, join_scenes(friday));
    append(scenes, pepper_scenes(friday));
    append(scenes, by_name_scenes(friday));
    return {[share](const Setup& setup, core::base::Date date) {
                return std::make_unique<SampleKiosk>(share, setup, date);
            },
            std::move(scenes)};
}

} // namespace frikort::tests::tour
