// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/messages.hpp"
#include "tests/journeys/synced_kiosk.hpp"

namespace frikort::tests {

inline constexpr const char* lones_other_code = "hvide harer 8";

// The second kiosk has its own set-up code; the first was set up by Lone.
struct OneHouse {
    OneHouse()
    {
        card = first.set_up(first.place.stream.name);
        first.tap("bar.close");
        both_go_round();
    }
    void both_go_round()
    {
        for (int i = 0; i < 2; ++i) {
            first.round();
            second.round();
        }
    }
    // At the second one's staff door, to the centre card.
    void come_to_the_card()
    {
        const auto code = second.invite(second.place.stream.name);
        second.tap("staff.door");
        second.press(code);
        second.tap("action.next");
    }
    // Until Lone stands at the second one's desk.
    void join()
    {
        come_to_the_card();
        second.stage().scan(card);
        second.tap("action.next");
        second.touch("Lone");
        second.choose_code(lones_other_code);
    }
    // Somebody without a notebook, to the staff.
    core::actions::SentAlone ask_at_the_first(const char* words)
    {
        using namespace core::support;
        return std::move(*core::actions::send_without_notebook(
            first.store(), first.machine(), {Topic::pay, Wish::read_answer, std::string{words}, {}},
            first.clock()));
    }
    CentralInTheTown central;
    SyncedKiosk first{central, "Havnen"};
    SyncedKiosk second{central, "Havnen"};
    std::string card;
};

} // namespace frikort::tests
