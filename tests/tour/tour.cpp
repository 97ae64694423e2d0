// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/tour.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/base/text.hpp"

namespace frikort::tests::tour {

namespace {

// As many digits as the last one has, so that the names sort as the screens come.
std::string numbered(std::size_t index, const std::vector<Scene>& scenes)
{
    auto number = std::to_string(index + 1);
    const auto digits = std::max<std::size_t>(2, std::to_string(scenes.size()).size());
    number.insert(0, digits - number.size(), '0');
    return number + "-" + scenes[index].name;
}

} // namespace

bool Trial::touch_now(std::string_view words)
{
    using core::base::fold_case; // "maj" stands on the screen as "Maj"
    const auto wanted = fold_case(words);
    const auto says = [&](const std::string& name, int how) {
        if (how == 0) return name == wanted;
        return how == 1 ? name.starts_with(wanted) : name.find(wanted) != std::string::npos;
    };
    for (int how = 0; how < 3; ++how)
        for (const auto& node : stage().semantics().nodes())
            if (node.hit && node.enabled == kiosk::ui::Enabled::yes && says(fold_case(node.name), how)) {
                const auto place = node.rect.centre();
                stage().tap_at(place);
                return true;
            }
    return false;
}

void Trial::touch(std::string_view words)
{
    constexpr int longest_list = 40; // pages
    for (int page = 0; page < longest_list; ++page) {
        if (touch_now(words)) return;
        const auto* more = stage().semantics().find(kiosk::ui::Role::button, stage().ui().words().more);
        if (more == nullptr || !more->hit) break;
        stage().tap_at(more->rect.centre());
    }
    throw std::runtime_error{"nothing to touch: \"" + std::string{words} + "\" on\n" + stage().told()};
}

void Trial::tap(std::string_view key, core::content::Fills fills) { touch(texts()(key, fills)); }

void Trial::touch_first(kiosk::ui::Role role)
{
    for (const auto& node : stage().semantics().nodes())
        if (node.hit && node.role == role) return stage().tap_at(node.rect.centre());
    throw std::runtime_error{"nothing of that role on\n" + stage().told()};
}

std::vector<std::string> names_of(const Tour& tour)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < tour.scenes.size(); ++i) names.push_back(numbered(i, tour.scenes));
    return names;
}

void walk(const Tour& tour, const Setup& setup, const std::function<void(const Stop&)>& at_each,
          const std::function<void(const std::string&)>& lost)
{
    std::unique_ptr<Trial> trial; // nothing: lost, or not started
    for (std::size_t i = 0; i < tour.scenes.size(); ++i) {
        const auto& scene = tour.scenes[i];
        const auto name = numbered(i, tour.scenes);
        const bool starts = i == 0 || scene.from == From::start || tour.scenes[i - 1].date != scene.date;
        try {
            if (starts) {
                trial.reset();
                trial = tour.start(setup, scene.date);
            }
            if (!trial) continue;
            if (scene.way) scene.way(*trial);
            trial->stage().settle();
        } catch (const std::runtime_error& why) {
            const auto told = name + " cannot be reached: " + why.what();
            if (!lost) throw std::runtime_error{told};
            lost(told);
            trial.reset();
            continue;
        }
        at_each({name, scene, setup, trial->stage(), trial->texts().missing()});
    }
}

} // namespace frikort::tests::tour
