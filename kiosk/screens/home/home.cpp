// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/home/home.hpp"

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
        .card = texts("home.card"),
        .card_detail = texts("home.card.detail"),
        .not_read = model.card_not_read ? texts("card.not_read") : "",
        .other_language = texts("home.other_language"),
        .read = read_label(visit),
        .display = texts("bar.display"),
    };
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto shown = view(model_, visit_);
    const auto intent = draw(ui, shown, read_place(visit_, shown.read));
    if (!intent) return ui::Stay{};
    if (const auto* scanned = std::get_if<Scanned>(&*intent)) {
        auto card = core::people::Card::read(scanned->line);
        model_.card_not_read = !card;
        if (card) return ui::Open{doors_.open_with_card(std::move(*card))};
        return ui::Stay{};
    }
    model_.card_not_read = false;
    if (std::holds_alternative<Learn>(*intent)) return ui::Open{doors_.learn()};
    if (std::holds_alternative<OpenBook>(*intent)) return ui::Open{doors_.door()};
    if (std::holds_alternative<Display>(*intent)) return ui::Open{doors_.display()};
    visit_.speak(visit_.language() == "da" ? "en" : "da");
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::home
