// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

namespace {

using sync::agent::Trouble;

void type_code(SampleKiosk& kiosk, std::string_view code)
{
    kiosk.stage().type(code);
    kiosk.tap("action.next");
}

// A card that would do, of another centre.
std::string card_of_another()
{
    SeededChance chance{12};
    return std::string{core::people::CentreCard::make(chance).qr_text().view()};
}

std::vector<Scene> waiting_scenes(core::base::Date day)
{
    return {
        go(
            day, "join-asking",
            [](SampleKiosk& kiosk) {
                kiosk.invite_further();
                kiosk.tap("staff.door");
            },
            From::start),
        go(day, "join-no-network", [](SampleKiosk& kiosk) { kiosk.end_round(Trouble::no_server); }),
        go(day, "join-sign-in-page", [](SampleKiosk& kiosk) { kiosk.end_round(Trouble::not_our_server); }),
        go(day, "join-busy", [](SampleKiosk& kiosk) { kiosk.end_round(Trouble::server_busy); }),
        go(day, "join-turned-away", [](SampleKiosk& kiosk) { kiosk.end_round(Trouble::turned_away); }),
        go(day, "join-not-compared", [](SampleKiosk& kiosk) { kiosk.hear_of_other_kiosk(); }),
    };
}

std::vector<Scene> joining_scenes(core::base::Date day)
{
    return {
        go(
            day, "join-code",
            [](SampleKiosk& kiosk) {
                kiosk.invite_further();
                kiosk.hear_of_centre();
                kiosk.tap("staff.door");
                kiosk.spell("K7M2");
            },
            From::start),
        go(day, "join-card",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.home");
               const auto code = kiosk.invite();
               kiosk.tap("staff.door");
               kiosk.spell(code);
               kiosk.tap("action.next");
           }),
        go(day, "join-not-the-card", [](SampleKiosk& kiosk) { kiosk.scan(kiosk.card_of_kim()); }),
        go(day, "join-other-centre", [](SampleKiosk& kiosk) { kiosk.stage().scan(card_of_another()); }),
        go(day, "join-card-typed",
           [](SampleKiosk& kiosk) { kiosk.tap("open.card.type"), kiosk.spell("K7M2Q9"); }),
        go(day, "joined", [](SampleKiosk& kiosk) { kiosk.stage().scan(kiosk.centre_card()); }),
        go(day, "join-whose", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "join-nobody", [](SampleKiosk& kiosk) { kiosk.tap("bar.home"), kiosk.tap("staff.door"); }),
        go(day, "join-members",
           [](SampleKiosk& kiosk) {
               kiosk.tap("sign_in.use_card");
               kiosk.stage().scan(kiosk.centre_card());
               kiosk.touch("Lone");
               type_code(kiosk, SampleKiosk::staff_code);
               type_code(kiosk, SampleKiosk::staff_code);
               kiosk.tap("desk.members");
           }),
        go(day, "join-member", [](SampleKiosk& kiosk) { kiosk.touch("Ida"); }),
        go(day, "join-let-in",
           [](SampleKiosk& kiosk) {
               kiosk.tap("members.let_in");
               type_code(kiosk, SampleKiosk::staff_code);
               type_code(kiosk, SampleKiosk::staff_code);
           }),
        go(day, "join-deeds",
           [](SampleKiosk& kiosk) { kiosk.tap("members.done"), kiosk.tap("deeds.title"); }),
    };
}

} // namespace

std::vector<Scene> join_scenes(core::base::Date day)
{
    auto all = waiting_scenes(day);
    for (auto& scene : joining_scenes(day)) all.push_back(std::move(scene));
    return all;
}

} // namespace frikort::tests::tour
