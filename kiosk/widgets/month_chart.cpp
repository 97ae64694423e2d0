// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/month_chart.hpp"

namespace frikort::kiosk::widgets {

void month_chart(ui::Ui& ui, ui::Rect rect, const MonthChart& months)
{
    ui::Chart chart{.name = months.name, .top_label = months.most, .privacy = months.privacy};
    for (std::size_t i = 0; i < months.ore.size(); ++i)
        chart.bars.push_back({static_cast<float>(months.ore[i]), months.letters[i], months.spoken[i]});
    ui.chart(rect, chart);
}

} // namespace frikort::kiosk::widgets
