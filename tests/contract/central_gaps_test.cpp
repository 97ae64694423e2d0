// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

// What lacks of the chains of several devices, in whatever order they come.

using namespace frikort::tests;
using namespace frikort::core;
using store::Stock;
using Form = store::Stock::Offer::Form;

namespace {

constexpr std::size_t longest = 60;

struct Device {
    explicit Device(std::uint8_t which) : name{device(which)}, all{chain(longest, {.by = name})} {}
    records::DeviceId name;
    std::vector<records::Record> all;
    std::set<std::uint64_t> came;

    std::vector<Stock::Range> lacks() const
    {
        std::vector<Stock::Range> lacks;
        std::uint64_t before = 0;
        for (const auto number : came) {
            if (number > before + 1) lacks.push_back({before + 1, number - 1});
            before = number;
        }
        return lacks;
    }
};

} // namespace

TEMPLATE_TEST_CASE("However the numbers of devices come, the server knows which it lacks", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    std::mt19937 random{1}; // NOLINT: the same each time
    const auto below = [&random](std::size_t end) { return random() % end; };
    std::array devices{Device{1}, Device{2}};
    const auto all_came = [](const Device& one) { return one.came.size() == longest; };
    while (!std::all_of(devices.begin(), devices.end(), all_came)) {
        std::vector<Stock::Offer> offers;
        for (auto runs = 1 + below(4); runs > 0; --runs) {
            auto& from = devices.at(below(2));
            const auto first = below(longest);
            for (auto at = first; at < std::min(longest, first + 1 + below(4)); ++at) {
                offers.push_back(offer(from.all[at], below(3) == 0 ? Form::stub : Form::whole));
                from.came.insert(at + 1);
            }
        }
        const auto work = on.store().begin();
        work->stock().take(offers);
        for (const auto& one : devices) {
            const auto held = work->stock().held_from(one.name, longest);
            CHECK(held.highest == (one.came.empty() ? 0 : *one.came.rbegin()));
            CHECK(held.lacks == one.lacks());
        }
        work->commit();
    }
}
