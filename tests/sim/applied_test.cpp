// SPDX-License-Identifier: MPL-2.0
#include <set>

#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/sim/machine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::tests::sim;
using frikort::core::records::Class;
using frikort::core::store::DataFolder;
using frikort::core::store::SqliteStore;
using frikort::sync::agent::End;

namespace {

constexpr std::size_t a_page = 3;
constexpr std::size_t all = 10;

// A kiosk whose power may go, and a neighbour of its centre who has written.
struct House {
    explicit House(std::uint64_t seed) : machine{seed}, chance{seed}, key{signing_key(chance)}
    {
        start();
        centre = *frikort::sync::agent::enrol(*store, wire, key, central.code_for("Værestedet Havnen"));
        REQUIRE(round() == End::done);
        neighbour.enrol(central);
        for (std::size_t i = 0; i < all; ++i)
            neighbour.write(centre.stream, Class::content, {1, static_cast<std::uint8_t>(i)});
        REQUIRE(neighbour.round().end == End::done);
    }
    void start()
    {
        data.emplace(machine.folder / "kiosk");
        store.emplace(*data);
    }
    void lose_power()
    {
        machine.power.cut_no_more();
        machine.power.off();
        store.reset();
        data.reset();
        machine.crash();
        start();
    }
    End round() { return run_round(*store, wire, key).end; }
    std::size_t held() { return held_in(*store, centre.stream); }
    std::uint64_t cursor()
    {
        const auto at = store->begin()->cursors().of(centre.stream);
        return at ? at->counter : 0;
    }

    Machine machine;
    Central central{"first epoch", {.page_records = a_page}};
    SeededChance chance;
    frikort::core::sealing::SigningKey key;
    Wire wire{central.desk};
    Kiosk neighbour{1, central};
    std::optional<DataFolder> data;
    std::optional<SqliteStore> store;
    frikort::sync::agent::Place centre;
};

} // namespace

TEST_CASE("A power cut in the middle of applying a page leaves pages and their cursors whole")
{
    bool finished = false;
    std::set<std::size_t> left; // how many records were there after the cut
    for (std::uint64_t writes = 1; !finished; ++writes) {
        CAPTURE(writes);
        REQUIRE(writes < 300);
        House house{writes};
        const auto last = writes % 2 == 0 ? Power::Last::is_kept : Power::Last::is_lost;
        house.machine.power.cut_at(writes, last);
        (void)failing([&] { house.round(); });
        finished = house.machine.power.is_on();
        house.lose_power();
        const auto held = house.held();
        left.insert(held);
        CHECK((held % a_page == 0 || held == all));
        CHECK(house.cursor() == held); // nothing else took a counter
        CHECK(house.round() == End::done);
        CHECK(house.held() == all);
        CHECK(house.cursor() == all);
    }
    CHECK(left == std::set<std::size_t>{0, 3, 6, 9, 10});
}
