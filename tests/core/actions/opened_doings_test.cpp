// SPDX-License-Identifier: MPL-2.0
#include "core/actions/opened_doings.hpp"

#include <algorithm>

#include "core/actions/pay_for_card.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;

TEST_CASE("A record of the centre is opened once, however often somebody looks at the centre")
{
    StaffedHouse house;
    house.add("Ida", people::Role::staff, "en lang hemmelig kode");
    const auto tried = [&] { return house.kiosk.doings->tried(); };
    const auto two = house.now();
    const auto before = tried();
    CHECK(house.now().members().size() == two.members().size());
    CHECK(tried() == before);
    // And what is new is seen.
    house.add("Tom", people::Role::volunteer, "en lang hemmelig kode");
    CHECK(house.now().members().size() == two.members().size() + 1);
    CHECK(tried() == before + 1);
}

TEST_CASE("What was opened of the centre counts no more once its record is gone, or was never kept")
{
    StaffedHouse house;
    const auto before = house.now().members().size();
    {
        const auto work = house.store.begin(); // never committed
        const auto centre = *our_centre(*work, house.kiosk);
        write_doing(*work, house.kiosk, centre, house.lone().key(),
                    centre::MemberSet{{{9}}, "Ida", people::Role::staff, house.lone().key().open()},
                    house.clock);
        CHECK(our_centre(*work, house.kiosk)->now.members().size() == before + 1);
    }
    CHECK(house.now().members().size() == before);
}

TEST_CASE("What other keys opened is opened anew")
{
    StaffedHouse house;
    const auto records = house.store.begin()->records().of_stream(havnen, records::Class::content);
    const auto centre = our_centre(house.store, house.kiosk);
    OpenedDoings doings;
    CHECK_FALSE(doings.read(records, centre->keys).empty());
    CHECK(doings.read(records, sealing::NotebookKeys::random(house.chance)).empty());
    CHECK_FALSE(doings.read(records, centre->keys).empty());
}

TEST_CASE("What is sealed to the centre's inbox is no doing of the centre")
{
    StaffedHouse house;
    const auto others = [&] { // that are no doings
        house.now();
        const auto records = house.store.begin()->records().of_stream(havnen, records::Class::content);
        return std::count_if(records.begin(), records.end(), [&](const records::Record& record) {
            return !house.kiosk.doings->is_doing(record);
        });
    };
    const auto before = others();
    const auto card = people::Card::make(house.chance);
    REQUIRE(write_pay_for(house.store, house.kiosk, house.lone(), card.number(), paid(350), house.clock));
    CHECK(others() == before + 1);
}

TEST_CASE("The mark of a centre changes with what comes of it and with what is written here, and else stays")
{
    StaffedHouse house;
    const auto mark = [&] { return centre_mark(*house.store.begin(), house.kiosk); };
    const auto first = mark();
    CHECK(mark() == first);
    house.add("Ida", people::Role::staff, "en lang hemmelig kode");
    const auto written = mark();
    CHECK(written != first);
    const auto pull = [&](const records::StreamId& stream, const char* epoch, std::uint64_t counter) {
        const auto work = house.store.begin();
        work->cursors().move(stream, {epoch, counter});
        work->commit();
    };
    pull({records::StreamKind::national, {}}, "e", 3);
    CHECK(mark() == written);
    pull(havnen, "e", 3);
    const auto pulled = mark();
    CHECK(pulled != written);
    pull(havnen, "f", 3); // the server was restored
    CHECK(mark() != pulled);
}
