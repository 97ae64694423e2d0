// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/look.hpp"

namespace frikort::kiosk::ui {

namespace {

template <class Value, std::size_t Count>
std::optional<Value> named(std::string_view name, const std::array<Value, Count>& all)
{
    for (const Value value : all)
        if (name_of(value) == name) return value;
    return std::nullopt;
}

} // namespace

std::string_view name_of(TextSize size)
{
    switch (size) {
    case TextSize::s:
        return "S";
    case TextSize::m:
        return "M";
    case TextSize::l:
        return "L";
    case TextSize::xl:
        return "XL";
    }
    return {};
}

std::string_view name_of(Palette palette)
{
    switch (palette) {
    case Palette::medium:
        return "medium";
    case Palette::low:
        return "low";
    case Palette::dark:
        return "dark";
    case Palette::light:
        return "light";
    }
    return {};
}

std::optional<TextSize> text_size_named(std::string_view name) { return named(name, every_text_size); }
std::optional<Palette> palette_named(std::string_view name) { return named(name, every_palette); }

} // namespace frikort::kiosk::ui
