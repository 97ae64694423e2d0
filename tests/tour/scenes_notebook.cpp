// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::base::Date;
using kiosk::ui::Role;

namespace {

void open_kim(SampleKiosk& kiosk) { kiosk.open_book_of(kiosk.card_of_kim()); }

} // namespace

std::vector<Scene> log_pay_scenes(Date day)
{
    return {
        go(
            day, "log-day",
            [](SampleKiosk& kiosk) {
                open_kim(kiosk);
                kiosk.tap("overview.log");
            },
            From::start),
        go(day, "log-year", [](SampleKiosk& kiosk) { kiosk.tap("log.day.another"); }),
        go(day, "log-month", [](SampleKiosk& kiosk) { kiosk.touch("2022"); }),
        go(day, "log-date", [](SampleKiosk& kiosk) { kiosk.tap("month.5"); }),
        go(day, "log-old-day", [](SampleKiosk& kiosk) { kiosk.touch("20"); }),
        go(day, "log-place",
           [](SampleKiosk& kiosk) { kiosk.tap("log.old_day.no"), kiosk.tap("log.day.yesterday"); }),
        go(day, "log-place-typed",
           [](SampleKiosk& kiosk) {
               kiosk.tap("log.place.another");
               kiosk.spell("GENBRUG");
           }),
        go(day, "log-hours", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "log-hours-too-many",
           [](SampleKiosk& kiosk) {
               kiosk.enter("999");
               kiosk.tap("action.next");
           }),
        go(day, "log-amount",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               kiosk.tap("log.place.not_told");
               kiosk.tap("log.hours.not_known");
               kiosk.enter("350");
           }),
        go(day, "log-amount-missing",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               kiosk.tap("log.hours.not_known");
               kiosk.tap("action.next");
           }),
        go(day, "log-large-amount",
           [](SampleKiosk& kiosk) {
               kiosk.enter("35000");
               kiosk.tap("action.next");
           }),
        go(day, "log-check",
           [](SampleKiosk& kiosk) {
               kiosk.tap("log.large.no");
               kiosk.enter("350");
               kiosk.tap("action.next");
           }),
        go(day, "log-saved", [](SampleKiosk& kiosk) { kiosk.tap("log.save"); }),
        go(
            day, "log-resume",
            [](SampleKiosk& kiosk) {
                open_kim(kiosk);
                kiosk.tap("overview.log");
                kiosk.tap("log.day.yesterday");
                kiosk.tap("bar.close");
                kiosk.dress();
                open_kim(kiosk);
                kiosk.tap("overview.log");
            },
            From::start),
    };
}

std::vector<Scene> notebook_scenes(Date day)
{
    return {
        go(day, "overview-covered", open_kim, From::start),
        go(day, "overview", [](SampleKiosk& kiosk) { kiosk.tap("overview.show"); }),
        go(day, "entries", [](SampleKiosk& kiosk) { kiosk.tap("overview.all"); }),
        go(day, "months", [](SampleKiosk& kiosk) { kiosk.tap("entries.months"); }),
        go(day, "entry",
           [](SampleKiosk& kiosk) {
               kiosk.tap("entries.list");
               kiosk.touch_first(Role::list_item);
           }),
        go(day, "entry-take-back", [](SampleKiosk& kiosk) { kiosk.tap("entries.take_back"); }),
        go(day, "entry-correct",
           [](SampleKiosk& kiosk) { kiosk.tap("entries.take_back.no"), kiosk.tap("entries.correct"); }),
        go(
            day, "limits",
            [](SampleKiosk& kiosk) {
                open_kim(kiosk);
                kiosk.tap("overview.about");
            },
            From::start),
        go(
            day, "entries-covered",
            [](SampleKiosk& kiosk) {
                open_kim(kiosk);
                kiosk.tap("overview.all");
            },
            From::start),
        go(
            day, "overview-over-the-limit",
            [](SampleKiosk& kiosk) {
                kiosk.open_book_of(kiosk.card_of_bo());
                kiosk.tap("overview.show");
            },
            From::start),
    };
}

std::vector<Scene> put_away_scenes(Date day)
{
    const auto nobody_there = [](SampleKiosk& kiosk) { kiosk.stage().pass(std::chrono::seconds{181}); };
    return {
        go(
            day, "asking",
            [nobody_there](SampleKiosk& kiosk) {
                kiosk.tap("home.book");
                nobody_there(kiosk);
            },
            From::start),
        go(
            day, "asking-open-notebook",
            [nobody_there](SampleKiosk& kiosk) {
                open_kim(kiosk);
                nobody_there(kiosk);
            },
            From::start),
        go(
            day, "disk-full",
            [](SampleKiosk& kiosk) {
                open_kim(kiosk);
                kiosk.fill_the_disk();
                kiosk.tap("overview.log");
                kiosk.tap("log.day.yesterday");
            },
            From::start),
    };
}

std::vector<Scene> unknown_limit_scenes(Date day)
{
    return {
        go(day, "overview-covered-unknown-limit", open_kim, From::start),
        go(day, "overview-unknown-limit", [](SampleKiosk& kiosk) { kiosk.tap("overview.show"); }),
        go(day, "entries-two-years", [](SampleKiosk& kiosk) { kiosk.tap("overview.all"); }),
        go(day, "limits-unknown",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("overview.about"); }),
    };
}

} // namespace frikort::tests::tour
