// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/code/code.hpp"

namespace frikort::kiosk::screens::code {

namespace {

std::optional<Intent> draw_digits(ui::Ui& ui, const View& view)
{
    const auto whole = view.whole ? ui::Enabled::yes : ui::Enabled::no;
    const auto key = widgets::number_pad(
        ui,
        {.heading = view.heading,
         .action = view.action,
         .action_enabled = whole,
         .field = {.name = view.told, .value = view.dots, .align = ui::Align::centre, .spoken = view.told},
         .hint = view.hint,
         .other = view.other});
    if (!key) return std::nullopt;
    if (*key == widgets::PadKey::erase) return Erase{};
    if (*key == widgets::PadKey::action) return Enter{};
    if (*key == widgets::PadKey::other) return OtherKind{};
    const auto sign = widgets::character_of(*key);
    return sign ? std::optional<Intent>{Sign{*sign}} : std::nullopt;
}

std::optional<Intent> draw_pictures(ui::Ui& ui, const View& view, widgets::PicturePadState& state)
{
    widgets::PicturePad pad{.heading = view.heading,
                            .chosen = view.chosen,
                            .wanted = view.wanted,
                            .progress_spoken = view.told,
                            .action = view.action,
                            .action_enabled = view.whole ? ui::Enabled::yes : ui::Enabled::no,
                            .hint = view.hint,
                            .other = view.other};
    std::copy(view.names.begin(), view.names.end(), pad.names.begin());
    const auto touched = widgets::picture_pad(ui, pad, state);
    if (!touched) return std::nullopt;
    using What = widgets::PictureTouched::What;
    if (touched->what == What::erase) return Erase{};
    if (touched->what == What::action) return Enter{};
    if (touched->what == What::other) return OtherKind{};
    return Sign{static_cast<char>('a' + touched->picture)};
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, const View& view, widgets::PicturePadState& state)
{
    return view.kind == Kind::digits ? draw_digits(ui, view) : draw_pictures(ui, view, state);
}

} // namespace frikort::kiosk::screens::code
