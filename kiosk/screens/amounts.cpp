// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/amounts.hpp"

#include "core/content/dates.hpp"
#include "kiosk/ui/text_flow.hpp"

namespace frikort::kiosk::screens {

using core::content::Texts;
using core::money::Separators;

namespace {

std::string together(std::string text)
{
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
        text.replace(at, 1, ui::no_break);
    return text;
}

// "20. november" of "20. november 2025".
std::string first_together(std::string text)
{
    if (const auto at = text.find(' '); at != std::string::npos) text.replace(at, 1, ui::no_break);
    return text;
}

} // namespace

Separators separators_of(const Texts& texts)
{
    return texts.language() == "da" ? Separators::danish : Separators::english;
}

std::string amount_text(core::money::Money amount, const Texts& texts)
{
    return together(core::money::text(amount, separators_of(texts)));
}

std::string place_text(const std::optional<std::string>& place, const Texts& texts)
{
    return place ? *place : texts("place.not_told");
}

std::string time_text(std::optional<int> minutes, const Texts& texts)
{
    if (!minutes) return texts("time.not_known");
    const int hours = *minutes / 60;
    const int rest = *minutes % 60;
    if (rest == 0) return texts.count("time.hours", hours);
    const auto left = texts.count("time.minutes", rest);
    return hours == 0 ? left : texts.count("time.hours", hours) + " " + left;
}

std::string day_and_month(core::base::Date day, const Texts& texts)
{
    return together(texts("date.day_and_month", {{"day", std::to_string(day.day())},
                                                 {"month", core::content::month(texts, day.month())}}));
}

std::string date_text(core::base::Date day, const Texts& texts)
{
    return first_together(core::content::written_out(texts, day));
}

std::string short_date_text(core::base::Date day, const Texts& texts)
{
    return together(texts("date.short", {{"day", std::to_string(day.day())},
                                         {"month", core::content::short_month(texts, day.month())},
                                         {"year", std::to_string(day.year())}}));
}

void put_in(std::string& text, std::string_view name, const std::string& value)
{
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
        text.replace(at, name.size(), value);
        const auto after = at + value.size();
        const bool two_stops = value.ends_with('.') && after < text.size() && text[after] == '.';
        if (two_stops) text.erase(after, 1); // "kr." ends the sentence too
    }
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

} // namespace frikort::kiosk::screens
