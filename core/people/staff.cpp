// SPDX-License-Identifier: MPL-2.0
#include "core/people/staff.hpp"

#include <cstring>
#include <set>
#include <string>

#include "core/base/text.hpp"
#include "core/people/base32.hpp"

namespace frikort::core::people {

using base::no;

namespace {

Wiped folded(std::string_view typed)
{
    auto text = base::fold_case(base::tidy(typed));
    const Wiped kept{std::string_view{text}.substr(0, Wiped::most)};
    base::wipe(text);
    return kept;
}

// "12345678", "hgfedcba".
bool is_run(std::string_view signs)
{
    for (const int step : {1, -1}) {
        bool run = true;
        for (std::size_t i = 1; i < signs.size() && run; ++i) run = signs[i] == signs[i - 1] + step;
        if (run) return true;
    }
    return false;
}

} // namespace

bool may(Role role, Right right)
{
    switch (right) {
    case Right::write_pay:
    case Right::see_health:
        return true;
    case Right::find_notebooks:
    case Right::answer:
    case Right::keep_jobs:
        return role == Role::staff || role == Role::leader;
    case Right::keep_members:
    case Right::see_deeds:
    case Right::open_lost:
    case Right::choose_ways:
        return role == Role::leader;
    }
    return false;
}

base::Result<StaffCode, WeakStaffCode> StaffCode::choose(std::string_view typed, std::string_view name)
{
    if (!base::is_plain_text(typed)) return no(WeakStaffCode::not_plain);
    const auto letters = folded(typed);
    const auto count = base::length(letters.view());
    if (count < shortest) return no(WeakStaffCode::too_short);
    if (count > longest || letters.size() == Wiped::most) return no(WeakStaffCode::too_long);
    const std::set<char> different{letters.view().begin(), letters.view().end()};
    if (different.size() < 4 || is_run(letters.view())) return no(WeakStaffCode::repetition);
    if (letters == folded(name)) return no(WeakStaffCode::name);
    return StaffCode{letters};
}

StaffCode StaffCode::typed(std::string_view typed)
{
    return StaffCode{base::is_plain_text(typed) ? folded(typed) : Wiped{}};
}

SetUpCode SetUpCode::make(base::Chance& chance) { return SetUpCode{drawn_base32(letters, chance)}; }

SetUpCode SetUpCode::typed(std::string_view typed)
{
    const auto code = spelled_base32(typed);
    return SetUpCode{code && code->size() == letters ? *code : Wiped{}};
}

Wiped SetUpCode::text() const { return in_groups(letters_.view(), 4); }

} // namespace frikort::core::people
