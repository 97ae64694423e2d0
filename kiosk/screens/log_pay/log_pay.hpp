// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/money/money.hpp"
#include "core/notebook/earning.hpp"
#include "kiosk/widgets/keyboard.hpp"
#include "kiosk/widgets/number_pad.hpp"

// Four questions about one payment: which day, where, how long, how much; then check and save. Correcting an
// entry begins at the check. Pure: no screen, no store.
namespace frikort::kiosk::screens::log_pay {

// What the clock lets us say (sync.md R10): with a clock nobody trusts nothing is preset and no year is "this
// year".
struct Day {
    core::base::Date today;
    bool trusted = false;
};

// Where the work was; no name: the citizen would rather not say.
struct Place {
    std::optional<std::string> name;
    friend bool operator==(const Place&, const Place&) = default;
};
// How long it took; no minutes: not known.
struct Worked {
    std::optional<int> minutes;
    friend bool operator==(const Worked&, const Worked&) = default;
};

// Every question may still be open.
struct Answers {
    std::optional<core::base::Id> corrects; // the entry being put right; nothing for a new one
    std::optional<core::base::Date> paid;
    std::optional<Place> place;
    std::optional<Worked> worked;
    std::string amount; // as typed
    friend bool operator==(const Answers&, const Answers&) = default;
};

// The words in which a half-done entry is sealed to the notebook (core/actions/draft.hpp).
std::string kept(const Answers&);
// Nothing when they cannot be read: a draft is a kindness, so a broken one is forgotten.
std::optional<Answers> from_kept(std::string_view words);

// What the answers come to once every question has one; nothing before.
std::optional<core::notebook::Earning> whole(const Answers&);
std::optional<core::money::Money> amount_of(const Answers&);
// The same backwards, for a correction.
Answers answers_of(const core::notebook::Earning&, const core::base::Id& corrects);

enum class Step {
    resume,
    day,
    year,
    month,
    date,
    old_day,
    place,
    typed_place,
    hours,
    amount,
    large_amount,
    check,
    saved
};
enum class Purpose { fresh, correction };
enum class Problem {
    none,
    future_day,
    cpr,
    no_place,
    no_amount,
    not_a_number,
    too_large,
    too_precise,
    too_many_hours,
    refused // whoever writes may not
};

struct Model {
    Purpose purpose = Purpose::fresh;
    Step step = Step::day;
    Answers answers;
    bool checking = false; // an answer is being put right: back to the check afterwards
    Problem problem = Problem::none;
    std::optional<int> year, month; // of another day, while it is being chosen
    std::string typed;              // digits or letters of the question at hand
    std::string where;              // what is said of where it was saved
    widgets::KeyboardState keyboard;
    ui::ListState list;
};
Model fresh(const Day&);
Model correcting(Answers);
// With a draft found: asks whether to go on with it.
Model resuming(Answers);

struct PickDay {
    core::base::Date day;
};
struct AnotherDay {};
struct PickYear {
    int year;
};
struct PickMonth {
    int month;
};
struct PickPlace {
    Place place;
};
struct AnotherPlace {};
struct Stroke {
    widgets::Keystroke stroke;
};
struct Pad {
    widgets::PadKey key;
};
struct NotKnown {}; // how long it took
struct Sure {};     // the large amount, the old day: it is right
struct NotSure {};  // ask again
struct Change {
    Step step;
};
struct Resume {};
struct Drop {}; // the draft
struct Save {};
struct Another {}; // "Skriv en til": keeps the place
struct Finish {};
struct Read {}; // what was wrong has been read
using Intent = std::variant<PickDay, AnotherDay, PickYear, PickMonth, PickPlace, AnotherPlace, Stroke, Pad,
                            NotKnown, Sure, NotSure, Change, Resume, Drop, Save, Another, Finish, Read>;

enum class Effect { none, keep_draft, drop_draft, save, leave };
Effect update(Model&, const Intent&, const Day&);
// One question back. False at the first: the screen itself is left.
bool back(Model&, const Day&);

// Amounts over this are asked about (issue: "Du skrev 35.000 kr. Er det rigtigt?").
inline constexpr auto asked_about = core::money::Money::kroner(5000);

} // namespace frikort::kiosk::screens::log_pay
