// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/people/wiped.hpp"

namespace frikort::core::people {

// Who helps at a centre.
enum class Role : std::uint8_t { volunteer = 1, staff = 2, leader = 3 };

// What one may do at the kiosk. Whoever may do a thing, a leader may.
enum class Right {
    write_pay,      // with the card number alone, or in the citizen's open notebook
    see_health,     // how the kiosk is doing
    find_notebooks, // by call name: the name and the last day used
    answer,         // read and answer what citizens wrote
    keep_jobs,
    keep_members, // add, remove, give a new code
    see_deeds,    // what members did
    open_lost,    // with the centre card
    choose_ways,  // whether call names open notebooks
};
bool may(Role, Right);

// Why a code for a member is not taken.
enum class WeakStaffCode {
    too_short, // under `StaffCode::shortest` characters
    too_long,
    not_plain,
    repetition, // fewer than four different signs, or signs in a row: 12345678
    name,       // the member's own name
};

// A member's own code: a few words or signs. Capitals and blanks at the ends do not matter. Source: sync.md,
// key table (8 characters at least).
class StaffCode {
public:
    static constexpr std::size_t shortest = 8; // characters
    static constexpr std::size_t longest = 30;
    static base::Result<StaffCode, WeakStaffCode> choose(std::string_view typed, std::string_view name);
    // For signing in: whatever was typed.
    static StaffCode typed(std::string_view);
    const Wiped& bytes() const { return letters_; }
    friend bool operator==(const StaffCode&, const StaffCode&) = default;

private:
    explicit StaffCode(const Wiped& letters) : letters_{letters} {}
    Wiped letters_;
};

// Says once, on the kiosk it was made for, that somebody may set up the centre: eight letters of base32, told
// to whoever enrols the kiosk. Source: sync.md "Enrolment".
class SetUpCode {
public:
    static constexpr std::size_t letters = 8;
    static SetUpCode make(base::Chance&);
    // Whatever was typed, as meant; it may be none.
    static SetUpCode typed(std::string_view);
    const Wiped& bytes() const { return letters_; }
    Wiped text() const; // "K7M2 Q9XW"
    friend bool operator==(const SetUpCode&, const SetUpCode&) = default;

private:
    explicit SetUpCode(const Wiped& code) : letters_{code} {}
    Wiped letters_;
};

} // namespace frikort::core::people
