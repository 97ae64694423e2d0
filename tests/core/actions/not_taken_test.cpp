// SPDX-License-Identifier: MPL-2.0
#include "core/actions/not_taken.hpp"

#include <algorithm>

#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using frikort::core::records::Id;
using frikort::core::store::Delivery;
using people::Role;

namespace {

// Three lines that the server refused; the last one was written under an earlier name.
struct Refused : StaffedHouse {
    Refused()
    {
        for (const auto* name : {"Ea", "Eli", "Eva"}) add(name, Role::volunteer, "en lang hemmelig kode");
        for (const auto& record : store.begin()->outbox().waiting(100, 10'000'000))
            ids.push_back(records::decode_header(record.header)->id);
        ids = {ids.end() - 3, ids.end()};
        refuse(ids[0], "other_record");
        refuse(ids[1], "other_record");
        refuse(ids[2], store::fork_word);
    }
    void refuse(const Id& id, const std::string& reason)
    {
        const auto work = store.begin();
        work->outbox().mark(id, Delivery::rejected, reason);
        work->commit();
    }
    Delivery of(const Id& id) { return store.begin()->outbox().standing(id)->delivery; }
    NotTakenCount count() { return count_not_taken(*store.begin()); }
    bool is_aside(const Id& id)
    {
        for (const auto& one : not_taken(*store.begin()))
            if (one.id == id) return one.aside;
        return false;
    }
    std::vector<Id> ids;
};

} // namespace

TEST_CASE("What the server did not take stands in a list with its number and reason")
{
    Refused house;
    const auto list = not_taken(*house.store.begin());
    REQUIRE(list.size() == 3);
    CHECK(list[0].id == house.ids[0]);
    CHECK(list[0].reason == "other_record");
    CHECK(list[1].number == list[0].number + 1);
    CHECK(list[2].reason == store::fork_word);
    CHECK(house.count() == NotTakenCount{3, 0});
}

TEST_CASE("What staff lay aside stays here and refused and wants nobody")
{
    Refused house;
    const std::vector aside{house.ids[0], house.ids[1]};
    REQUIRE(lay_aside(house.store, house.kiosk, house.lone(), aside, house.clock));
    CHECK(house.count() == NotTakenCount{1, 2});
    CHECK(house.of(house.ids[0]) == Delivery::rejected);
    CHECK(house.store.begin()->records().find(house.ids[0]));
    CHECK(house.store.begin()->outbox().count(Delivery::rejected) == 3); // what the server is told

    SECTION("and sending all again leaves it where it is")
    {
        REQUIRE(send_all_again(house.store, house.kiosk, house.lone(), house.clock));
        CHECK(house.of(house.ids[2]) == Delivery::waiting);
        CHECK(house.count() == NotTakenCount{0, 2});
    }
}

TEST_CASE("What was laid aside hides no later refusal")
{
    Refused house;
    REQUIRE(lay_aside(house.store, house.kiosk, house.lone(), house.ids, house.clock));
    CHECK(house.count() == NotTakenCount{0, 3});

    SECTION("of another line")
    {
        house.add("En til", Role::volunteer, "en lang hemmelig kode");
        const auto next = house.store.begin()->outbox().waiting(100, 10'000'000).back();
        house.refuse(records::decode_header(next.header)->id, "other_record");
        CHECK(house.count() == NotTakenCount{1, 3});
    }
    SECTION("of the same one, which was sent once more")
    {
        REQUIRE(
            send_again(house.store, house.kiosk, house.lone(), std::span{house.ids}.first(1), house.clock));
        CHECK(house.of(house.ids[0]) == Delivery::waiting);
        house.refuse(house.ids[0], "other_record");
        CHECK(house.count() == NotTakenCount{1, 2});
    }
    SECTION("of the same one for another reason, as when the kiosk is enrolled anew")
    {
        {
            const auto work = house.store.begin();
            work->outbox().fork_off(house.kiosk.device(), store::fork_word);
            work->commit();
        }
        CHECK_FALSE(house.is_aside(house.ids[0]));
        CHECK_FALSE(house.is_aside(house.ids[1]));
        CHECK(house.is_aside(house.ids[2])); // a fork before, and seen as one
    }
}

TEST_CASE("What was erased or taken meanwhile is not offered again and not laid aside")
{
    Refused house;
    {
        const auto work = house.store.begin();
        work->records().erase_body(house.ids[0]);
        work->outbox().mark(house.ids[1], Delivery::accepted, "");
        work->commit();
    }
    REQUIRE(send_again(house.store, house.kiosk, house.lone(), house.ids, house.clock));
    CHECK(house.of(house.ids[0]) == Delivery::erased);
    CHECK(house.of(house.ids[1]) == Delivery::accepted);
    CHECK(house.of(house.ids[2]) == Delivery::waiting);
    REQUIRE(lay_aside(house.store, house.kiosk, house.lone(), house.ids, house.clock));
    CHECK(house.count() == NotTakenCount{0, 0});
}

TEST_CASE("Who is no member any more neither sends again nor lays aside what the server did not take")
{
    Refused house;
    const auto ida = house.somebody("Ida", Role::staff);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), ida.id(), house.clock));
    CHECK(send_again(house.store, house.kiosk, ida, house.ids, house.clock).error() == NotDone::not_a_member);
    CHECK(send_all_again(house.store, house.kiosk, ida, house.clock).error() == NotDone::not_a_member);
    CHECK(lay_aside(house.store, house.kiosk, ida, house.ids, house.clock).error() == NotDone::not_a_member);
    CHECK(house.count() == NotTakenCount{3, 0});
}

TEST_CASE("What staff send again or lay aside is one deed of theirs, and none where there was nothing to do")
{
    Refused house;
    const auto before = house.now().deeds().size();
    const auto newest = [&] { return house.now().deeds().front(); };
    REQUIRE(lay_aside(house.store, house.kiosk, house.lone(), std::span{house.ids}.first(2), house.clock));
    CHECK(newest().what == centre::Body{centre::Did{centre::Deed::laid_aside}});
    CHECK(newest().who == "Lone");
    REQUIRE(lay_aside(house.store, house.kiosk, house.lone(), std::span{house.ids}.first(2), house.clock));
    REQUIRE(send_all_again(house.store, house.kiosk, house.lone(), house.clock));
    CHECK(newest().what == centre::Body{centre::Did{centre::Deed::sent_again}});
    REQUIRE(send_all_again(house.store, house.kiosk, house.lone(), house.clock));
    REQUIRE(send_again(house.store, house.kiosk, house.lone(), std::span{house.ids}.last(1), house.clock));
    CHECK(house.now().deeds().size() == before + 2);
    REQUIRE(send_again(house.store, house.kiosk, house.lone(), std::span{house.ids}.first(1), house.clock));
    CHECK(house.now().deeds().size() == before + 3);
}
