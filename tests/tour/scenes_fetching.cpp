// SPDX-License-Identifier: MPL-2.0
#include "core/people/receipt.hpp"
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

namespace {

using Answer = kiosk::screens::Fetching::Answer;

core::people::Card from_elsewhere()
{
    SeededChance chance{11};
    return core::people::Card::make(chance);
}

} // namespace

std::vector<Scene> fetching_scenes(core::base::Date day)
{
    return {
        go(
            day, "fetching",
            [](SampleKiosk& kiosk) {
                kiosk.ask_elsewhere(std::nullopt);
                kiosk.open_book_of(from_elsewhere());
            },
            From::start),
        go(day, "fetching-no-net",
           [](SampleKiosk& kiosk) {
               kiosk.ask_elsewhere(Answer{Answer::Is::no_net});
               kiosk.stage().pass(std::chrono::seconds{1});
           }),
        go(day, "fetching-busy",
           [](SampleKiosk& kiosk) {
               kiosk.ask_elsewhere(Answer{Answer::Is::busy});
               kiosk.try_again();
               kiosk.stage().pass(std::chrono::seconds{1});
           }),
        go(
            day, "fetching-receipt",
            [](SampleKiosk& kiosk) {
                kiosk.ask_elsewhere(std::nullopt);
                kiosk.stage().scan(core::people::Receipt{from_elsewhere()}.qr_text().view());
            },
            From::start),
        go(day, "fetching-receipt-no-net",
           [](SampleKiosk& kiosk) {
               kiosk.ask_elsewhere(Answer{Answer::Is::no_net});
               kiosk.stage().pass(std::chrono::seconds{1});
           }),
    };
}

} // namespace frikort::tests::tour
