// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

namespace {

void open_kim(SampleKiosk& kiosk) { kiosk.open_book_of(kiosk.card_of_kim()); }

// "Kort og kode" of Kim's notebook, from the start.
void go_to_own_book(SampleKiosk& kiosk)
{
    open_kim(kiosk);
    kiosk.tap("own.title");
}

void choose_code(SampleKiosk& kiosk, std::string_view digits)
{
    kiosk.tap("new.kind.digits");
    for (int time = 0; time < 2; ++time) {
        kiosk.enter(digits);
        kiosk.tap("action.next");
    }
}

} // namespace

std::vector<Scene> own_book_scenes(core::base::Date day)
{
    return {
        go(day, "own-book", go_to_own_book, From::start),
        go(day, "new-card", [](SampleKiosk& kiosk) { kiosk.tap("own.card"); }),
        go(day, "new-card-kind", [](SampleKiosk& kiosk) { kiosk.tap("renew.card.go"); }),
        go(day, "new-card-code", [](SampleKiosk& kiosk) { kiosk.tap("new.kind.digits"); }),
        go(day, "new-card-keep",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               choose_code(kiosk, "730264");
           }),
        go(day, "new-card-shown", [](SampleKiosk& kiosk) { kiosk.tap("new.keep.phone"); }),
        go(
            day, "new-code",
            [](SampleKiosk& kiosk) {
                go_to_own_book(kiosk);
                kiosk.tap("own.code");
            },
            From::start),
        go(day, "new-code-same",
           [](SampleKiosk& kiosk) {
               kiosk.tap("renew.code.go");
               choose_code(kiosk, SampleKiosk::code);
           }),
        go(day, "new-code-done",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               choose_code(kiosk, "730264");
           }),
        go(
            day, "take-home-asked",
            [](SampleKiosk& kiosk) {
                go_to_own_book(kiosk);
                kiosk.tap("own.home");
            },
            From::start),
        go(day, "take-home", [](SampleKiosk& kiosk) { kiosk.tap("take.show"); }),
        go(day, "take-home-last",
           [](SampleKiosk& kiosk) {
               kiosk.tap("take.next");
               kiosk.tap("take.next");
           }),
        go(
            day, "erase-told",
            [](SampleKiosk& kiosk) {
                go_to_own_book(kiosk);
                kiosk.tap("own.erase");
            },
            From::start),
        go(day, "erase-pause", [](SampleKiosk& kiosk) { kiosk.tap("erase.go"); }),
        go(day, "erase-sure", [](SampleKiosk& kiosk) { kiosk.stage().pass(std::chrono::seconds{6}); }),
        go(day, "erase-done", [](SampleKiosk& kiosk) { kiosk.tap("erase.yes"); }),
    };
}

} // namespace frikort::tests::tour
