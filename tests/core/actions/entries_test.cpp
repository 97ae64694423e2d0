// SPDX-License-Identifier: MPL-2.0
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using money::Money;

namespace {

NotLogged refused(const base::Result<base::Id, NotLogged>& logged)
{
    REQUIRE_FALSE(logged);
    return logged.error();
}

} // namespace

TEST_CASE("A payment that was saved is in the book and in the year's sum")
{
    Open house;
    const auto id = house.log(paid(350));
    REQUIRE(id);
    REQUIRE(house.log(paid(650)));
    CHECK(house.sum() == Money::kroner(1000));
    REQUIRE(house.book().find(*id) != nullptr);
    CHECK(house.book().find(*id)->now == paid(350));
}

TEST_CASE("A payment is on disk when saving it returns")
{
    House house;
    TemporaryFolder folder;
    const store::DataFolder data{folder / "kiosk"};
    std::optional<people::Card> card;
    {
        store::SqliteStore store{data};
        auto made =
            *open_new_notebook(store, house.kiosk, {name("Kim"), pin("482915"), Recovery::no, std::nullopt});
        REQUIRE(log_earning(store, house.kiosk, made.notebook, paid(350), house.clock));
        card = made.card;
    }
    store::SqliteStore store{data};
    const auto open = open_with_card(store, house.kiosk, *card, pin("482915"));
    REQUIRE(open);
    CHECK(read_notebook(store, *open).book.year(2025).sum == Money::kroner(350));
}

TEST_CASE("Going over the limit is never refused")
{
    Open house;
    for (int i = 0; i < 5; ++i) REQUIRE(house.log(paid(10'000)));
    CHECK(house.book().year(2025).left(Money::kroner(42'766)) == Money::kroner(-7'234));
}

TEST_CASE("A payment that cannot be kept is refused with its reason and nothing is written")
{
    Open house;
    const auto before = house.store.begin()->outbox().count(store::Delivery::waiting);
    auto with = paid(350);
    const auto place = [&](std::string text) {
        with.place = std::move(text);
        return refused(house.log(with));
    };
    CHECK(refused(house.log(paid(350, "2025-11-22"))) == NotLogged::future_day);
    CHECK(refused(house.log(paid(0))) == NotLogged::no_amount);
    CHECK(refused(house.log(paid(-5))) == NotLogged::no_amount);
    CHECK(refused(house.log(paid(10'000'001))) == NotLogged::amount_too_large);
    CHECK(place("Hos 010190-1234") == NotLogged::place_like_cpr);
    CHECK(place("") == NotLogged::bad_place);
    CHECK(place("   ") == NotLogged::bad_place);
    CHECK(place(std::string(61, 'a')) == NotLogged::bad_place);
    CHECK(place("Café\x01") == NotLogged::bad_place);
    with = paid(350);
    for (const int minutes : {0, -1, 44'641}) {
        with.minutes = minutes;
        CHECK(refused(house.log(with)) == NotLogged::bad_time);
    }
    CHECK(house.store.begin()->outbox().count(store::Delivery::waiting) == before);
}

TEST_CASE("A future day is taken when nobody trusts the clock and today always")
{
    Open house;
    CHECK(house.log(paid(350, "2025-11-21")));
    house.clock = StoppedClock{"1970-01-01", false};
    CHECK(house.log(paid(350, "2025-11-22")));
}

TEST_CASE("A corrected payment keeps its place in the book and counts once")
{
    Open house;
    const auto id = *house.log(paid(3500));
    REQUIRE(house.correct(id, paid(350), "Et nul for meget"));
    REQUIRE(house.correct(id, paid(400)));
    CHECK(house.book().entries().size() == 1);
    CHECK(house.sum() == Money::kroner(400));
    REQUIRE(house.correct(id, notebook::Withdrawn{}));
    CHECK(house.sum() == Money{});
    REQUIRE(house.correct(id, paid(400)));
    CHECK(house.sum() == Money::kroner(400));
    CHECK(house.book().contested() == 0);
}

TEST_CASE("A correction that makes no sense is refused and nothing is written")
{
    Open house;
    const auto id = *house.log(paid(350));
    const auto before = house.store.begin()->outbox().count(store::Delivery::waiting);
    CHECK(refused(house.correct(house.chance.name<base::Id>(), paid(350))) == NotLogged::unknown_entry);
    CHECK(refused(house.correct(id, paid(350))) == NotLogged::unchanged);
    CHECK(refused(house.correct(id, paid(350, "2025-11-22"))) == NotLogged::future_day);
    CHECK(refused(house.correct(id, paid(400), "min er 0101901234")) == NotLogged::reason_like_cpr);
    CHECK(refused(house.correct(id, paid(400), std::string(201, 'a'))) == NotLogged::bad_reason);
    CHECK(house.store.begin()->outbox().count(store::Delivery::waiting) == before);
}

TEST_CASE("Nobody can correct an entry of another notebook")
{
    Open house;
    const auto other = new_notebook(house, "Bo", "730264");
    const auto id = *log_earning(house.store, house.kiosk, other.notebook, paid(350), house.clock);
    CHECK(refused(house.correct(id, paid(1))) == NotLogged::unknown_entry);
}

TEST_CASE("Two kiosks correct one payment offline and the next correction settles it")
{
    Open here;
    const auto id = *here.log(paid(100));
    House there{2};
    const auto carry = [](store::Store& from, store::Store& to, const records::StreamId& stream) {
        const auto all = from.begin()->records().of_stream(stream);
        auto work = to.begin();
        for (const auto& record : all) work->records().add(record, store::Delivery::foreign);
        work->commit();
        work.reset();
    };
    carry(here.store, there.store, here.open.stream());
    REQUIRE(correct_earning(there.store, there.kiosk, here.open, id, paid(300), std::nullopt, there.clock));
    REQUIRE(here.correct(id, paid(350)));
    carry(there.store, here.store, here.open.stream());
    CHECK(here.book().contested() == 1);
    CHECK(here.sum() == Money::kroner(350));
    REQUIRE(here.correct(id, paid(300)));
    CHECK(here.book().contested() == 0);
    carry(here.store, there.store, here.open.stream());
    CHECK(read_notebook(there.store, here.open).book.year(2025).sum == Money::kroner(300));
}

TEST_CASE("Records that cannot be opened are counted and the others still add up")
{
    Open house;
    REQUIRE(house.log(paid(350)));
    const auto other = new_notebook(house, "Bo", "730264");
    auto work = house.store.begin();
    const auto tip = work->records().tip(house.kiosk.device());
    const auto header = records::encode({house.chance.name<base::Id>(), house.open.stream(), 1,
                                         records::Class::content, house.kiosk.device(), tip.number + 1});
    const auto foreign = other.notebook.newest().seal(header, base::view_of("{}"), house.chance);
    work->records().add({header, tip.hash, foreign}, store::Delivery::foreign);
    work->commit();
    work.reset();
    const auto read = read_notebook(house.store, house.open);
    CHECK(read.unreadable == 1);
    CHECK(read.book.year(2025).sum == Money::kroner(350));
}
