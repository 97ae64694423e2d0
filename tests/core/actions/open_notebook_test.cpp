// SPDX-License-Identifier: MPL-2.0
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using Why = NotOpened::Why;

TEST_CASE("A new notebook opens with its card and code and bears the call name")
{
    House house;
    const auto made = new_notebook(house);
    const auto open = open_with_card(house.store, house.kiosk, made.card, pin("482915"));
    REQUIRE(open);
    CHECK(open->stream() == made.notebook.stream());
    CHECK(read_notebook(house.store, *open).book.call_name() == "Kim");
    CHECK(read_notebook(house.store, *open).unreadable == 0);
}

TEST_CASE("A notebook opens with call name and code however the name is capitalised")
{
    House house;
    const auto made = new_notebook(house, "Store Åse");
    const auto open = open_with_name(house.store, house.kiosk, name(" store  åSE "), pin("482915"));
    REQUIRE(open);
    CHECK(open->stream() == made.notebook.stream());
}

TEST_CASE("A notebook opens with five pictures as with six digits")
{
    House house;
    const std::array<std::uint8_t, 5> right{3, 11, 3, 0, 15};
    const std::array<std::uint8_t, 5> wrong{3, 11, 3, 15, 0};
    const auto made =
        open_new_notebook(house.store, house.kiosk,
                          {name("Kim"), *people::PictureCode::choose(right), Recovery::no, std::nullopt});
    REQUIRE(made);
    CHECK(open_with_card(house.store, house.kiosk, made->card, *people::PictureCode::touched(right)));
    CHECK_FALSE(open_with_card(house.store, house.kiosk, made->card, *people::PictureCode::touched(wrong)));
}

TEST_CASE("Of two people with one call name each opens the own notebook")
{
    House house;
    const auto first = new_notebook(house, "Kim", "482915");
    const auto second = new_notebook(house, "kim", "730264");
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915"))->stream() ==
          first.notebook.stream());
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("730264"))->stream() ==
          second.notebook.stream());
    const auto wrong = open_with_name(house.store, house.kiosk, name("Kim"), pin("905071"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().why == Why::wrong_code);
    CHECK(wrong.error().tries_left == 2); // the right codes were no mistakes of the other
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")));
    CHECK(open_with_card(house.store, house.kiosk, second.card, pin("905071")).error().tries_left == 1);
}

TEST_CASE("The same code twice does not make two notebooks one")
{
    House house;
    const auto first = new_notebook(house, "Kim", "482915");
    const auto second = new_notebook(house, "Bo", "482915");
    CHECK_FALSE(first.notebook.stream() == second.notebook.stream());
    CHECK(open_with_name(house.store, house.kiosk, name("Bo"), pin("482915"))->stream() ==
          second.notebook.stream());
    CHECK_FALSE(open_with_card(house.store, house.kiosk, first.card, pin("730264")));
}

TEST_CASE("Nobody can get the call name and the code of somebody else")
{
    House house;
    const auto first = new_notebook(house, "Kim", "482915");
    const auto records = house.store.begin()->outbox().count(store::Delivery::waiting);
    const auto again = open_new_notebook(house.store, house.kiosk,
                                         {name(" kim "), pin("482915"), Recovery::no, std::nullopt});
    REQUIRE_FALSE(again);
    CHECK(again.error() == NotMade::code_in_use);
    CHECK(house.store.begin()->outbox().count(store::Delivery::waiting) == records);

    const auto second = new_notebook(house, "kim", "730264");
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915"))->stream() ==
          first.notebook.stream());
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("730264"))->stream() ==
          second.notebook.stream());
}

TEST_CASE("A call name opens nothing on a kiosk with another pepper")
{
    House house;
    new_notebook(house);
    const Kiosk stolen{sealing::SigningKey::random(house.chance),
                       sealing::Pepper::random(house.chance),
                       house.chance,
                       std::nullopt,
                       std::nullopt,
                       cheap};
    const auto open = open_with_name(house.store, stolen, name("Kim"), pin("482915"));
    REQUIRE_FALSE(open);
    CHECK(open.error().why == Why::unknown);
}

TEST_CASE("A card printed beforehand opens the notebook made with it and no second one can have it")
{
    House house;
    const auto printed = people::Card::make(house.chance);
    CHECK_FALSE(card_in_use(house.store, printed));
    const auto made =
        open_new_notebook(house.store, house.kiosk, {name("Kim"), pin("482915"), Recovery::no, printed});
    REQUIRE(made);
    CHECK(made->card == printed);
    CHECK(card_in_use(house.store, printed));
    const auto again =
        open_new_notebook(house.store, house.kiosk, {name("Bo"), pin("730264"), Recovery::no, printed});
    REQUIRE_FALSE(again);
    CHECK(again.error() == NotMade::card_in_use);
    CHECK_FALSE(open_with_name(house.store, house.kiosk, name("Bo"), pin("730264")));
}

TEST_CASE("Recovery is only promised where the centre has a recovery key and the citizen said yes")
{
    House house;
    const auto slots = [&](const Made& made) {
        return house.store.begin()->slots().of_stream(made.notebook.stream()).size();
    };
    const auto make = [&](Recovery recovery, const char* called) {
        return *open_new_notebook(house.store, house.kiosk,
                                  {name(called), pin("482915"), recovery, std::nullopt});
    };
    CHECK(make(Recovery::yes, "Kim").recovery == Recovery::no);

    const base::Bytes centre_card(sealing::RecoveryPair::card_size, 7);
    const auto pair = *sealing::RecoveryPair::from_card(centre_card);
    house.kiosk.recovery = pair.open();
    CHECK(slots(make(Recovery::no, "Bo")) == 2);
    const auto made = make(Recovery::yes, "Ida");
    CHECK(made.recovery == Recovery::yes);
    CHECK(slots(made) == 3);
    const auto recovery =
        house.store.begin()->slots().find(store::Slots::Kind::recovery, made.notebook.stream().name);
    REQUIRE(recovery.size() == 1);
    const auto keys = sealing::unwrap_recovered(pair, made.notebook.stream(), 1, recovery[0].wrapped);
    REQUIRE(keys);
    CHECK(keys->open() == made.notebook.newest().open());
}

TEST_CASE("What a new notebook writes is a whole chain and its key records are signed by the notebook")
{
    House house;
    const auto made = new_notebook(house);
    auto work = house.store.begin();
    const auto all = work->records().of_stream(made.notebook.stream());
    std::vector<records::Stub> stubs;
    for (const auto& record : all) stubs.push_back(record.stub());
    CHECK(stubs.size() == 3); // keys, card slot, call name
    CHECK_FALSE(records::first_break(stubs));
    CHECK(work->outbox().count(store::Delivery::waiting) == 3);
    CHECK(work->records().tip(house.kiosk.device()).number == 3);
    for (const auto& record : work->records().of_stream(made.notebook.stream(), records::Class::key))
        CHECK(sealing::signed_by(made.notebook.newest().open().sign, record.header, record.body));
}

TEST_CASE("A notebook whose disk is full is not made and not half made")
{
    House house;
    house.store.fail_commits(store::StoreFailure::Kind::full);
    CHECK_THROWS_AS(new_notebook(house), store::StoreFailure);
    house.store.fail_commits(std::nullopt);
    CHECK(house.store.begin()->outbox().count(store::Delivery::waiting) == 0);
    const auto open = open_with_name(house.store, house.kiosk, name("Kim"), pin("482915"));
    CHECK(open.error().why == Why::unknown);
}

TEST_CASE("A notebook whose own keys are not on this kiosk stays shut and says so")
{
    House house;
    const auto made = new_notebook(house);
    House other{2};
    const auto copied = house.store.begin()->slots().of_stream(made.notebook.stream());
    auto work = other.store.begin();
    for (const auto& slot : copied) work->slots().add(slot);
    work->commit();
    work.reset();
    const auto open = open_with_card(other.store, other.kiosk, made.card, pin("482915"));
    REQUIRE_FALSE(open);
    CHECK(open.error().why == Why::damaged);
}
