// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/sheet/kinds.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/qr_frame.hpp"

namespace frikort::kiosk::screens::sheet {

using ui::Rect;

namespace {

// What a hand copies, in lines of this width: one that is too wide goes on in a second. Some letters are
// wider than others, and no card is to look otherwise for its letters.
std::vector<std::string> in_lines(const ui::Ui& ui, const std::vector<std::string>& lines,
                                  const ui::TextStyle& style, float width)
{
    std::vector<std::string> all;
    for (const auto& line : lines) {
        const auto blank = line.find(' ', line.size() / 2);
        if (ui.text_width(line, style) <= width || blank == std::string::npos) {
            all.push_back(line);
            continue;
        }
        all.push_back(line.substr(0, blank));
        all.push_back(line.substr(blank + 1));
    }
    return all;
}

} // namespace

// The code to scan, and the letters to copy by hand: beside each other with the words, or, where the letters
// are too large for that, one under the other.
std::optional<Intent> draw_paper(ui::Ui& ui, const View& view, ui::ListState& list)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const float gap = ui.layout().gap;
    const float line = ui.theme().line(ui::Face::label);
    const ui::TextStyle style{
        .face = ui::Face::label, .align = ui::Align::centre, .privacy = ui::Privacy::personal};
    const auto halves = body.columns(2, gap);
    const Rect inside = halves[0].inset(ui.px(3.0F));
    const auto paper = in_lines(ui, view.paper, style, ui.theme().big() ? body.w : inside.w);
    const float letters_height = line * static_cast<float>(paper.size());
    const auto draw_qr = [&](Rect place) {
        widgets::qr_frame(ui, place, {.content = view.qr, .name = view.qr_name});
    };
    const auto draw_letters = [&](Rect place) {
        for (std::size_t i = 0; i < paper.size(); ++i)
            ui.text(place.without_top(line * static_cast<float>(i)).top_part(line), paper[i], style);
    };
    const auto draw_way = [&](Rect place) {
        if (ui.button(place, buttons(view).back())) intent = Way{0};
    };
    const Rect words = halves[1].without_bottom(ui.theme().target() + gap);
    const bool beside = !ui.theme().big() && ui.text_height(words.w, view.told) <= words.h &&
                        std::all_of(paper.begin(), paper.end(),
                                    [&](const auto& one) { return ui.text_width(one, style) <= inside.w; });
    if (beside) {
        ui.card(halves[0]);
        draw_qr(inside.without_bottom(letters_height + ui.px(2.0F)));
        draw_letters(inside.bottom_part(letters_height));
        ui.text(words, view.told);
        draw_way(halves[1].bottom_part(ui.theme().target()));
        return intent;
    }
    ui.list(body, list,
            {.count = 4,
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == 0   ? body.h
                            : item == 1 ? letters_height
                            : item == 2 ? ui.text_height(width, view.told)
                                        : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item == 0)
                         draw_qr(place);
                     else if (item == 1)
                         draw_letters(place);
                     else if (item == 2)
                         ui.text(place, view.told);
                     else
                         draw_way(place);
                 }});
    return intent;
}

} // namespace frikort::kiosk::screens::sheet
