// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/parts.hpp"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens {

void draw_told(ui::Ui& ui, ui::Rect card, ui::Icon icon, std::string_view words, ui::Privacy privacy,
               ui::Ground tint)
{
    ui.card(card);
    const ui::Rect inside = card.inset(ui.theme().margin());
    const float square = std::min({ui.px(30.0F), inside.h, inside.w * 0.3F});
    ui.picture(inside.left_part(square).middle(square, square), {.icon = icon, .tint = tint});
    const ui::Rect beside = card.inset(ui.theme().margin(), ui.px(1.5F));
    ui.text(beside.without_left(square + ui.theme().margin()), words,
            {.anchor = ui::Anchor::middle, .privacy = privacy});
}

namespace {

// "One. Two? Three." in three; line breaks divide too.
std::vector<std::string_view> sentences(std::string_view words)
{
    std::vector<std::string_view> all;
    std::size_t from = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool ends = words[at] == '.' || words[at] == '?' || words[at] == '!';
        const bool breaks = words[at] == '\n' || (ends && at + 1 < words.size() && words[at + 1] == ' ');
        const bool number =
            words[at] == '.' && at > 0 && words[at - 1] >= '0' && words[at - 1] <= '9'; // "14. november"
        const bool kroner = at >= 2 && words.substr(at - 2, 3) == "kr.";
        if (!breaks || number || kroner) continue;
        all.push_back(words.substr(from, at + (words[at] == '\n' ? 0 : 1) - from));
        from = at + (words[at] == '\n' ? 1 : 2);
    }
    if (from < words.size()) all.push_back(words.substr(from));
    return all;
}

} // namespace

std::optional<std::size_t> draw_question(ui::Ui& ui, ui::Rect body, ui::ListState& list,
                                         const Question& question)
{
    std::optional<std::size_t> touched;
    const auto& ways = question.ways;
    const float gap = ui.layout().gap;
    const float target = ui.theme().target();
    const ui::Rect card = body.without_bottom(ways.empty() ? 0 : target + gap);
    const float margin = ui.theme().margin();
    const float square = std::min({ui.px(30.0F), card.h - margin * 2, (card.w - margin * 2) * 0.3F});
    const float words = ui.text_height(card.w - margin * 3 - square, question.words);
    const auto columns = body.bottom_part(target).columns(std::max(2, static_cast<int>(ways.size())), gap);
    const bool ways_fit =
        std::all_of(ways.begin(), ways.end(), [&](const auto& way) { return ui.fits(columns[0], way); });
    if (words <= card.h - ui.px(4.0F) && ways_fit) {
        draw_told(ui, card, question.icon, question.words, question.privacy, question.tint);
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (ui.button(columns[columns.size() - ways.size() + i], ways[i])) touched = i;
        return touched;
    }
    const auto lines = sentences(question.words);
    ui.list(body, list,
            {.count = lines.size() + ways.size(),
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item < lines.size() ? ui.text_height(width, lines[item]) : target;
                 },
             .draw =
                 [&](std::size_t item, ui::Rect place) {
                     if (item < lines.size()) ui.text(place, lines[item], {.privacy = question.privacy});
                     // In a list the main way comes first.
                     else if (ui.button(place, ways[ways.size() - 1 - (item - lines.size())]))
                         touched = ways.size() - 1 - (item - lines.size());
                 }});
    return touched;
}

std::optional<std::size_t> draw_wrong(ui::Ui& ui, ui::ListState& list, std::string_view title,
                                      std::string_view told, std::vector<ui::Button> ways)
{
    return draw_question(ui, widgets::page_top(ui, title), list,
                         {.icon = ui::Icon::warning, .words = told, .ways = std::move(ways)});
}

ui::Rect typing_body(ui::Ui& ui, std::string_view question)
{
    return ui.theme().big() ? ui.layout().page() : widgets::page_top(ui, question);
}

float spare_per_row(const ui::Ui& ui, float height, std::size_t rows,
                    const std::function<float(std::size_t)>& row_height)
{
    if (rows == 0) return 0;
    float needed = static_cast<float>(rows - 1) * ui.theme().least_gap();
    for (std::size_t row = 0; row < rows && needed < height; ++row) needed += row_height(row);
    return std::max(0.0F, std::floor((height - needed) / static_cast<float>(rows)));
}

float air_per_row(const ui::Ui& ui, float height, std::size_t rows,
                  const std::function<float(std::size_t)>& row_height)
{
    return std::min(spare_per_row(ui, height, rows, row_height), std::round(ui.px(5.0F)));
}

ui::Rect draw_notice(ui::Ui& ui, ui::Rect body, std::string_view words, Wrong wrong)
{
    if (words.empty()) return body;
    const ui::Notice notice{.text = words, .icon = wrong == Wrong::yes ? ui::Icon::warning : ui::Icon::info};
    const float height = ui.notice_height(body.w, notice);
    ui.notice(body.top_part(height), notice);
    return body.without_top(height + ui.layout().gap);
}

} // namespace frikort::kiosk::screens
