// SPDX-License-Identifier: MPL-2.0
#include "core/actions/by_name.hpp"
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

void SampleKiosk::go_without_names()
{
    (void)core::actions::choose_by_name(store_, kiosk_, lone(), core::centre::ByName::no, clock_);
}

std::vector<Scene> by_name_scenes(core::base::Date day)
{
    return {
        go(
            day, "by-name-on",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it(), kiosk.sign_in();
                kiosk.tap("desk.books"), kiosk.tap("by_name.title");
            },
            From::start),
        go(day, "by-name-sure", [](SampleKiosk& kiosk) { kiosk.tap("by_name.turn_off"); }),
        go(day, "by-name-turned-off", [](SampleKiosk& kiosk) { kiosk.tap("by_name.sure.yes"); }),
        go(day, "by-name-book-how",
           [](SampleKiosk& kiosk) {
               kiosk.tap("members.done"), kiosk.touch("Kim"), kiosk.tap("books.one.yes");
           }),
        go(day, "by-name-off",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back"), kiosk.tap("bar.back"), kiosk.tap("by_name.title");
           }),
        go(day, "by-name-turned-on", [](SampleKiosk& kiosk) { kiosk.tap("by_name.turn_on"); }),
        go(
            day, "by-name-door",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it(), kiosk.go_without_names();
                kiosk.tap("home.book");
            },
            From::start),
        go(day, "by-name-no-card", [](SampleKiosk& kiosk) { kiosk.tap("door.no_card"); }),
        go(day, "by-name-new",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               kiosk.tap("door.new");
               kiosk.spell("EVA");
               kiosk.tap("action.next");
               kiosk.tap("new.kind.digits");
               for (int twice = 0; twice < 2; ++twice) kiosk.enter("730264"), kiosk.tap("action.next");
               kiosk.tap("new.recovery.no");
           }),
        go(
            day, "by-name-book-how-staff",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it(), kiosk.go_without_names();
                kiosk.sign_in("Ida"), kiosk.tap("desk.books");
                kiosk.touch("Kim"), kiosk.tap("books.one.yes");
            },
            From::start),
    };
}

} // namespace frikort::tests::tour
