// SPDX-License-Identifier: MPL-2.0
#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include "core/sealing/keys.hpp"
#include "tests/sim/shrink.hpp"

using namespace frikort::tests::sim;

namespace {

struct Asked {
    std::uint64_t seeds = 1;
    std::uint64_t first = 1;
    std::size_t kiosks = 0; // the seed draws
    std::string engine = "memory";
    std::string plant;
    std::vector<std::size_t> only; // places in the list of faults, from 1
    bool only_some = false;
    bool list = false;
    bool tell = false;
};

Settings settings_of(const Asked& asked, std::uint64_t seed)
{
    return {seed, asked.kiosks == 0 ? std::nullopt : std::optional{asked.kiosks},
            asked.engine == "sqlite" ? Engine::sqlite : Engine::memory,
            plant_of(asked.plant).value_or(Plant::none), nullptr};
}

std::string repeat(const Asked& asked, std::uint64_t seed, const std::vector<Fault>& all,
                   const std::vector<Fault>& left)
{
    auto line = "frikort-sim --first " + std::to_string(seed) + " --seeds 1 --engine " + asked.engine;
    if (asked.kiosks > 0) line += " --kiosks " + std::to_string(asked.kiosks);
    if (!asked.plant.empty()) line += " --plant " + asked.plant;
    line += " --only ";
    std::string places;
    for (std::size_t i = 0, next = 0; i < all.size() && next < left.size(); ++i) {
        if (told(all[i]) != told(left[next])) continue;
        places += (places.empty() ? "" : ",") + std::to_string(i + 1);
        ++next;
    }
    return line + (places.empty() ? "0" : places);
}

std::vector<Fault> chosen(const Asked& asked, const std::vector<Fault>& all)
{
    if (!asked.only_some) return all;
    std::vector<Fault> faults;
    for (const auto place : asked.only)
        if (place >= 1 && place <= all.size()) faults.push_back(all[place - 1]);
    return faults;
}

bool passes(const Asked& asked, std::uint64_t seed)
{
    auto settings = settings_of(asked, seed);
    const auto all = faults_of(settings);
    auto faults = chosen(asked, all);
    if (asked.list)
        for (const auto& fault : faults) std::cout << "  " << told(fault) << "\n";
    if (asked.tell) settings.tale = &std::cout;
    const auto broken = verdict_on(settings, faults);
    settings.tale = nullptr;
    if (!broken) return true;
    faults = shortest(settings, faults, *broken);
    std::cout << "seed " << seed << " broke \"" << broken->promise << "\" (" << broken->where << "); "
              << faults.size() << (faults.size() == 1 ? " fault" : " faults");
    for (const auto& fault : faults) std::cout << "; " << told(fault);
    std::cout << "; repeat: " << repeat(asked, seed, all, faults) << std::endl;
    return false;
}

} // namespace

int main(int count, char** arguments)
{
    CLI::App app{"Twenty kiosks and a server in one process, from one seed, with all that can go wrong."};
    Asked asked;
    app.add_option("--seeds", asked.seeds, "How many worlds")->capture_default_str();
    app.add_option("--first", asked.first, "The first seed")->capture_default_str();
    app.add_option("--kiosks", asked.kiosks, "Kiosks in each; otherwise 2 to 20, by the seed");
    app.add_option("--engine", asked.engine, "memory or sqlite")
        ->check(CLI::IsMember({"memory", "sqlite"}))
        ->capture_default_str();
    std::vector<std::string> words;
    for (const auto& one : plant_words()) words.emplace_back(one.word);
    app.add_option("--plant", asked.plant, "Put this bug in")->check(CLI::IsMember(words));
    auto* const only =
        app.add_option("--only", asked.only, "Only these faults of the list; 0 is none")->delimiter(',');
    app.add_flag("--list", asked.list, "Print the faults of each world");
    app.add_flag("--tell", asked.tell, "Print all that happens");
    CLI11_PARSE(app, count, arguments);
    asked.only_some = only->count() > 0;

    frikort::core::sealing::start();
    std::uint64_t failed = 0;
    for (std::uint64_t i = 0; i < asked.seeds; ++i)
        if (!passes(asked, asked.first + i)) ++failed;
    std::cout << asked.seeds - failed << " passed, " << failed << " failed" << std::endl;
    return failed == 0 ? 0 : 1;
}
