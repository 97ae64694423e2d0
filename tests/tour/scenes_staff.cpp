// SPDX-License-Identifier: MPL-2.0
#include <stdexcept>

#include "tests/tour/scenes_parts.hpp"

namespace frikort::tests::tour {

using core::base::Date;

namespace {

// Of the centre card on the screen; in large letters they stand further down.
std::string last_four(SampleKiosk& kiosk)
{
    std::string letters;
    for (int page = 0; page < 4 && letters.size() < 27; ++page) {
        if (page > 0) kiosk.tap("words.more");
        letters.clear();
        for (const auto& node : kiosk.stage().semantics().nodes())
            if (node.privacy == frikort::kiosk::ui::Privacy::personal)
                for (const char sign : node.name)
                    if (sign != ' ') letters += sign;
    }
    if (letters.size() < 27) throw std::runtime_error{"no letters of the card"};
    return letters.substr(letters.size() - 4);
}

void type_code(SampleKiosk& kiosk, std::string_view code)
{
    kiosk.stage().type(code);
    kiosk.tap("action.next");
}

std::vector<Scene> set_up_scenes(Date day)
{
    return {
        go(
            day, "staff-not-invited", [](SampleKiosk& kiosk) { kiosk.tap("staff.door"); }, From::start),
        go(day, "set-up-code",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.home");
               const auto code = kiosk.invite();
               kiosk.tap("staff.door");
               kiosk.spell(code);
           }),
        go(day, "set-up-name", [](SampleKiosk& kiosk) { kiosk.tap("action.next"), kiosk.spell("LONE"); }),
        go(day, "own-code",
           [](SampleKiosk& kiosk) { kiosk.tap("action.next"), kiosk.stage().type("sorte"); }),
        go(day, "own-code-too-short", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "own-code-again", [](SampleKiosk& kiosk) { type_code(kiosk, SampleKiosk::staff_code); }),
        go(day, "set-up-card", [](SampleKiosk& kiosk) { type_code(kiosk, SampleKiosk::staff_code); }),
        go(day, "set-up-not-kept",
           [](SampleKiosk& kiosk) {
               kiosk.tap("set_up.card.kept");
               kiosk.spell("0000");
               kiosk.tap("action.next");
           }),
        go(day, "set-up-number",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back");
               const auto letters = last_four(kiosk);
               kiosk.tap("set_up.card.kept");
               kiosk.spell(letters);
               kiosk.tap("action.next");
           }),
        go(day, "desk", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
    };
}

std::vector<Scene> sign_in_scenes(Date day)
{
    return {
        go(
            day, "sign-in", [](SampleKiosk& kiosk) { kiosk.staff_it(), kiosk.tap("staff.door"); },
            From::start),
        go(day, "sign-in-code",
           [](SampleKiosk& kiosk) { kiosk.touch("Ida"), kiosk.stage().type("sorte sv"); }),
        go(day, "sign-in-wrong", [](SampleKiosk& kiosk) { kiosk.tap("action.next"); }),
        go(day, "sign-in-wait",
           [](SampleKiosk& kiosk) {
               type_code(kiosk, "sorte svin");
               kiosk.try_again();
               type_code(kiosk, "sorte svin");
           }),
        go(day, "sign-in-forgot",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("sign_in.forgot"); }),
        go(day, "sign-in-centre-card", [](SampleKiosk& kiosk) { kiosk.tap("sign_in.use_card"); }),
        go(day, "sign-in-not-the-card", [](SampleKiosk& kiosk) { kiosk.scan(kiosk.card_of_kim()); }),
        go(day, "sign-in-card-typed",
           [](SampleKiosk& kiosk) { kiosk.tap("open.card.type"), kiosk.spell("K7M2Q9"); }),
        go(day, "sign-in-whose", [](SampleKiosk& kiosk) { kiosk.stage().scan(kiosk.centre_card()); }),
        go(day, "desk-volunteer", [](SampleKiosk& kiosk) { kiosk.tap("bar.home"), kiosk.sign_in("Tom"); }),
        go(day, "home-waiting",
           [](SampleKiosk& kiosk) { kiosk.tap("bar.close"), kiosk.dress(), kiosk.let_wait(2); }),
    };
}

std::vector<Scene> leader_scenes(Date day)
{
    return {
        go(
            day, "members",
            [](SampleKiosk& kiosk) { kiosk.staff_it(), kiosk.sign_in(), kiosk.tap("desk.members"); },
            From::start),
        go(day, "member", [](SampleKiosk& kiosk) { kiosk.touch("Ida"); }),
        go(day, "member-role", [](SampleKiosk& kiosk) { kiosk.tap("members.role"); }),
        go(day, "member-changed", [](SampleKiosk& kiosk) { kiosk.tap("role.leader"); }),
        go(day, "member-remove",
           [](SampleKiosk& kiosk) {
               kiosk.tap("members.done"), kiosk.touch("Ida"), kiosk.tap("members.remove");
           }),
        go(day, "member-name",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back"), kiosk.tap("bar.back"), kiosk.tap("members.add");
               kiosk.spell("EVA");
           }),
        go(day, "deeds", [](SampleKiosk& kiosk) { kiosk.tap("bar.back"), kiosk.tap("deeds.title"); }),
        go(day, "health",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.back"), kiosk.tap("bar.back");
               kiosk.go_without_network();
               kiosk.tap("desk.health");
           }),
        go(day, "dismissed",
           [](SampleKiosk& kiosk) {
               kiosk.tap("bar.close");
               kiosk.dress();
               kiosk.sign_in("Ida");
               kiosk.remove("Ida");
               kiosk.tap("desk.books");
           }),
    };
}

} // namespace

std::vector<Scene> staff_scenes(Date day)
{
    std::vector<Scene> all;
    for (auto part : {set_up_scenes(day), sign_in_scenes(day), leader_scenes(day)})
        for (auto& scene : part) all.push_back(std::move(scene));
    return all;
}

} // namespace frikort::tests::tour
