// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

std::vector<Scene> not_taken_scenes(core::base::Date day)
{
    return {
        go(
            day, "not-taken-health", [](SampleKiosk& kiosk) { kiosk.be_refused(), kiosk.to_health(); },
            From::start),
        go(day, "not-taken", [](SampleKiosk& kiosk) { kiosk.tap("not_taken.title"); }),
        go(day, "not-taken-fork", [](SampleKiosk& kiosk) { kiosk.tap("not_taken.fork"); }),
        go(day, "not-taken-twice",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("not_taken.other_record"); }),
        go(day, "not-taken-aside", [](SampleKiosk& kiosk) { kiosk.tap("not_taken.lay_aside"); }),
        go(day, "not-taken-seen", [](SampleKiosk& kiosk) { kiosk.tap("not_taken.other_record"); }),
        go(day, "not-taken-none",
           [](SampleKiosk& kiosk) { kiosk.tap("health.send_again"), kiosk.tap("not_taken.send_all"); }),
        go(day, "not-taken-deeds",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back"), kiosk.tap("bar.back");
               kiosk.tap("desk.members"), kiosk.tap("deeds.title");
           }),
        go(
            day, "not-taken-aside-about",
            [](SampleKiosk& kiosk) {
                kiosk.be_refused(), kiosk.to_health();
                kiosk.tap("not_taken.title"), kiosk.tap("not_taken.other_record");
                kiosk.tap("not_taken.lay_aside");
                kiosk.tap("bar.close"), kiosk.dress();
                kiosk.tap("bar.display"), kiosk.tap("about.title");
            },
            From::start),
    };
}

} // namespace frikort::tests::tour
