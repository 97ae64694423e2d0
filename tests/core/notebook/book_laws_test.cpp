// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <random>

#include "tests/core/notebook/facts.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests::facts;

namespace {

bool same(const Entry& a, const Entry& b)
{
    return a.id == b.id && a.now == b.now && a.withdrawn == b.withdrawn && a.corrected == b.corrected &&
           a.contested == b.contested && a.others == b.others && a.told_by == b.told_by &&
           a.origin == b.origin;
}

bool same(const Book& a, const Book& b)
{
    const auto equal = [](const auto& x, const auto& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [](const auto& m, const auto& n) { return same(m, n); });
    };
    return equal(a.entries(), b.entries()) && equal(a.withdrawn(), b.withdrawn()) &&
           a.call_name() == b.call_name() && a.kept_aside() == b.kept_aside();
}

class Dice {
public:
    explicit Dice(unsigned seed) : random_{seed} {}
    unsigned operator()() { return static_cast<unsigned>(random_()); }
    template <class Items>
    void shuffle(Items& items)
    {
        std::shuffle(items.begin(), items.end(), random_);
    }

private:
    std::mt19937 random_;
};

// Anything that a few kiosks could have written, and some that only a forger would.
std::vector<Fact> any_facts(Dice& random)
{
    std::vector<Fact> facts;
    const unsigned count = 1 + random() % 12;
    for (unsigned i = 1; i <= count; ++i) {
        const unsigned kiosk = 1 + random() % 3;
        const auto earning =
            pay(1 + static_cast<int>(random() % 3), 100 * static_cast<int>(1 + random() % 3));
        const auto what = random() % 12;
        if (what < 4)
            facts.push_back(wrote(i, earning, kiosk));
        else if (what < 6)
            facts.push_back(corrects(i, 1 + random() % 4, {1 + random() % count}, earning, kiosk));
        else if (what < 8)
            facts.push_back(corrects(i, 1 + random() % 4, {1 + random() % count, 1 + random() % count},
                                     Withdrawn{}, kiosk));
        else if (what < 10) {
            facts.push_back(wrote(i, Brought{id(1 + random() % 4), earning}, kiosk));
            if (what == 9) facts.back().by = Signer{{static_cast<frikort::core::base::Byte>(kiosk)}};
        } else if (what == 10)
            facts.push_back(wrote(i, NameGiven{"Kim " + std::to_string(i)}, kiosk));
        else
            facts.push_back(
                wrote(1 + random() % count, Unknown{"later"}, kiosk)); // an id that may be there already
    }
    return facts;
}

} // namespace

TEST_CASE("Forged corrections that replace each other change no sum by the order they come in")
{
    std::vector<Fact> facts{wrote(1, pay(1, 100)), corrects(2, 1, {3}, pay(1, 200)),
                            corrects(3, 1, {2}, pay(1, 300))};
    const auto book = fold(facts);
    CHECK(sum(book) == Money::kroner(300));
    CHECK(book.contested() == 1);
    std::reverse(facts.begin(), facts.end());
    CHECK(same(fold(facts), book));
}

TEST_CASE("The same records make the same book in any order and however often they come")
{
    Dice random{42};
    for (int round = 0; round < 3000; ++round) {
        const auto facts = any_facts(random);
        const auto book = fold(facts);
        auto copies = facts;
        for (unsigned i = random() % 8; i > 0; --i) copies.push_back(facts[random() % facts.size()]);
        random.shuffle(copies);
        REQUIRE(same(fold(copies), book));
    }
}

TEST_CASE("Two copies of a notebook that meet make one book whichever comes first")
{
    Dice random{43};
    for (int round = 0; round < 1000; ++round) {
        const auto all = any_facts(random);
        std::vector<Fact> here;
        std::vector<Fact> there;
        for (const auto& fact : all) {
            const auto where = random() % 3;
            if (where != 0) here.push_back(fact);
            if (where != 1) there.push_back(fact);
        }
        auto one = here;
        one.insert(one.end(), there.begin(), there.end());
        auto other = there;
        other.insert(other.end(), here.begin(), here.end());
        REQUIRE(same(fold(one), fold(other)));
        REQUIRE(same(fold(one), fold(all)));
    }
}

TEST_CASE("The year's sum is always the sum of its months and of its entries")
{
    Dice random{44};
    for (int round = 0; round < 1000; ++round) {
        const auto year = fold(any_facts(random)).year(2025);
        Money months;
        Money entries;
        for (const auto month : year.months) months += month;
        for (const auto& entry : year.entries) entries += entry.now.amount;
        REQUIRE(months == year.sum);
        REQUIRE(entries == year.sum);
        REQUIRE(year.entries.size() == year.count);
    }
}
