// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

std::vector<Scene> pepper_scenes(core::base::Date day)
{
    return {
        go(
            day, "pepper-not-yet",
            [](SampleKiosk& kiosk) {
                kiosk.wait_for_half();
                kiosk.tap("home.book");
                kiosk.tap("door.name");
            },
            From::start),
        go(
            day, "pepper-not-yet-about",
            [](SampleKiosk& kiosk) {
                kiosk.wait_for_half();
                kiosk.to_about();
            },
            From::start),
        go(
            day, "pepper-not-yet-new",
            [](SampleKiosk& kiosk) {
                kiosk.wait_for_half();
                kiosk.tap("home.book");
                kiosk.tap("door.new");
                kiosk.spell("KIM");
                kiosk.tap("action.next");
                kiosk.tap("new.kind.digits");
                kiosk.enter("730264");
                kiosk.tap("action.next");
                kiosk.enter("730264");
                kiosk.tap("action.next");
                kiosk.tap("new.recovery.no");
            },
            From::start),
        go(
            day, "pepper-other-half-health",
            [](SampleKiosk& kiosk) {
                kiosk.get_another_half();
                kiosk.to_health();
            },
            From::start),
        go(
            day, "pepper-lost-keys-about",
            [](SampleKiosk& kiosk) {
                kiosk.lose_keys();
                kiosk.to_about();
            },
            From::start),
        go(
            day, "pepper-lost-keys-health",
            [](SampleKiosk& kiosk) {
                kiosk.lose_keys();
                kiosk.to_health();
            },
            From::start),
    };
}

} // namespace frikort::tests::tour
