// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/log_pay.hpp"
#include "kiosk/screens/log_pay/typed.hpp"
#include "tests/support/catch.hpp"

// The four questions without a window.

using namespace frikort::kiosk::screens::log_pay;
using frikort::core::base::Date;
using frikort::core::money::Money;
using frikort::core::money::Separators;
using frikort::kiosk::widgets::PadKey;

namespace {

const Day friday{*Date::from(2025, 11, 21), true};
const Day nobody_knows{*Date::from(2023, 1, 1), false};

void type(Model& model, std::string_view signs)
{
    for (const char sign : signs) {
        const auto key = sign == ',' ? PadKey::comma : static_cast<PadKey>(sign - '0');
        update(model, Pad{key}, friday);
    }
}

Model at_amount()
{
    auto model = fresh(friday);
    update(model, PickDay{*Date::from(2025, 11, 20)}, friday);
    update(model, PickPlace{Place{"Café Klare"}}, friday);
    update(model, NotKnown{}, friday);
    return model;
}

} // namespace

TEST_CASE("The questions come one by one, and the answers are kept after each")
{
    auto model = fresh(friday);
    CHECK(model.step == Step::day);
    CHECK(update(model, PickDay{*Date::from(2025, 11, 20)}, friday) == Effect::keep_draft);
    CHECK(model.step == Step::place);
    CHECK(update(model, PickPlace{Place{}}, friday) == Effect::keep_draft);
    CHECK(model.step == Step::hours);
    CHECK(update(model, NotKnown{}, friday) == Effect::keep_draft);
    CHECK(model.step == Step::amount);
    type(model, "350");
    CHECK(update(model, Pad{PadKey::action}, friday) == Effect::keep_draft);
    CHECK(model.step == Step::check);
    CHECK(update(model, Save{}, friday) == Effect::save);
    CHECK(whole(model.answers)->amount == Money::kroner(350));
}

TEST_CASE("A day that has not come is refused while the clock is trusted")
{
    auto model = fresh(friday);
    update(model, PickDay{*Date::from(2025, 11, 22)}, friday);
    CHECK(model.step == Step::day);
    CHECK(model.problem == Problem::future_day);
}

TEST_CASE("With a clock nobody trusts the year is asked first and no day is refused")
{
    auto model = fresh(nobody_knows);
    CHECK(model.step == Step::year);
    update(model, PickYear{2025}, nobody_knows);
    update(model, PickMonth{11}, nobody_knows);
    update(model, PickDay{*Date::from(2025, 11, 20)}, nobody_knows);
    CHECK(model.problem == Problem::none);
    CHECK(model.step == Step::place);
}

TEST_CASE("A day more than two years ago is asked about, and can be put right")
{
    auto model = fresh(friday);
    update(model, PickDay{*Date::from(2023, 11, 20)}, friday);
    CHECK(model.step == Step::old_day);
    update(model, NotSure{}, friday);
    CHECK(model.step == Step::day);
    CHECK_FALSE(model.answers.paid);
    update(model, PickDay{*Date::from(2023, 11, 21)}, friday); // two years to the day
    CHECK(model.step == Step::place);
}

TEST_CASE("Five thousand kroner pass, one øre more is asked about")
{
    auto model = at_amount();
    type(model, "5000");
    update(model, Pad{PadKey::action}, friday);
    CHECK(model.step == Step::check);

    model = at_amount();
    type(model, "5000,01");
    update(model, Pad{PadKey::action}, friday);
    CHECK(model.step == Step::large_amount);
    update(model, Sure{}, friday);
    CHECK(model.step == Step::check);
    CHECK(whole(model.answers)->amount == Money::ore(500001));
}

TEST_CASE("Nothing and too much are told kindly, and nothing is saved")
{
    auto model = at_amount();
    update(model, Pad{PadKey::action}, friday);
    CHECK(model.problem == Problem::no_amount);
    type(model, "99999999");
    update(model, Pad{PadKey::action}, friday);
    CHECK(model.problem == Problem::too_large);
    CHECK(model.step == Step::amount);
}

TEST_CASE("The pad takes no second comma and no third digit of øre")
{
    std::string typed;
    for (const char sign : std::string{"12,5,0,9"}) typed = with_sign(typed, sign, Step::amount);
    CHECK(typed == "12,50");
    CHECK(shown_amount("1250,5", Separators::danish) == "1.250,5 kr.");
    CHECK(shown_amount("1250,5", Separators::english) == "1,250.5 kr.");
    CHECK(with_sign("", ',', Step::amount) == "0,");
    CHECK(with_sign("0", '7', Step::amount) == "7");
}

TEST_CASE("Half hours are taken as they are typed")
{
    CHECK(minutes_typed("2,5") == 150);
    CHECK(minutes_typed("0,25") == 15);
    CHECK(minutes_typed("999").error() == Problem::too_many_hours);
    CHECK(minutes_typed("").error() == Problem::not_a_number);
}

TEST_CASE("Putting one answer right at the check asks nothing else again")
{
    auto model = at_amount();
    type(model, "350");
    update(model, Pad{PadKey::action}, friday);
    update(model, Change{Step::place}, friday);
    CHECK(model.step == Step::place);
    update(model, PickPlace{Place{"Havnens Have"}}, friday);
    CHECK(model.step == Step::check);
    CHECK(whole(model.answers)->place == "Havnens Have");
}

TEST_CASE("Back leads one question back and keeps what was answered")
{
    auto model = at_amount();
    CHECK(back(model, friday));
    CHECK(model.step == Step::hours);
    CHECK(back(model, friday));
    CHECK(model.step == Step::place);
    CHECK(back(model, friday));
    CHECK(model.step == Step::day);
    CHECK(model.answers.place->name == "Café Klare");
    CHECK_FALSE(back(model, friday));
}

TEST_CASE("A half-done entry reads back as it was, and a broken one is forgotten")
{
    Answers answers;
    answers.paid = Date::from(2025, 11, 20);
    answers.place = Place{};
    answers.amount = "1250,5";
    CHECK(from_kept(kept(answers)) == answers);
    CHECK_FALSE(from_kept("{"));
    CHECK(from_kept("{\"paid\":7,\"minutes\":\"x\"}") == Answers{});
}
