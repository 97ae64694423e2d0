// SPDX-License-Identifier: MPL-2.0
#include "core/allowance/allowance.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/text.hpp"

namespace frikort::core::allowance {

using base::Date;
using base::no;
using base::Result;
using Json = nlohmann::json;

namespace {

constexpr std::size_t longest_file = 256 * 1024; // bytes
constexpr std::size_t longest_text = 400;        // characters

// A text field that a screen can show; empty when it is not there or not fit.
std::string words(const Json& json, const char* name)
{
    const auto field = json.find(name);
    if (field == json.end() || !field->is_string()) return {};
    const auto text = field->get<std::string>();
    if (!base::is_plain_text(text) || base::length(text) > longest_text) return {};
    return base::tidy(text);
}

Result<std::vector<Source>, Malformed> sources_of(const Json& json)
{
    const auto list = json.find("sources");
    if (list == json.end() || !list->is_array() || list->empty()) return no(Malformed::no_source);
    std::vector<Source> sources;
    for (const auto& one : *list) {
        if (!one.is_object()) return no(Malformed::wrong_shape);
        Source source{words(one, "number"), words(one, "text"), words(one, "address")};
        if (source.number.empty() || source.text.empty()) return no(Malformed::no_source);
        if (source.address.rfind("https://", 0) != 0) return no(Malformed::no_source);
        sources.push_back(std::move(source));
    }
    return sources;
}

// "2026-11" or "2026-11-20".
bool is_month_or_day(const std::string& text)
{
    return Date::from_iso(text.size() == 7 ? text + "-01" : text).has_value();
}

Result<Allowance, Malformed> allowance_of(const Json& json)
{
    if (!json.is_object()) return no(Malformed::wrong_shape);
    const auto year = json.find("year");
    if (year == json.end() || !year->is_number_integer()) return no(Malformed::wrong_shape);
    const auto covers = words(json, "covers");
    if (covers != "calendar_year" && covers != "period") return no(Malformed::wrong_shape);

    const auto from = Date::from_iso(words(json, "from"));
    const auto until = Date::from_iso(words(json, "until"));
    if (!from || !until || *from > *until) return no(Malformed::bad_date);
    if (*year != from->year() || *year != until->year()) return no(Malformed::bad_date);
    const auto checked = words(json, "checked");
    if (!is_month_or_day(checked)) return no(Malformed::bad_date);

    const auto ore = json.find("ore");
    if (ore == json.end() || !ore->is_number_integer()) return no(Malformed::bad_amount);
    if (*ore <= 0 || *ore > money::Money::largest_ore) return no(Malformed::bad_amount);

    auto sources = sources_of(json);
    if (!sources) return no(sources.error());
    return Allowance{from->year(),
                     *from,
                     *until,
                     money::Money::ore(ore->get<std::int64_t>()),
                     covers == "period" ? Allowance::Covers::period : Allowance::Covers::calendar_year,
                     std::move(*sources),
                     checked};
}

} // namespace

Result<Allowances, Malformed> Allowances::from_json(std::string_view text)
{
    if (text.size() > longest_file) return no(Malformed::wrong_shape);
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return no(Malformed::not_json);
    const auto list = json.is_object() ? json.find("limits") : json.end();
    if (list == json.end() || !list->is_array()) return no(Malformed::wrong_shape);

    Allowances allowances;
    for (const auto& one : *list) {
        auto allowance = allowance_of(one);
        if (!allowance) return no(allowance.error());
        allowances.all_.push_back(std::move(*allowance));
    }
    auto& all = allowances.all_;
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    const auto overlap = std::adjacent_find(all.begin(), all.end(),
                                            [](const auto& a, const auto& b) { return b.from <= a.until; });
    if (overlap != all.end()) return no(Malformed::overlapping);
    return allowances;
}

std::vector<Allowance> Allowances::in(int year) const
{
    std::vector<Allowance> found;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(found),
                 [&](const auto& one) { return one.year == year; });
    return found;
}

std::optional<Allowance> Allowances::latest_before(int year) const
{
    const auto found =
        std::find_if(all_.rbegin(), all_.rend(), [&](const auto& one) { return one.year < year; });
    return found == all_.rend() ? std::nullopt : std::optional{*found};
}

} // namespace frikort::core::allowance
