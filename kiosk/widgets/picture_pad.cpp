// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/picture_pad.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "kiosk/widgets/big_columns.hpp"

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
    const auto& layout = ui.layout();
    const auto halves = body.columns({1.25F, 1.0F}, std::round(layout.gap * 2));
    const auto rows = halves[0].rows(4, layout.key_gap);
    const Rect right = halves[1];
    draw_dots(ui, {right.x, right.y, right.w, rows[0].h}, asked.pad);
    if (!asked.pad.hint.empty()) {
        const float top = rows[0].bottom() + layout.gap;
        ui.text({right.x, top, right.w, rows[2].y - layout.gap - top}, asked.pad.hint);
    }
    for (std::size_t i = 0; i < code_pictures.size(); ++i)
        asked.picture(rows[i / 4].columns(4, layout.gap)[i % 4], i);
    asked.erase({right.x, rows[2].y, right.w, rows[2].h});
    asked.action({right.x, rows[3].y, right.w, rows[3].h});
}

void draw_in_pages(Asked& asked, Rect body, PicturePadState& state)
{
    constexpr std::size_t per_page = 8;
    ui::Ui& ui = asked.ui;
    const float gap = ui.layout().key_gap;
    const float cell = std::ceil(ui.theme().target());
    const Rect cells = body.bottom_part(2 * cell + gap);
    draw_dots(ui, body.without_bottom(cells.h + gap), asked.pad);

    const auto rows = cells.rows(2, gap);
    const auto columns = big_columns(ui, cells.w, asked.pad.action);
    const auto upper = rows[0].columns(columns, gap);
    const auto lower = rows[1].columns(columns, gap);
    const std::size_t first = (state.page % 2) * per_page;
    for (std::size_t i = 0; i < per_page; ++i) asked.picture(i < 4 ? upper[i] : lower[i - 4], first + i);
    asked.erase(upper[4]);
    if (ui.key(lower[4], {.icon = first == 0 ? ui::Icon::arrow_right : ui::Icon::arrow_left,
                          .spoken = ui.words().more_pictures}))
        state.page = (state.page + 1) % 2;
    asked.action({upper[5].x, upper[5].y, upper[5].w, cells.h});
}

} // namespace

std::optional<PictureTouched> picture_pad(ui::Ui& ui, ui::Rect body, const PicturePad& pad,
                                          PicturePadState& state)
{
    Asked asked{ui, pad};
    const float needed = 4 * ui.theme().target() + 3 * ui.layout().key_gap;
    if (needed <= body.h + 1)
        draw_all(asked, body);
    else
        draw_in_pages(asked, body, state);
    return asked.touched;
}

} // namespace frikort::kiosk::widgets
