// SPDX-License-Identifier: MPL-2.0
#include "core/actions/by_name.hpp"

#include "core/actions/called.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/renew_notebook.hpp"
#include "core/actions/server_half.hpp"
#include "core/store/data_folder.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

// A centre that goes without call names, on a real disk.

using namespace frikort::tests;
using centre::ByName;
using people::Role;
using store::Slots;
using Why = NotOpened::Why;

namespace {

struct OnDisk {
    TemporaryFolder folder;
    store::DataFolder data{folder.path() / "kiosk"};
    store::SqliteStore store{data};
    SeededChance chance{1};
    Kiosk kiosk{(sealing::start(), sealing::SigningKey::random(chance)),
                sealing::Pepper::random(chance),
                chance,
                std::nullopt,
                std::nullopt,
                cheap};
    StoppedClock clock{"2025-11-21", true};
    Founded begun = set_up();

    const Staff& lone() const { return begun.leader; }
    base::Result<void, NotDone> choose(ByName allowed)
    {
        return choose_by_name(store, kiosk, lone(), allowed, clock);
    }
    // As it comes from another kiosk: the record, and nobody has looked at it yet.
    void hear(ByName allowed)
    {
        const auto work = store.begin();
        write_doing(*work, kiosk, *our_centre(*work, kiosk), lone().key(), centre::OpenByName{allowed},
                    clock);
        work->commit();
    }
    Made make(const char* who = "Kim", const char* code = "482915")
    {
        return *open_new_notebook(store, kiosk, {name(who), pin(code), Recovery::no, std::nullopt});
    }
    Opening by_name(const char* who = "Kim", const char* code = "482915")
    {
        return open_with_name(store, kiosk, name(who), pin(code));
    }
    Opening by_card(const people::Card& card, const char* code = "482915")
    {
        return open_with_card(store, kiosk, card, pin(code));
    }
    std::vector<Slots::Slot> slots() { return store.begin()->slots().of_kind(Slots::Kind::name); }
    bool on_disk(base::BytesView bytes) const
    {
        return !files_with_any(folder.path(), {std::string{bytes.begin(), bytes.end()}}).empty();
    }
    bool on_disk(const Slots::Slot& slot) const
    {
        return on_disk(slot.wrapped) || on_disk(slot.lookup.view());
    }
    std::size_t written() { return store.begin()->records().tip(kiosk.device()).number; }

private:
    Founded set_up()
    {
        const auto code = invite_set_up(store, kiosk, havnen);
        auto founded = set_up_centre(store, kiosk, *code, "Lone", staff_code(lones_code),
                                     people::CentreCard::make(chance), clock);
        know_centre(store, kiosk);
        return std::move(*founded);
    }
};

Why why(const Opening& opening)
{
    REQUIRE_FALSE(opening);
    return opening.error().why;
}

} // namespace

TEST_CASE("Where a leader chose so no call name opens a book, no try is counted, and its card does")
{
    OnDisk at;
    const auto made = at.make();
    REQUIRE(at.by_name());
    REQUIRE(at.choose(ByName::no));
    CHECK(names(at.store, at.kiosk) == Names::off);
    for (int i = 0; i < 20; ++i) {
        CHECK(why(at.by_name()) == Why::off);
        CHECK(why(at.by_name("Nobody", "371905")) == Why::off);
    }
    CHECK(wait_for_unknown(at.store).count() == 0);
    REQUIRE(at.by_card(made.card));
    CHECK(why(at.by_name()) == Why::off); // the card does not make it again
    CHECK(at.by_card(made.card, "730264").error().tries_left == 2);
}

TEST_CASE("What opened by name is in no file of the kiosk once its centre goes without names")
{
    OnDisk at;
    const auto kim = at.make();
    const auto bo = at.make("Bo", "730264");
    const auto before = at.slots();
    REQUIRE(before.size() == 2);
    for (const auto& slot : before) REQUIRE(at.on_disk(slot));

    SECTION("by its own leader") { REQUIRE(at.choose(ByName::no)); }
    SECTION("by the word of another kiosk, and until somebody looks at it nothing opens all the same")
    {
        at.hear(ByName::no);
        CHECK(why(at.by_name()) == Why::off);
        CHECK(at.on_disk(before.front()));
        follow_by_name(at.store, at.kiosk);
    }
    for (const auto& slot : before) CHECK_FALSE(at.on_disk(slot));
    for (const auto& slot : at.slots()) CHECK(slot.wrapped.size() < 32); // a place, and no key
    const auto written = at.written();
    follow_by_name(at.store, at.kiosk);
    CHECK(at.written() == written);
    REQUIRE(at.by_card(bo.card, "730264"));
    at.hear(ByName::yes);
    REQUIRE(at.by_card(kim.card));
    CHECK(at.by_name());
    CHECK(why(at.by_name("Bo", "730264")) == Why::unknown); // his card has not been here since
}

TEST_CASE("A book that is made or renewed meanwhile opens with its card alone, and staff find it by name")
{
    OnDisk at;
    REQUIRE(at.choose(ByName::no));
    const auto made = at.make();
    note_use(at.store, at.kiosk, made.notebook, at.clock);
    const auto renewed = renew_notebook(at.store, at.kiosk, made.notebook, {pin("905071"), std::nullopt});
    REQUIRE(renewed);
    for (const auto& slot : at.slots()) CHECK(slot.wrapped.size() < 32);
    CHECK(why(at.by_name("Kim", "905071")) == Why::off);
    CHECK(at.by_card(renewed->card, "905071"));
    const auto found = find_notebooks(at.store, at.kiosk, at.lone());
    REQUIRE(found->size() == 1);
    CHECK(found->front().name == "Kim");
}

TEST_CASE("Where names are let in again each book opens by name from its next opening with the card on")
{
    OnDisk at;
    const auto before = at.make();
    const auto old = at.slots().front();
    REQUIRE(at.choose(ByName::no));
    const auto meanwhile = at.make("Bo", "730264");
    REQUIRE(at.choose(ByName::yes));
    CHECK(names(at.store, at.kiosk) == Names::open);
    CHECK(why(at.by_name()) == Why::unknown); // what was is not there any more
    CHECK(why(at.by_name("Bo", "730264")) == Why::unknown);
    REQUIRE(at.by_card(before.card));
    REQUIRE(at.by_card(meanwhile.card, "730264"));
    CHECK(at.by_name()->stream() == before.notebook.stream());
    CHECK(at.by_name("Bo", "730264")->stream() == meanwhile.notebook.stream());
    CHECK(at.slots().size() == 2);
    CHECK_FALSE(at.on_disk(old.wrapped));
    const auto after = at.make("Eva", "615038");
    CHECK(at.by_name("Eva", "615038")->stream() == after.notebook.stream());
}

TEST_CASE("Only a leader chooses whether names open books, and each choice is a deed of theirs")
{
    StaffedHouse house;
    new_notebook(house);
    const auto choose = [&](const Staff& who, ByName allowed) {
        return choose_by_name(house.store, house.kiosk, who, allowed, house.clock);
    };
    const auto opens = [&] { return open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")); };
    const auto deeds = house.now().deeds().size();
    CHECK(choose(house.lone(), ByName::yes).error() == NotDone::already);
    CHECK(house.now().deeds().size() == deeds);

    const auto ida = house.somebody("Ida", Role::staff);
    CHECK(choose(ida, ByName::no).error() == NotDone::not_allowed);
    const auto eva = house.somebody("Eva", Role::leader);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), eva.id(), house.clock));
    CHECK(choose(eva, ByName::no).error() == NotDone::not_a_member);
    CHECK(opens());

    REQUIRE(choose(house.lone(), ByName::no));
    CHECK(house.now().deeds().front().what == centre::Body{centre::OpenByName{ByName::no}});
    CHECK(house.now().deeds().front().who == "Lone");
    CHECK_FALSE(opens());
}

TEST_CASE("Where no centre was set up call names open books")
{
    House house;
    new_notebook(house);
    CHECK(by_name(*house.store.begin(), house.kiosk) == ByName::yes);
    follow_by_name(house.store, house.kiosk);
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")));
}

TEST_CASE("What a newer program says in a centre's stream is kept and disturbs nobody")
{
    StaffedHouse house;
    new_notebook(house);
    const auto before = house.now();
    {
        const auto work = house.store.begin();
        const auto centre = our_centre(*work, house.kiosk);
        const std::array readers{centre->keys.open().box};
        const std::string newer = R"({"kind":"open_by_wish","allowed":false,"turn":9})";
        Pen{*work, house.kiosk, centre->stream, centre->keys}.share(readers, base::view_of(newer),
                                                                    house.lone().key());
        work->commit();
    }
    const auto now = house.now();
    CHECK(now.members().size() == before.members().size());
    CHECK(now.deeds().size() == before.deeds().size());
    CHECK(now.next_turn() == 10);
    CHECK(house.store.begin()->records().of_stream(havnen).back().body.size() > 0);
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")));
}
