// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/faults.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace frikort::tests::sim {

using Kind = Fault::Kind;

namespace {

// How often each comes, how long it lasts, and how far it goes.
struct Habit {
    Kind kind;
    const char* word;
    std::uint64_t often;
    Moment longest;
    std::uint64_t least;
    std::uint64_t most;
};
constexpr Moment at_once{0};
constexpr Moment minute{60'000};
constexpr std::array habits{
    Habit{Kind::loss, "loss", 8, 3 * minute, 5, 60},
    Habit{Kind::doubling, "doubling", 8, 4 * minute, 10, 80},
    Habit{Kind::delay, "delay", 8, 4 * minute, 5, 50},
    Habit{Kind::partition, "partition", 6, 5 * minute, 10, 100},
    Habit{Kind::lost_answer, "lost answers", 8, 3 * minute, 10, 80},
    Habit{Kind::cut_answer, "cut answers", 3, 2 * minute, 10, 80},
    Habit{Kind::portal, "sign-in page", 3, 3 * minute, 10, 100},
    Habit{Kind::proxy, "proxy's 502", 3, 2 * minute, 10, 80},
    Habit{Kind::kiosk_power, "kiosk's power cut", 14, at_once, 1, 14},
    Habit{Kind::central_power, "server's power cut", 10, at_once, 1, 25},
    Habit{Kind::kiosk_full, "kiosk's disk full", 4, 3 * minute, 0, 0},
    Habit{Kind::central_full, "server's disk full", 4, 2 * minute, 0, 0},
    Habit{Kind::kiosk_clock, "kiosk's clock set", 5, at_once, 1, 3000},
    Habit{Kind::central_clock, "server's clock set", 5, at_once, 1, 3000},
    Habit{Kind::central_restored, "server restored from an old copy", 6, 4 * minute, 0, 0},
    Habit{Kind::central_set_back, "server set back, untold", 4, 4 * minute, 0, 0},
    Habit{Kind::kiosk_restored, "kiosk restored from an old copy", 3, 4 * minute, 0, 0},
    Habit{Kind::kiosk_cloned, "kiosk cloned", 3, 3 * minute, 0, 0},
    Habit{Kind::kiosk_revoked, "kiosk revoked", 2, at_once, 0, 0},
    Habit{Kind::kiosk_emptied, "kiosk's database lost", 3, at_once, 1, 3},
    Habit{Kind::kiosk_upgraded, "kiosk upgraded", 2, at_once, 0, 0},
};

const Habit& drawn_habit(Draw& draw)
{
    std::uint64_t all = 0;
    for (const auto& habit : habits) all += habit.often;
    auto left = draw.below(all);
    for (const auto& habit : habits) {
        if (left < habit.often) return habit;
        left -= habit.often;
    }
    return habits[0];
}

std::string seconds(Moment moment)
{
    return std::to_string(moment.count() / 1000) + "." + std::to_string(moment.count() % 1000 / 100) + " s";
}

} // namespace

const char* word_of(Kind kind)
{
    for (const auto& habit : habits)
        if (habit.kind == kind) return habit.word;
    return "";
}

std::string told(const Fault& fault)
{
    auto text = std::string{word_of(fault.kind)} + " at " + seconds(fault.from);
    if (fault.until > fault.from) text += " to " + seconds(fault.until);
    switch (fault.kind) {
    case Kind::kiosk_emptied:
        text += fault.measure == 1 ? ", and its numbers" : "";
        break;
    case Kind::kiosk_power:
    case Kind::central_power:
        text += ", write " + std::to_string(fault.measure);
        break;
    case Kind::kiosk_clock:
    case Kind::central_clock:
        text += ", " + std::to_string(fault.measure) + " days";
        break;
    default:
        if (fault.measure > 0) text += ", " + std::to_string(fault.measure) + " in 100";
    }
    return text + ", kiosk " + std::to_string(fault.whom);
}

std::vector<Fault> faults_of(std::uint64_t seed, std::size_t kiosks, Moment until)
{
    Draw draw{seed, "faults"};
    std::vector<Fault> faults;
    const auto count = draw.between(1, 4) * draw.between(1, 4);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto& habit = drawn_habit(draw);
        Fault fault{habit.kind,
                    draw.between(Moment{0}, until),
                    {},
                    draw.below(kiosks),
                    draw.between(habit.least, habit.most)};
        fault.until = std::min(until, fault.from + draw.between(habit.longest / 10, habit.longest));
        faults.push_back(fault);
    }
    std::stable_sort(faults.begin(), faults.end(),
                     [](const Fault& a, const Fault& b) { return a.from < b.from; });
    return faults;
}

} // namespace frikort::tests::sim
