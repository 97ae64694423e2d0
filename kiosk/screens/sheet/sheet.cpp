// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/sheet/sheet.hpp"

#include "core/base/text.hpp"

namespace frikort::kiosk::screens::sheet {

void Typing::forget()
{
    core::base::wipe(text);
    keyboard = {};
}

void Typing::take(const widgets::Keystroke& stroke, std::size_t most, widgets::Capitals capitals)
{
    auto next = widgets::spelled(text, stroke, most, capitals);
    core::base::wipe(text);
    text = std::move(next);
}

View typing(std::string title, const Typing& typed, Seen seen, const core::content::Texts& texts)
{
    View view;
    view.kind = Kind::type;
    view.title = std::move(title);
    if (seen == Seen::letters) {
        view.field = typed.text;
    } else {
        const auto count = core::base::length(typed.text);
        for (std::size_t i = 0; i < count; ++i) view.field += "•";
        view.spoken = texts.count("sheet.typed", static_cast<std::int64_t>(count));
    }
    view.action = texts("action.next");
    view.again = texts("action.again");
    view.space = texts("keyboard.space");
    view.erase = texts("keyboard.erase");
    view.digits = texts("keyboard.digits");
    view.letters = texts("keyboard.letters");
    return view;
}

} // namespace frikort::kiosk::screens::sheet
