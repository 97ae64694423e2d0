// SPDX-License-Identifier: MPL-2.0
#include <nlohmann/json.hpp>

#include "core/people/call_name.hpp"
#include "kiosk/screens/log_pay/log_pay.hpp"

namespace frikort::kiosk::screens::log_pay {

using nlohmann::json;

std::string kept(const Answers& answers)
{
    json words = json::object();
    if (answers.paid) words["paid"] = answers.paid->iso();
    if (answers.place) words["place"] = answers.place->name ? json(*answers.place->name) : json(nullptr);
    if (answers.worked)
        words["minutes"] = answers.worked->minutes ? json(*answers.worked->minutes) : json(nullptr);
    if (!answers.amount.empty()) words["amount"] = answers.amount;
    return words.dump();
}

std::optional<Answers> from_kept(std::string_view words)
{
    const auto read = json::parse(words, nullptr, false);
    if (!read.is_object()) return std::nullopt;
    Answers answers;
    if (const auto day = read.find("paid"); day != read.end() && day->is_string())
        answers.paid = core::base::Date::from_iso(day->get<std::string>());
    if (const auto place = read.find("place"); place != read.end()) {
        if (place->is_string()) {
            const auto name =
                core::people::free_text(place->get_ref<const std::string&>(), core::notebook::longest_place);
            if (name) answers.place = Place{*name};
        } else if (place->is_null()) {
            answers.place = Place{};
        }
    }
    if (const auto minutes = read.find("minutes"); minutes != read.end()) {
        if (minutes->is_number_integer() && *minutes >= 1 && *minutes <= core::notebook::most_minutes)
            answers.worked = Worked{minutes->get<int>()};
        else if (minutes->is_null())
            answers.worked = Worked{};
    }
    if (const auto amount = read.find("amount"); amount != read.end() && amount->is_string())
        answers.amount = amount->get<std::string>();
    const bool is_typed = answers.amount.find_first_not_of("0123456789.,") == std::string::npos;
    if (!is_typed || answers.amount.size() > 20) answers.amount.clear();
    return answers;
}

} // namespace frikort::kiosk::screens::log_pay
