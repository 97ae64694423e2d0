// SPDX-License-Identifier: MPL-2.0
#include <atomic>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

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

// Nothing for a seed that passes; else the line about it.
std::optional<std::string> line_on(const Asked& asked, std::uint64_t seed)
{
    auto settings = settings_of(asked, seed);
    const auto all = faults_of(settings);
    auto faults = chosen(asked, all);
    if (asked.tell) settings.tale = &std::cout;
    if (asked.tell)
        for (const auto& fault : faults) std::cout << "to come: " << told(fault) << "\n";
    const auto broken = verdict_on(settings, faults);
    settings.tale = nullptr;
    if (!broken) return std::nullopt;
    faults = shortest(settings, faults, *broken);
    std::string line = "seed " + std::to_string(seed) + " broke \"" + broken->promise + "\" (" +
                       broken->where + "); " + std::to_string(faults.size()) +
                       (faults.size() == 1 ? " fault" : " faults");
    for (const auto& fault : faults) line += "; " + told(fault);
    return line + "; repeat: " + repeat(asked, seed, all, faults);
}

// Worlds share nothing, so each processor runs its own; lines come in the order of seeds. SQLite's files are
// one per process.
class Run {
public:
    explicit Run(const Asked& asked) : asked_{asked} {}
    std::uint64_t failed()
    {
        const bool one = asked_.engine == "sqlite" || asked_.tell;
        const auto workers = one ? 1U : std::max(1U, std::thread::hardware_concurrency());
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < workers; ++i) threads.emplace_back([this] { work(); });
        }
        return failed_;
    }

private:
    void work()
    {
        for (auto next = next_++; next < asked_.seeds; next = next_++) {
            auto line = line_on(asked_, asked_.first + next);
            const std::lock_guard lock{mutex_};
            done_.emplace(next, std::move(line));
            print_what_is_due();
        }
    }
    void print_what_is_due()
    {
        for (auto due = done_.find(printed_); due != done_.end(); due = done_.find(++printed_)) {
            if (due->second) std::cout << *due->second << std::endl;
            failed_ += due->second ? 1 : 0;
            done_.erase(due);
        }
    }

    const Asked& asked_;
    std::atomic<std::uint64_t> next_ = 0;
    std::mutex mutex_; // of what is below
    std::map<std::uint64_t, std::optional<std::string>> done_;
    std::uint64_t printed_ = 0;
    std::uint64_t failed_ = 0;
};

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
    app.add_flag("--tell", asked.tell, "Print all that happens in each world");
    CLI11_PARSE(app, count, arguments);
    asked.only_some = only->count() > 0;

    frikort::core::sealing::start();
    const auto failed = Run{asked}.failed();
    std::cout << asked.seeds - failed << " passed, " << failed << " failed" << std::endl;
    return failed == 0 ? 0 : 1;
}
