// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::base::Date;

std::vector<Scene> first_scenes(Date day)
{
    return {
        go(day, "home"),
        go(day, "home-not-a-card", [](SampleKiosk& kiosk) { kiosk.stage().scan("HTTPS://EXAMPLE.DK"); }),
        go(day, "display", [](SampleKiosk& kiosk) { kiosk.tap("bar.display"); }),
        go(day, "about",
           [](SampleKiosk& kiosk) {
               kiosk.go_without_network();
               kiosk.tap("about.title");
           }),
        go(day, "door", [](SampleKiosk& kiosk) { kiosk.tap("bar.home"), kiosk.tap("home.book"); }),
    };
}

std::vector<Scene> new_notebook_scenes(Date day)
{
    const auto start = [](SampleKiosk& kiosk) { kiosk.tap("home.book"), kiosk.tap("door.new"); };
    return {
        go(
            day, "new-name-alphabet",
            [start](SampleKiosk& kiosk) {
                kiosk.tap("bar.display");
                kiosk.touch("A B C");
                kiosk.tap("bar.home");
                start(kiosk);
            },
            From::start),
        go(day, "new-name", start, From::start),
        go(day, "new-name-empty", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "new-name-typed", [](SampleKiosk& kiosk) { kiosk.spell("ALEX"); }),
        go(day, "new-name-digits", [](SampleKiosk& kiosk) { kiosk.tap("keyboard.digits"); }),
        go(day, "new-name-like-cpr",
           [](SampleKiosk& kiosk) {
               kiosk.spell("0101901234");
               kiosk.tap("action.next");
           }),
        go(day, "new-kind",
           [start](SampleKiosk& kiosk) {
               kiosk.tap("bar.home");
               start(kiosk);
               kiosk.spell("ALEX");
               kiosk.tap("action.next");
           }),
        go(day, "new-pictures", [](SampleKiosk& kiosk) { kiosk.tap("new.kind.pictures"); }),
        go(day, "new-code", [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("new.kind.digits"); }),
        go(day, "new-code-weak",
           [](SampleKiosk& kiosk) {
               kiosk.enter("111111");
               kiosk.tap("action.next");
           }),
        go(day, "new-code-again",
           [](SampleKiosk& kiosk) {
               kiosk.enter(SampleKiosk::code);
               kiosk.tap("action.next");
           }),
        go(day, "new-code-differs",
           [](SampleKiosk& kiosk) {
               kiosk.enter("371905");
               kiosk.tap("action.next");
           }),
        go(day, "new-recovery",
           [](SampleKiosk& kiosk) {
               for (int twice = 0; twice < 2; ++twice) {
                   kiosk.enter(SampleKiosk::code);
                   kiosk.tap("action.next");
               }
           }),
        go(day, "new-keep", [](SampleKiosk& kiosk) { kiosk.tap("new.recovery.no"); }),
        go(day, "new-card-phone", [](SampleKiosk& kiosk) { kiosk.tap("new.keep.phone"); }),
        go(day, "new-card-staff",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("new.keep.staff"); }),
        go(day, "new-card-name",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("new.keep.name"); }),
        go(day, "overview-empty",
           [](SampleKiosk& kiosk) { kiosk.tap("new.card.done"), kiosk.tap("overview.show"); }),
        go(day, "entries-none", [](SampleKiosk& kiosk) { kiosk.tap("overview.all"); }),
    };
}

std::vector<Scene> open_notebook_scenes(Date day)
{
    return {
        go(
            day, "open-card", [](SampleKiosk& kiosk) { kiosk.tap("home.book"), kiosk.tap("door.card"); },
            From::start),
        go(day, "open-card-not-read", [](SampleKiosk& kiosk) { kiosk.stage().scan("HTTPS://EXAMPLE.DK"); }),
        go(day, "open-card-typed",
           [](SampleKiosk& kiosk) { kiosk.tap("open.card.type"), kiosk.spell("K7M2Q9"); }),
        go(day, "open-card-too-short", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "open-unknown-card",
           [](SampleKiosk& kiosk) {
               SeededChance chance{7};
               kiosk.tap("bar.home");
               kiosk.open_book_of(core::people::Card::make(chance));
           }),
        go(
            day, "open-code",
            [](SampleKiosk& kiosk) {
                kiosk.scan(kiosk.card_of_kim());
                kiosk.enter("37");
            },
            From::start),
        go(day, "open-code-pictures", [](SampleKiosk& kiosk) { kiosk.tap("open.use_pictures"); }),
        go(day, "open-code-wrong",
           [](SampleKiosk& kiosk) {
               kiosk.tap("open.use_digits");
               kiosk.enter("371905");
               kiosk.tap("open.action");
           }),
        go(day, "open-wait",
           [](SampleKiosk& kiosk) {
               constexpr int more_than_allowed = 12;
               for (int tries = 0; tries < more_than_allowed; ++tries) {
                   kiosk.try_again();
                   if (!kiosk.stage().shows(kiosk.texts()("open.action"))) break;
                   kiosk.enter("371905");
                   kiosk.tap("open.action");
               }
           }),
        go(
            day, "open-name", [](SampleKiosk& kiosk) { kiosk.tap("home.book"), kiosk.tap("door.name"); },
            From::start),
        go(day, "open-name-code", [](SampleKiosk& kiosk) { kiosk.spell("KIM"), kiosk.tap("action.next"); }),
        go(day, "open-name-unknown",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               kiosk.spell("X");
               kiosk.tap("action.next");
               kiosk.enter(SampleKiosk::code);
               kiosk.tap("open.action");
           }),
    };
}

} // namespace frikort::tests::tour
