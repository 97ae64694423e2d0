// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/picture_pad.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "kiosk/widgets/big_pad.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::widgets {

namespace {

using ui::Rect;

void draw_dots(ui::Ui& ui, Rect where, const PicturePad& pad)
{
    std::string dots;
    for (std::size_t i = 0; i < pad.wanted; ++i) {
        if (i > 0) dots += ' ';
        dots += i < pad.chosen ? "●" : "○";
    }
    ui.field(where, {.name = pad.progress_spoken,
                     .value = dots,
                     .align = ui::Align::centre,
                     .face = ui::Face::heading,
                     .spoken = pad.progress_spoken});
}

struct Asked {
    ui::Ui& ui;
    const PicturePad& pad;
    std::optional<PictureTouched> touched{};

    void picture(Rect where, std::size_t i)
    {
        const ui::Enabled enabled{pad.chosen < pad.wanted};
        if (ui.key(where, {.icon = code_pictures[i], .enabled = enabled, .spoken = pad.names[i]}))
            touched = {PictureTouched::What::picture, i};
    }
    void erase(Rect where)
    {
        const ui::Enabled enabled{pad.chosen > 0};
        if (ui.key(where, {.icon = ui::Icon::erase,
                           .icon_size = ui::IconSize::medium,
                           .enabled = enabled,
                           .spoken = ui.words().erase_picture}))
            touched = {PictureTouched::What::erase, 0};
    }
    void other(Rect where)
    {
        if (ui.button(where, {.label = pad.other})) touched = {PictureTouched::What::other, 0};
    }
    void action(Rect where)
    {
        if (ui.button(where, {.label = pad.action,
                              .icon = ui::Icon::arrow_right,
                              .side = ui::Side::right,
                              .fill = ui::Fill::filled,
                              .face = ui::Face::title,
                              .enabled = pad.action_enabled}))
            touched = {PictureTouched::What::action, 0};
    }
};

void draw_all(Asked& asked, Rect body)
{
    ui::Ui& ui = asked.ui;
    const PicturePad& pad = asked.pad;
    const auto& layout = ui.layout();
    const auto halves = body.columns({1.25F, 1.0F}, std::round(layout.gap * 2));
    const auto rows = halves[0].rows(4, layout.key_gap);
    const auto right = [&](std::size_t row) {
        return Rect{halves[1].x, rows[row].y, halves[1].w, rows[row].h};
    };
    draw_dots(ui, right(0), pad);
    if (!pad.hint.empty()) {
        const float top = rows[0].bottom();
        ui.text({right(1).x, top, right(1).w, rows[2].y - top}, pad.hint, {.anchor = ui::Anchor::middle});
    }
    for (std::size_t i = 0; i < code_pictures.size(); ++i)
        asked.picture(rows[i / 4].columns(4, layout.gap)[i % 4], i);
    if (pad.other.empty()) {
        asked.erase(right(2));
    } else {
        const float erase = ui.theme().target();
        asked.other(right(2).without_right(erase + layout.gap));
        asked.erase(right(2).right_part(erase));
    }
    asked.action(right(3));
}

void draw_in_pages(Asked& asked, PicturePadState& state)
{
    constexpr std::size_t per_page = 8;
    ui::Ui& ui = asked.ui;
    const PicturePad& pad = asked.pad;
    const float gap = ui.layout().key_gap;
    std::vector<float> beside;
    if (!pad.other.empty()) beside.push_back(beside_width(ui, pad.other));
    const auto places = big_pad(ui, beside);
    heading_row(ui, places.question, pad.heading);
    draw_dots(ui, places.field, pad);
    if (!pad.other.empty()) asked.other(places.beside[0]);

    const auto columns = big_columns(ui, ui.layout().body.w, pad.action);
    const auto upper = places.keys[0].columns(columns, gap);
    const auto lower = places.keys[1].columns(columns, gap);
    const std::size_t first = (state.page % 2) * per_page;
    for (std::size_t i = 0; i < per_page; ++i) asked.picture(i < 4 ? upper[i] : lower[i - 4], first + i);
    asked.erase(upper[4]);
    if (ui.key(lower[4], {.icon = first == 0 ? ui::Icon::arrow_right : ui::Icon::arrow_left,
                          .spoken = ui.words().more_pictures}))
        state.page = (state.page + 1) % 2;
    asked.action({upper[5].x, upper[5].y, upper[5].w, lower[5].bottom() - upper[5].y});
}

} // namespace

std::optional<PictureTouched> picture_pad(ui::Ui& ui, const PicturePad& pad, PicturePadState& state)
{
    Asked asked{ui, pad};
    if (ui.theme().big())
        draw_in_pages(asked, state);
    else
        draw_all(asked, page_top(ui, pad.heading));
    return asked.touched;
}

} // namespace frikort::kiosk::widgets
