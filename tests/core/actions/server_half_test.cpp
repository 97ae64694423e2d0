// SPDX-License-Identifier: MPL-2.0
#include "core/actions/server_half.hpp"

#include "core/actions/renew_notebook.hpp"
#include "core/store/data_folder.hpp"
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace frikort::tests;
using Why = NotOpened::Why;
using sealing::PepperHalf;
using store::Slots;

namespace {

const auto today = *base::Date::from_iso("2025-11-21");

PepperHalf again(const PepperHalf& half) { return *PepperHalf::from(half.view()); }

// A kiosk whose disk is a real one, and which the server gives its half, or not.
struct Halved {
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
    PepperHalf half = PepperHalf::random(chance);

    void give(const PepperHalf& given, const std::vector<const PepperHalf*>& earlier = {})
    {
        std::vector<PepperHalf> all;
        all.push_back(again(given));
        for (const auto* one : earlier) all.push_back(again(*one));
        const auto work = store.begin();
        kiosk.whole = note_half(*work, kiosk.pepper, all, today);
        work->commit();
    }
    // The power goes, and there is no network.
    void start_without() { kiosk.whole.reset(); }
    Made make(const char* who = "Kim", const char* code = "482915")
    {
        return *open_new_notebook(store, kiosk, {name(who), pin(code), Recovery::no, std::nullopt});
    }
    Opening by_name(const char* who = "Kim", const char* code = "482915")
    {
        return open_with_name(store, kiosk, name(who), pin(code));
    }
    Opening by_card(const Made& made, const char* code = "482915")
    {
        return open_with_card(store, kiosk, made.card, pin(code));
    }
    std::vector<Slots::Slot> names_of(const Made& made)
    {
        auto slots = store.begin()->slots().of_stream(made.notebook.stream());
        std::erase_if(slots, [](const auto& slot) { return slot.kind != Slots::Kind::name; });
        return slots;
    }
    // The same machine with all that lies on its disk.
    Kiosk thief()
    {
        return {sealing::SigningKey::from_seed(kiosk.device_key.seed()),
                *sealing::Pepper::from(kiosk.pepper.view()),
                chance,
                std::nullopt,
                std::nullopt,
                cheap};
    }
    bool on_disk(base::BytesView bytes) const
    {
        const std::string sought{bytes.begin(), bytes.end()};
        return !files_with_any(folder.path(), {sought, base::to_hex(bytes)}).empty();
    }
};

Why why(const Opening& opening)
{
    REQUIRE_FALSE(opening);
    return opening.error().why;
}

} // namespace

TEST_CASE(
    "A name does not open from a copied disk even with the right name and code without the server's half")
{
    Halved at;
    at.give(at.half);
    const auto made = at.make();
    REQUIRE(at.by_name());
    const auto thief = at.thief();
    CHECK(why(open_with_name(at.store, thief, name("Kim"), pin("482915"))) == Why::not_yet);
    // Nor when he takes away what says that a half is needed, nor with a half of his own.
    {
        const auto work = at.store.begin();
        work->facts().set("pepper.half", "");
        work->commit();
    }
    CHECK(why(open_with_name(at.store, thief, name("Kim"), pin("482915"))) == Why::unknown);
    for (const auto& slot : at.names_of(made)) {
        CHECK(slot.lookup != sealing::name_lookup("Kim", thief.pepper));
        const auto key = sealing::stretch_name("Kim", pin("482915").bytes().view(), thief.pepper, cheap);
        CHECK_FALSE(sealing::unwrap(key, slot.stream, slot.generation, slot.wrapped));
    }
    auto own = at.thief();
    own.whole = WholePepper{sealing::joined(own.pepper, PepperHalf::random(at.chance))};
    CHECK(why(open_with_name(at.store, own, name("Kim"), pin("482915"))) == Why::unknown);
    CHECK(at.by_card(made));
}

TEST_CASE("The server's half is in no file of the kiosk")
{
    Halved at;
    at.give(at.half);
    at.make();
    REQUIRE(at.by_name());
    CHECK_FALSE(at.on_disk(at.half.view()));
    CHECK_FALSE(at.on_disk(at.kiosk.whole->now.view()));
    // That is how it would be found.
    const auto work = at.store.begin();
    work->facts().set("a test", base::to_hex(at.half.view()));
    work->commit();
    CHECK(at.on_disk(at.half.view()));
}

TEST_CASE("Until the half comes after a start no name opens and no try is counted, and the card opens")
{
    Halved at;
    at.give(at.half);
    const auto made = at.make();
    at.start_without();
    CHECK(names(at.store, at.kiosk) == Names::not_yet);
    for (int i = 0; i < 20; ++i) {
        CHECK(why(at.by_name()) == Why::not_yet);
        CHECK(why(at.by_name("Nobody", "371905")) == Why::not_yet);
    }
    CHECK(wait_for_unknown(at.store).count() == 0);
    CHECK(at.by_card(made));
    at.give(at.half);
    CHECK(names(at.store, at.kiosk) == Names::open);
    REQUIRE(at.by_name());
    CHECK(at.by_name("Kim", "371905").error().tries_left == 2); // the first that counts
}

TEST_CASE(
    "What opened by name before the server gave a half opens still and is made anew with the whole pepper")
{
    Halved at;
    const auto by_name = at.make("Kim", "482915");
    const auto by_card = at.make("Bo", "730264");
    const auto old = at.names_of(by_name);
    REQUIRE(old.size() == 1);
    REQUIRE(at.on_disk(old.front().wrapped));
    at.give(at.half);
    REQUIRE(at.by_name("Kim", "482915"));
    REQUIRE(at.by_card(by_card, "730264"));
    for (const auto* made : {&by_name, &by_card}) {
        const auto now = at.names_of(*made);
        REQUIRE(now.size() == 1);
        CHECK(now.front().lookup != sealing::name_lookup(made == &by_name ? "Kim" : "Bo", at.kiosk.pepper));
    }
    CHECK_FALSE(at.on_disk(old.front().wrapped)); // overwritten and gone
    CHECK(at.by_name("Kim", "482915"));
    CHECK(at.by_name("Bo", "730264"));
    const auto thief = at.thief();
    CHECK(why(open_with_name(at.store, thief, name("Kim"), pin("482915"))) == Why::not_yet);
}

TEST_CASE("A server that once gave a half and gives none any more cannot make the kiosk go without")
{
    Halved at;
    at.give(at.half);
    const auto before = at.make();
    at.start_without();
    const auto meanwhile = at.make("Bo", "730264"); // as a hostile server would have it
    for (const auto& slot : at.names_of(meanwhile)) {
        CHECK(slot.lookup != sealing::name_lookup("Bo", at.kiosk.pepper));
        CHECK(slot.wrapped.size() < 32); // no key is in it
    }
    const auto renewed = renew_notebook(at.store, at.kiosk, before.notebook, {pin("905071"), std::nullopt});
    REQUIRE(renewed);
    CHECK(why(at.by_name("Kim", "905071")) == Why::not_yet);

    // Who was there meanwhile opens by name again from the first opening with the card on.
    at.give(at.half);
    CHECK(why(at.by_name("Bo", "730264")) == Why::unknown);
    REQUIRE(at.by_card(meanwhile, "730264"));
    CHECK(at.by_name("Bo", "730264"));
    REQUIRE(open_with_card(at.store, at.kiosk, renewed->card, pin("905071")));
    CHECK(at.by_name("Kim", "905071"));
    CHECK_FALSE(at.by_name("Kim", "482915"));
}

TEST_CASE("Another half than before is told to staff, names wait for their card, and cards open")
{
    Halved at;
    at.give(at.half);
    const auto made = at.make();
    CHECK_FALSE(lost_names(*at.store.begin()));
    at.start_without();
    at.give(PepperHalf::random(at.chance));
    const auto lost = lost_names(*at.store.begin());
    REQUIRE(lost);
    CHECK(lost->why == LostNames::Why::other_half);
    CHECK(lost->day == today);
    CHECK(why(at.by_name()) == Why::unknown);
    REQUIRE(at.by_card(made));
    CHECK(at.by_name());
    CHECK(at.names_of(made).size() == 1);
    lost_names_seen(at.store);
    CHECK_FALSE(lost_names(*at.store.begin()));
    at.start_without();
    at.give(at.half); // as it was at first: another once more
    CHECK(lost_names(*at.store.begin()));
}

TEST_CASE("A kiosk that bears another name opens by name what it opened before, and makes it anew")
{
    Halved at;
    at.give(at.half);
    const auto made = at.make();
    at.start_without();
    const auto next = PepperHalf::random(at.chance);
    at.give(next, {&at.half}); // enrolled anew: its own half, and that of its name before
    CHECK_FALSE(lost_names(*at.store.begin()));
    REQUIRE(at.by_name());
    at.start_without();
    at.give(next);
    CHECK(at.by_name()); // the old half is needed no more
    CHECK(at.names_of(made).size() == 1);
}

TEST_CASE("Nobody can get the call name and the code of somebody whose slot is from before the half")
{
    Halved at;
    const auto made = at.make();
    at.give(at.half);
    const auto again =
        open_new_notebook(at.store, at.kiosk, {name("kim"), pin("482915"), Recovery::no, std::nullopt});
    REQUIRE_FALSE(again);
    CHECK(again.error() == NotMade::code_in_use);
    CHECK(at.by_name()->stream() == made.notebook.stream());
}

TEST_CASE("Who got the name and code of somebody else while the half was not here goes on with the card")
{
    Halved at;
    at.give(at.half);
    const auto first = at.make();
    at.start_without();
    const auto second = at.make(); // cannot be seen now
    at.give(at.half);
    CHECK(at.by_card(second)->stream() == second.notebook.stream());
    CHECK(at.by_name()->stream() == first.notebook.stream());
}

TEST_CASE("Where the server never gave a half a name opens with the machine's own alone")
{
    Halved at;
    at.make();
    CHECK(names(at.store, at.kiosk) == Names::open);
    CHECK(at.by_name());
}

TEST_CASE("A lost pepper is told to staff and the next half is no other one")
{
    Halved at;
    at.give(at.half);
    const auto made = at.make();
    for (int starts = 0; starts < 2; ++starts) {
        const auto work = at.store.begin();
        note_own_half(*work, at.kiosk.pepper, OwnHalf::kept, "2025-11-21");
        work->commit();
    }
    CHECK_FALSE(lost_names(*at.store.begin()));
    at.kiosk.pepper = sealing::Pepper::random(at.chance);
    {
        const auto work = at.store.begin();
        note_own_half(*work, at.kiosk.pepper, OwnHalf::kept, "2025-11-22");
        work->commit();
    }
    at.start_without();
    CHECK(names(at.store, at.kiosk) == Names::not_yet);
    at.give(at.half);
    CHECK(lost_names(*at.store.begin())->why == LostNames::Why::own_half);
    CHECK(why(at.by_name()) == Why::unknown);
    REQUIRE(at.by_card(made));
    CHECK(at.by_name());
}

TEST_CASE("A half travels to whoever asked for it and to nobody else")
{
    sealing::start();
    SeededChance chance{3};
    const auto half = PepperHalf::random(chance);
    const auto box = sealing::HalfBox::random(chance);
    auto sealed = sealing::seal_half(box.open(), half, chance);
    CHECK(sealed.size() == sealing::sealed_half_size);
    REQUIRE(box.opened(sealed));
    CHECK(std::ranges::equal(box.opened(sealed)->view(), half.view()));
    CHECK_FALSE(sealing::HalfBox::random(chance).opened(sealed));
    for (auto& byte : sealed) {
        byte ^= 1;
        CHECK_FALSE(box.opened(sealed));
        byte ^= 1;
    }
    CHECK_FALSE(box.opened({}));
    CHECK_FALSE(PepperHalf::from(half.view().first(31)));
}
