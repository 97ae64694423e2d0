// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/big_columns.hpp"

#include <algorithm>
#include <cmath>

namespace frikort::kiosk::widgets {

std::vector<float> big_columns(const ui::Ui& ui, float width, std::string_view action)
{
    constexpr int others = 5;
    const float gap = ui.layout().key_gap;
    const float equal = (width - others * gap) / (others + 1);
    const float wanted = ui.text_width(action, {.face = ui::Face::label}) + 2 * ui.px(1.4F);
    const float most = width - others * (std::ceil(ui.theme().target()) + gap + 1);
    const float last = std::clamp(wanted, equal, std::max(equal, most));
    std::vector<float> columns(others, (width - others * gap - last) / others);
    columns.push_back(last);
    return columns;
}

} // namespace frikort::kiosk::widgets
