// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/big_pad.hpp"

#include <algorithm>
#include <cmath>

namespace frikort::kiosk::widgets {

float beside_width(const ui::Ui& ui, std::string_view answer)
{
    return ui.text_width(answer, {.face = ui::Face::label}) + ui.theme().margin();
}

BigPad big_pad(const ui::Ui& ui, const std::vector<float>& beside)
{
    const auto& layout = ui.layout();
    const float gap = layout.key_gap;
    const float target = ui.theme().target();
    const ui::Rect page = layout.page();
    const float spare = std::max(0.0F, page.h - 3 * target - 2 * gap);
    const float key_height = target + std::floor(spare / 5);
    const float above = page.h - 2 * (key_height + gap);

    BigPad pad;
    pad.keys = page.bottom_part(2 * key_height + gap).rows(2, gap);
    ui::Rect top = page.top_part(above);
    for (auto wanted = beside.rbegin(); wanted != beside.rend(); ++wanted) {
        const float width = std::ceil(std::max(*wanted, target));
        pad.beside.insert(pad.beside.begin(), top.right_part(width));
        top = top.without_right(width + gap);
    }
    pad.question = top.top_part(layout.heading.h);
    pad.field = top.without_top(layout.heading.h + std::round(ui.px(1.0F)));
    return pad;
}

std::vector<float> big_columns(const ui::Ui& ui, float width, std::string_view action)
{
    constexpr int others = 5;
    const float gap = ui.layout().key_gap;
    const float equal = (width - others * gap) / (others + 1);
    const float wanted = ui.text_width(action, {.face = ui::Face::label}) + 2 * ui.px(1.4F);
    const float most = width - others * (ui.theme().target() + gap + 1);
    const float last = std::clamp(wanted, equal, std::max(equal, most));
    std::vector<float> columns(others, (width - others * gap - last) / others);
    columns.push_back(last);
    return columns;
}

} // namespace frikort::kiosk::widgets
