// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/code/code.hpp"

namespace frikort::kiosk::screens::code {

namespace {

std::optional<Intent> draw_digits(ui::Ui& ui, ui::Rect body, const View& view)
{
    const auto whole = view.whole ? ui::Enabled::yes : ui::Enabled::no;
    // In big mode there is no room under the field: a short hint stands in it until the first key, others are
    // only spoken.
    const bool in_field = ui.theme().big() && view.chosen == 0 &&
                          ui.text_width(view.hint, {.face = ui::Face::title}) < body.w - ui.theme().margin();
    const auto key = widgets::number_pad(
        ui, body,
        {.action = view.action,
         .action_enabled = whole,
         .field = {.name = view.told,
                   .value = in_field ? std::string_view{} : std::string_view{view.dots},
                   .placeholder = in_field ? std::string_view{view.hint} : std::string_view{},
                   .align = ui::Align::centre,
                   .spoken = view.told},
         .hint = in_field ? std::string_view{} : std::string_view{view.hint}});
    if (!key) return std::nullopt;
    if (*key == widgets::PadKey::erase) return Erase{};
    if (*key == widgets::PadKey::action) return Enter{};
    const auto sign = widgets::character_of(*key);
    return sign ? std::optional<Intent>{Sign{*sign}} : std::nullopt;
}

std::optional<Intent> draw_pictures(ui::Ui& ui, ui::Rect body, const View& view,
                                    widgets::PicturePadState& state)
{
    widgets::PicturePad pad{.chosen = view.chosen,
                            .wanted = view.wanted,
                            .progress_spoken = view.told,
                            .action = view.action,
                            .action_enabled = view.whole ? ui::Enabled::yes : ui::Enabled::no,
                            .hint = view.hint};
    std::copy(view.names.begin(), view.names.end(), pad.names.begin());
    const auto touched = widgets::picture_pad(ui, body, pad, state);
    if (!touched) return std::nullopt;
    using What = widgets::PictureTouched::What;
    if (touched->what == What::erase) return Erase{};
    if (touched->what == What::action) return Enter{};
    return Sign{static_cast<char>('a' + touched->picture)};
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, ui::Rect body, const View& view, widgets::PicturePadState& state)
{
    return view.kind == Kind::digits ? draw_digits(ui, body, view) : draw_pictures(ui, body, view, state);
}

} // namespace frikort::kiosk::screens::code
