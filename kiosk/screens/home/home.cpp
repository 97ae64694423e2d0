// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/home/home.hpp"

#include "kiosk/screens/scanned.hpp"

namespace frikort::kiosk::screens::home {

View view(const Model& model, const Visit& visit)
{
    const auto& texts = visit.texts();
    return {
        .title = texts("home.title"),
        .learn = texts("learn.title"),
        .learn_detail = texts("home.learn.detail"),
        .book = texts("home.book"),
        .book_detail = texts("home.book.detail"),
        .jobs = texts("home.jobs"),
        .jobs_detail = texts("home.jobs.detail"),
        .help = texts("help.title"),
        .help_detail = texts("home.help.detail"),
        .card = texts("home.card"),
        .card_brief = texts("home.card.brief"),
        .not_read = model.card_not_read ? texts("card.not_read") : "",
        .again = texts("action.again"),
        .other_language = texts("home.other_language"),
        .read = read_label(visit),
        .display = texts("bar.display"),
        .staff = model.waiting == 0
                     ? texts("staff.door")
                     : texts.count("staff.door.waiting", static_cast<std::int64_t>(model.waiting)),
        .staff_brief = model.waiting == 0 ? "" : std::to_string(model.waiting),
    };
}

ui::Move Screen::frame(ui::Ui& ui)
{
    model_.waiting = waiting_();
    const auto shown = view(model_, visit_);
    const auto intent = draw(ui, list_, shown, read_place(visit_, shown.read));
    if (!intent) return ui::Stay{};
    if (const auto* scanned = std::get_if<Scanned>(&*intent)) {
        const auto move = scanned_move(doors_, scanned->line);
        model_.card_not_read = !move;
        return move.value_or(ui::Stay{});
    }
    model_.card_not_read = false;
    if (std::holds_alternative<Learn>(*intent)) return ui::Open{doors_.learn()};
    if (std::holds_alternative<OpenBook>(*intent)) return ui::Open{doors_.door()};
    if (std::holds_alternative<Jobs>(*intent)) return ui::Open{doors_.jobs()};
    if (std::holds_alternative<Help>(*intent)) return ui::Open{doors_.help()};
    if (std::holds_alternative<Read>(*intent)) return ui::Stay{};
    if (std::holds_alternative<Display>(*intent)) return ui::Open{doors_.display()};
    if (std::holds_alternative<StaffDoor>(*intent)) return ui::Open{doors_.staff()};
    visit_.speak(visit_.language() == "da" ? "en" : "da");
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::home
