// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

std::vector<Scene> damage_scenes(core::base::Date day)
{
    return {
        go(
            day, "damage-overview",
            [](SampleKiosk& kiosk) {
                kiosk.damage();
                kiosk.open_book_of(kiosk.card_of_kim());
                kiosk.tap("overview.show");
            },
            From::start),
        go(
            day, "overview-unread",
            [](SampleKiosk& kiosk) {
                kiosk.spoil();
                kiosk.open_book_of(kiosk.card_of_kim());
                kiosk.tap("overview.show");
            },
            From::start),
        go(
            day, "damage-about",
            [](SampleKiosk& kiosk) {
                kiosk.damage();
                kiosk.to_about();
            },
            From::start),
        go(
            day, "damage-health",
            [](SampleKiosk& kiosk) {
                kiosk.damage();
                kiosk.to_health();
            },
            From::start),
    };
}

} // namespace frikort::tests::tour
