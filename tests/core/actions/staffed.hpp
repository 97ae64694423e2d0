// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/members.hpp"
#include "core/actions/set_up_centre.hpp"
#include "core/actions/sign_in.hpp"
#include "tests/core/actions/house.hpp"

// A kiosk whose centre was set up by Lone, its first leader.
namespace frikort::tests {

inline const records::StreamId havnen{records::StreamKind::centre, {{1, 2, 3}}};

inline people::StaffCode staff_code(const char* typed) { return people::StaffCode::typed(typed); }
inline constexpr const char* lones_code = "grøn båd ved kajen";

inline Founded founded(House& house)
{
    const auto code = invite_set_up(house.store, house.kiosk, havnen);
    auto founded =
        set_up_centre(house.store, house.kiosk, *code, "Lone", staff_code(lones_code), house.clock);
    know_centre(house.store, house.kiosk);
    return std::move(*founded);
}

class StaffedHouse : public House {
public:
    using House::House;
    Founded begun = founded(*this);
    const Staff& lone() const { return begun.leader; }

    sealing::MemberId add(const char* name, people::Role role, const char* code)
    {
        return *add_member(store, kiosk, lone(), name, role, staff_code(code), clock);
    }
    base::Result<Staff, NotOpened> sign(const sealing::MemberId& who, const char* code)
    {
        return sign_in(store, kiosk, who, staff_code(code));
    }
    // Somebody with this role, signed in.
    Staff somebody(const char* name, people::Role role)
    {
        const auto id = add(name, role, "en lang hemmelig kode");
        return std::move(*sign(id, "en lang hemmelig kode"));
    }
    std::optional<NotDone> why_not(const Staff& who, people::Right right)
    {
        const auto work = store.begin();
        const auto centre = allowed(*work, kiosk, who, right);
        return centre ? std::nullopt : std::optional{centre.error()};
    }
    centre::Centre now() { return our_centre(store, kiosk)->now; }
};

} // namespace frikort::tests
