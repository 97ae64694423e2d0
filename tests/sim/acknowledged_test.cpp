// SPDX-License-Identifier: MPL-2.0
#include "core/actions/correct_earning.hpp"
#include "core/actions/draft.hpp"
#include "core/actions/erase_notebook.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/actions/settle.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/sim/machine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/sync/support/acknowledging.hpp"

// The power goes at each write of the disk, one after the other; of what was not synced some is lost and some
// is torn. Whatever was said before is there afterwards (sync.md R4).

using namespace frikort::tests;
using namespace frikort::tests::sim;
using namespace frikort::core;
using frikort::core::store::SqliteCentralStore;
using frikort::core::store::SqliteStore;

namespace {

struct OneDay final : base::Clock {
    base::Date today() const override { return *base::Date::from_iso("2025-11-21"); }
    bool trusted() const override { return true; }
    std::chrono::milliseconds running() const override { return std::chrono::milliseconds{1}; }
};

notebook::Earning pay(int kroner)
{
    return {*base::Date::from_iso("2025-11-20"), "Torvet", std::nullopt, money::Money::kroner(kroner)};
}

} // namespace

TEST_CASE("Whatever a server answers yes to is on its disk when the answer leaves")
{
    sealing::start();
    const auto kind = GENERATE(from_range(std::begin(Acknowledging::kinds), std::end(Acknowledging::kinds)));
    CAPTURE(static_cast<int>(kind));
    bool answered = false;
    for (std::uint64_t writes = 1; !answered; ++writes) {
        CAPTURE(writes);
        REQUIRE(writes < 300);
        Machine machine{writes};
        SeededChance chance{writes};
        auto store = std::make_unique<SqliteCentralStore>(machine.folder.path(),
                                                          SqliteCentralStore::Opening::first, chance);
        Acknowledging scene{kind, *store};
        machine.power.cut_at(writes, writes % 2 == 0 ? Power::Last::is_kept : Power::Last::is_lost);
        scene.ask(*store);
        answered = machine.power.is_on(); // the whole of it, and no write is left
        machine.power.cut_no_more();
        machine.power.off();
        store.reset();
        machine.crash();
        SqliteCentralStore again{machine.folder.path(), SqliteCentralStore::Opening::first, chance};
        CHECK(scene.missing(again) == std::vector<std::string>{});
        if (answered) CHECK(scene.answered());
    }
}

TEST_CASE("Whatever a kiosk says is saved is on its disk when it says so")
{
    sealing::start();
    enum class Deed { pay, correct, draft, erase, make };
    const auto deed = GENERATE(Deed::pay, Deed::correct, Deed::draft, Deed::erase, Deed::make);
    CAPTURE(static_cast<int>(deed));
    const OneDay clock;
    bool finished = false;
    for (std::uint64_t writes = 1; !finished; ++writes) {
        CAPTURE(writes);
        REQUIRE(writes < 300);
        Machine machine{writes};
        SeededChance chance{writes};
        const actions::Kiosk kiosk{sealing::SigningKey::from_seed(sealing::Secret::random(32, chance).view()),
                                   sealing::Pepper::random(chance),
                                   chance,
                                   {},
                                   {},
                                   {std::size_t{8} << 10, 1}};
        const store::DataFolder data{machine.folder / "kiosk"};
        std::optional<SqliteStore> store;
        store.emplace(data);
        const auto code = *people::Pin::typed("482915");
        const auto made = actions::open_new_notebook(
            *store, kiosk, {*people::CallName::from("Kim"), code, actions::Recovery::no, {}});
        const auto first = actions::log_earning(*store, kiosk, made->notebook, pay(100), clock).value();
        std::optional<people::Card> second;
        machine.power.cut_at(writes, writes % 2 == 0 ? Power::Last::is_kept : Power::Last::is_lost);
        const bool said = !failing([&] {
            switch (deed) {
            case Deed::pay:
                actions::log_earning(*store, kiosk, made->notebook, pay(20), clock).value();
                break;
            case Deed::correct:
                actions::correct_earning(*store, kiosk, made->notebook, first, pay(20), {}, clock).value();
                break;
            case Deed::draft:
                actions::keep_draft(*store, kiosk, made->notebook, "half");
                break;
            case Deed::erase:
                actions::erase_notebook(*store, kiosk, made->notebook);
                break;
            case Deed::make:
                second = actions::open_new_notebook(
                             *store, kiosk, {*people::CallName::from("Bo"), code, actions::Recovery::no, {}})
                             ->card;
                break;
            }
        });
        finished = machine.power.is_on();
        CHECK((said || !finished));
        machine.power.cut_no_more();
        machine.power.off();
        store.reset();
        machine.crash();
        store.emplace(data);
        if (!said) continue;
        if (deed == Deed::erase) {
            CHECK(actions::is_erased(*store->begin(), made->notebook.stream()));
            continue;
        }
        const auto open = actions::open_with_card(*store, kiosk, second.value_or(made->card), code);
        REQUIRE(open);
        const auto sum = actions::read_notebook(*store, *open).book.year(2025).sum;
        const auto whole = deed == Deed::pay       ? 120
                           : deed == Deed::correct ? 20
                           : deed == Deed::make    ? 0
                                                   : 100;
        CHECK(sum == money::Money::kroner(whole));
        if (deed == Deed::draft) CHECK(actions::take_draft(*store, *open) == "half");
    }
}
