// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/members.hpp"
#include "core/actions/set_up_centre.hpp"
#include "core/actions/sign_in.hpp"
#include "tests/journeys/kiosk_in_the_house.hpp"

namespace frikort::tests {

// A kiosk whose centre was set up at its screen by Lone, its first leader; nobody is signed in.
class StaffedKiosk : public KioskInTheHouse {
public:
    static constexpr const char* lones_code = "SORTESVANER7";

    using KioskInTheHouse::KioskInTheHouse;

    // As whoever enrols the kiosk asks for it.
    std::string invite(core::base::Hash centre = {{1, 2, 3}})
    {
        const auto code =
            core::actions::invite_set_up(store(), machine(), {core::records::StreamKind::centre, centre});
        return std::string{code->bytes().view()};
    }
    // From the front page to the desk; gives the centre card's letters.
    std::string set_up(core::base::Hash centre = {{1, 2, 3}})
    {
        const auto code = invite(centre);
        tap("staff.door");
        press(code);
        tap("action.next");
        press("LONE");
        tap("action.next");
        choose_code(lones_code);
        auto card = card_letters();
        tap("set_up.card.kept");
        press(last_four(card));
        tap("action.next");
        tap("action.next"); // the number for the office
        return card;
    }
    void choose_code(std::string_view code)
    {
        for (int twice = 0; twice < 2; ++twice) type_code(code);
    }
    void type_code(std::string_view code)
    {
        stage().type(code);
        tap("action.next");
    }
    void sign_in(std::string_view name = "Lone", std::string_view code = lones_code)
    {
        tap("staff.door");
        touch(name);
        type_code(code);
    }
    // Lone, by the actions alone: somebody else than who stands at the screen.
    core::actions::Staff lone()
    {
        for (const auto& member : core::actions::members_here(store(), machine()))
            if (member.name == "Lone")
                return std::move(*core::actions::sign_in(store(), machine(), member.id,
                                                         core::people::StaffCode::typed(lones_code)));
        throw std::runtime_error{"no Lone"};
    }
    core::sealing::MemberId add(const char* name, core::people::Role role, const char* code)
    {
        return *core::actions::add_member(store(), machine(), lone(), name, role,
                                          core::people::StaffCode::typed(code), clock());
    }
    static std::string last_four(const std::string& card)
    {
        std::string letters;
        for (const char sign : card)
            if (sign != ' ') letters += sign;
        return letters.substr(letters.size() - 4);
    }
};

} // namespace frikort::tests
