// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::base::Date;

std::vector<Scene> staff_notebook_scenes(Date day)
{
    return {
        go(
            day, "books",
            [](SampleKiosk& kiosk) { kiosk.staff_it(), kiosk.sign_in(), kiosk.tap("desk.books"); },
            From::start),
        go(day, "books-search", [](SampleKiosk& kiosk) { kiosk.tap("books.search"), kiosk.spell("KI"); }),
        go(day, "books-found", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "book-known", [](SampleKiosk& kiosk) { kiosk.touch("Kim"); }),
        go(day, "book-how", [](SampleKiosk& kiosk) { kiosk.tap("books.one.yes"); }),
        go(day, "book-not-agreed",
           [](SampleKiosk& kiosk) {
               kiosk.tap("books.how.forgotten");
               kiosk.stage().scan(kiosk.centre_card());
           }),
        go(day, "book-code",
           [](SampleKiosk& kiosk) {
               kiosk.tap("members.done");
               kiosk.touch("Kim");
               kiosk.tap("books.one.yes"), kiosk.tap("books.how.known"), kiosk.tap("new.kind.digits");
           }),
        go(day, "book-new-card",
           [](SampleKiosk& kiosk) {
               kiosk.enter(SampleKiosk::code);
               kiosk.tap("action.next");
           }),
        go(day, "pay-for", [](SampleKiosk& kiosk) { kiosk.tap("new.card.done"), kiosk.tap("desk.pay"); }),
        go(day, "pay-for-typed",
           [](SampleKiosk& kiosk) { kiosk.tap("pay_for.type"), kiosk.spell("K7M2Q9XWT"); }),
        go(day, "pay-for-not-known", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "pay-for-saved",
           [](SampleKiosk& kiosk) {
               kiosk.tap("pay_for.go_on"), kiosk.tap("log.day.yesterday");
               kiosk.tap("log.place.not_told"), kiosk.tap("log.hours.not_known");
               kiosk.enter("350");
               kiosk.tap("action.next"), kiosk.tap("log.save");
           }),
        go(day, "entry-staff",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.close");
               kiosk.dress();
               kiosk.open_book_of(kiosk.card_of_bo());
               kiosk.tap("overview.show"), kiosk.tap("overview.all");
               kiosk.touch_first(frikort::kiosk::ui::Role::list_item);
           }),
        go(day, "sign-here-who", [](SampleKiosk& kiosk) { kiosk.tap("entries.sign"); }),
        go(day, "sign-here-done",
           [](SampleKiosk& kiosk) {
               kiosk.touch("Ida");
               kiosk.stage().type(SampleKiosk::staff_code);
               kiosk.tap("action.next");
           }),
        go(day, "entry-seen", [](SampleKiosk& kiosk) { kiosk.tap("members.done"); }),
        go(
            day, "book-shut",
            [](SampleKiosk& kiosk) {
                kiosk.staff_it();
                kiosk.shut_kims_book();
                kiosk.sign_in(), kiosk.tap("desk.books"), kiosk.touch("Kim");
            },
            From::start),
        go(day, "book-lifted", [](SampleKiosk& kiosk) { kiosk.tap("books.lift"); }),
        go(day, "book-lifted-deeds",
           [](SampleKiosk& kiosk) {
               kiosk.tap("members.done"), kiosk.tap("bar.back");
               kiosk.tap("desk.members"), kiosk.tap("deeds.title");
           }),
    };
}

} // namespace frikort::tests::tour
