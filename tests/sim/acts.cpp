// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>

#include "tests/sim/town.hpp"

namespace frikort::tests::sim {

namespace {

struct Habit {
    Act::Kind kind;
    std::uint64_t often; // in a hundred
    const char* word;
};
constexpr std::array habits{
    Habit{Act::Kind::notebook, 10, "a new notebook"},
    Habit{Act::Kind::entry, 36, "an entry"},
    Habit{Act::Kind::correction, 10, "a correction"},
    Habit{Act::Kind::elsewhere, 14, "an entry with a card from elsewhere"},
    Habit{Act::Kind::new_card, 4, "a new card"},
    Habit{Act::Kind::erase, 6, "a notebook is erased"},
    Habit{Act::Kind::to_staff, 12, "words to the staff"},
    Habit{Act::Kind::asks, 4, "a request in a notebook"},
    Habit{Act::Kind::refused, 4, "what no server takes"},
};

Act::Kind drawn_kind(Draw& draw)
{
    auto left = draw.below(100);
    for (const auto& habit : habits) {
        if (left < habit.often) return habit.kind;
        left -= habit.often;
    }
    return Act::Kind::entry;
}

} // namespace

const char* word_of(Act::Kind kind)
{
    for (const auto& habit : habits)
        if (habit.kind == kind) return habit.word;
    return "";
}

std::vector<Act> acts_of(std::uint64_t seed, std::size_t kiosks, Moment until)
{
    Draw draw{seed, "acts"};
    std::vector<Act> acts;
    const auto count = draw.between(1, 3) * kiosks + draw.between(4, 20);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto at = draw.between(Moment{0}, until);
        acts.push_back({at, drawn_kind(draw), draw.below(kiosks), draw.next(), draw.below(100'000)});
    }
    std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
    return acts;
}

} // namespace frikort::tests::sim
