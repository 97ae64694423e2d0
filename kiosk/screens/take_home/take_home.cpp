// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/take_home/take_home.hpp"

namespace frikort::kiosk::screens::take_home {

View view(const Model& model, const std::vector<std::string>& pages, int year,
          const core::content::Texts& texts)
{
    View view;
    view.title = texts("take.title", {{"year", std::to_string(year)}});
    if (!model.shown) {
        view.told = texts("take.ask");
        view.go = texts("take.show");
        return view;
    }
    const bool last = model.page + 1 == pages.size();
    if (pages.size() > 1)
        view.corner =
            texts("log.step", {{"n", std::to_string(model.page + 1)}, {"of", std::to_string(pages.size())}});
    view.told = texts(last ? "take.told.last" : "take.told");
    view.qr = pages.at(model.page);
    view.qr_name = texts("take.qr");
    view.go = texts(last ? "new.card.done" : "take.next");
    return view;
}

Effect update(Model& model, std::size_t pages)
{
    model.list = {};
    if (!model.shown)
        model.shown = true;
    else if (model.page + 1 == pages)
        return Effect::leave;
    else
        ++model.page;
    return Effect::none;
}

} // namespace frikort::kiosk::screens::take_home
