// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "tests/tour/record.hpp"
#include "tests/tour/scenes.hpp"

namespace {

namespace tour = frikort::tests::tour;
namespace ui = frikort::kiosk::ui;

struct Asked {
    std::string out;
    std::string panel = "10.1:1280x800";
    std::string text_size = "M";
    std::string theme = "medium";
    std::string language = "da";
    std::vector<std::string> only;
    bool list = false;
};

bool is_wanted(const tour::Scene& scene, const std::vector<std::string>& words)
{
    const auto has = [&](const auto& word) { return scene.name.find(word) != std::string::npos; };
    return words.empty() || std::any_of(words.begin(), words.end(), has);
}

// The ways from a start to a start on which something is wanted.
tour::Tour shortened(tour::Tour whole, const std::vector<std::string>& words)
{
    std::vector<tour::Scene> kept, way;
    const auto end_way = [&] {
        const auto wanted = [&](const auto& scene) { return is_wanted(scene, words); };
        if (std::any_of(way.begin(), way.end(), wanted))
            std::move(way.begin(), way.end(), std::back_inserter(kept));
        way.clear();
    };
    for (auto& scene : whole.scenes) {
        if (scene.from == tour::From::start) end_way();
        way.push_back(std::move(scene));
    }
    end_way();
    whole.scenes = std::move(kept);
    return whole;
}

int show(const Asked& asked, const tour::Tour& shown)
{
    if (asked.list) {
        for (const auto& name : tour::names_of(shown)) std::puts(name.c_str());
        return 0;
    }
    if (asked.out.empty()) {
        std::fputs("frikort-tour: say where the pictures go: --out DIR\n", stderr);
        return 2;
    }
    const auto panel = ui::Panel::parse(asked.panel);
    if (!panel) {
        std::fputs("frikort-tour: a panel is its inches and pixels, as 10.1:1280x800\n", stderr);
        return 2;
    }
    std::filesystem::create_directories(asked.out);
    const tour::Setup setup{
        *panel, {*ui::text_size_named(asked.text_size), *ui::palette_named(asked.theme)}, asked.language};
    tour::walk(shortened(shown, asked.only), setup, [&](const tour::Stop& stop) {
        if (!is_wanted(stop.scene, asked.only)) return;
        tour::write(stop, asked.out);
        std::puts(stop.name.c_str());
        std::fflush(stdout);
    });
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    Asked asked;
    CLI::App options{"Walks every screen of the kiosk and writes a picture and the semantic list of each."};
    options.add_option("--out", asked.out, "folder for NN-name.png and NN-name.json");
    options.add_option("--panel", asked.panel, "inches:WIDTHxHEIGHT in pixels")->capture_default_str();
    options.add_option("--text-size", asked.text_size)
        ->check(CLI::IsMember({"S", "M", "L", "XL"}))
        ->capture_default_str();
    options.add_option("--theme", asked.theme)
        ->check(CLI::IsMember({"medium", "low", "dark", "light"}))
        ->capture_default_str();
    options.add_option("--language", asked.language)
        ->check(CLI::IsMember({"da", "en"}))
        ->capture_default_str();
    options.add_option("--only", asked.only, "screens with one of these words in their name; numbered anew");
    options.add_flag("--list", asked.list, "names the screens and writes nothing");
    try {
        options.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return options.exit(error) == 0 ? 0 : 2;
    }
    try {
        return show(asked, tour::the_tour(std::filesystem::read_symlink("/proc/self/exe").parent_path() /
                                          "../share/frikort"));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "frikort-tour: %s\n", error.what());
        return 1;
    }
}
