// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

namespace {

using sync::agent::Compared;

// At "Skærmens tilstand", with what the server said last.
void at_health(SampleKiosk& kiosk, Compared compared)
{
    kiosk.hear_of_comparing(compared);
    kiosk.to_health();
}

} // namespace

std::vector<Scene> trust_scenes(core::base::Date day)
{
    return {
        go(
            day, "number-health",
            [](SampleKiosk& kiosk) { at_health(kiosk, Compared::not_and_national_only); }, From::start),
        go(day, "number-not-compared", [](SampleKiosk& kiosk) { kiosk.tap("office_number.title"); }),
        go(
            day, "number-served",
            [](SampleKiosk& kiosk) {
                at_health(kiosk, Compared::not_and_served);
                kiosk.tap("office_number.title");
            },
            From::start),
        go(
            day, "number-compared",
            [](SampleKiosk& kiosk) {
                at_health(kiosk, Compared::yes);
                kiosk.tap("office_number.title");
            },
            From::start),
    };
}

} // namespace frikort::tests::tour
