// SPDX-License-Identifier: MPL-2.0
#include "core/notebook/body.hpp"

#include <nlohmann/json.hpp>

#include "core/base/must.hpp"
#include "core/base/text.hpp"

namespace frikort::core::notebook {

using base::no;
using base::Result;
using Json = nlohmann::json;

namespace {

constexpr std::size_t longest_body = 16 * 1024; // bytes
constexpr std::size_t longest_kind = 40;        // bytes

// --- writing

void put(Json& json, const Earning& earning)
{
    json["paid"] = earning.paid.iso();
    json["ore"] = earning.amount.in_ore();
    if (earning.place) json["place"] = *earning.place;
    if (earning.minutes) json["minutes"] = *earning.minutes;
}

Json json_of(const Earning& earning)
{
    Json json{{"kind", "earning"}};
    put(json, earning);
    return json;
}

// An older program takes it for an earning.
Json json_of(const Brought& brought)
{
    auto json = json_of(brought.earning);
    json["kept"] = brought.kept.hex();
    return json;
}

Json json_of(const Correction& correction)
{
    Json json{{"kind", "correction"}, {"entry", correction.entry.hex()}, {"replaces", Json::array()}};
    for (const auto& id : correction.replaces) json["replaces"].push_back(id.hex());
    if (const auto* earning = std::get_if<Earning>(&correction.now))
        put(json["now"], *earning);
    else
        json["now"] = "withdrawn";
    if (correction.reason) json["reason"] = *correction.reason;
    return json;
}

Json json_of(const NameGiven& given) { return {{"kind", "call_name"}, {"name", given.name}}; }

const char* word_of(Happened::What what)
{
    return what == Happened::What::new_card ? "new_card" : "recovered";
}

Json json_of(const Happened& happened)
{
    Json json{{"kind", "happened"}, {"what", word_of(happened.what)}};
    if (happened.day) json["day"] = happened.day->iso();
    return json;
}

Json json_of(const Confirmed& confirmed)
{
    Json json{{"kind", "confirmed"}, {"entry", confirmed.entry.hex()}};
    put(json["now"], confirmed.now);
    return json;
}

Json json_of(const Unknown&)
{
    base::must(false);
    return {};
}

// --- reading

Result<std::optional<std::string>, Malformed> optional_text(const Json& json, const char* name,
                                                            std::size_t most)
{
    const auto field = json.find(name);
    if (field == json.end() || field->is_null()) return std::nullopt;
    if (!field->is_string()) return no(Malformed::bad_text);
    auto text = field->get<std::string>();
    if (text.empty() || !base::is_plain_text(text) || base::length(text) > most)
        return no(Malformed::bad_text);
    return text;
}

Result<Minutes, Malformed> minutes_of(const Json& json)
{
    const auto field = json.find("minutes");
    if (field == json.end() || field->is_null()) return std::nullopt;
    if (!field->is_number_integer() || *field < 1 || *field > most_minutes) return no(Malformed::bad_minutes);
    return field->get<int>();
}

Result<Earning, Malformed> earning_of(const Json& json)
{
    const auto paid = json.find("paid");
    if (paid == json.end() || !paid->is_string()) return no(Malformed::bad_date);
    const auto day = Date::from_iso(paid->get_ref<const std::string&>());
    if (!day) return no(Malformed::bad_date);

    const auto ore = json.find("ore");
    if (ore == json.end() || !ore->is_number_integer()) return no(Malformed::bad_amount);
    if (*ore < 1 || *ore > Money::largest_ore) return no(Malformed::bad_amount);

    auto place = optional_text(json, "place", longest_place);
    if (!place) return no(place.error());
    const auto minutes = minutes_of(json);
    if (!minutes) return no(minutes.error());
    return Earning{*day, std::move(*place), *minutes, Money::ore(ore->get<std::int64_t>())};
}

std::optional<Id> id_of(const Json& json)
{
    return json.is_string() ? Id::from_hex(json.get_ref<const std::string&>()) : std::nullopt;
}

Result<Body, Malformed> earning_or_brought(const Json& json, Earning earning)
{
    const auto kept = json.find("kept");
    if (kept == json.end() || kept->is_null()) return Body{std::move(earning)};
    const auto named = id_of(*kept);
    if (!named) return no(Malformed::bad_id);
    return Body{Brought{*named, std::move(earning)}};
}

Result<Version, Malformed> version_of(const Json& json)
{
    if (json == "withdrawn") return Version{Withdrawn{}};
    if (!json.is_object()) return no(Malformed::wrong_shape);
    auto earning = earning_of(json);
    if (!earning) return no(earning.error());
    return Version{std::move(*earning)};
}

Result<Body, Malformed> correction_of(const Json& json)
{
    const auto entry = json.find("entry");
    const auto replaces = json.find("replaces");
    const auto now = json.find("now");
    if (entry == json.end() || replaces == json.end() || now == json.end()) return no(Malformed::wrong_shape);
    const auto named = id_of(*entry);
    if (!named) return no(Malformed::bad_id);

    if (!replaces->is_array() || replaces->empty()) return no(Malformed::wrong_shape);
    if (replaces->size() > most_replaced) return no(Malformed::too_long);
    std::vector<Id> ids;
    for (const auto& one : *replaces) {
        const auto id = id_of(one);
        if (!id) return no(Malformed::bad_id);
        ids.push_back(*id);
    }
    auto version = version_of(*now);
    if (!version) return no(version.error());
    auto reason = optional_text(json, "reason", longest_reason);
    if (!reason) return no(reason.error());
    return Correction{*named, std::move(ids), std::move(*version), std::move(*reason)};
}

Result<Body, Malformed> name_of(const Json& json)
{
    auto name = optional_text(json, "name", longest_name);
    if (!name) return no(name.error());
    if (!*name) return no(Malformed::bad_text);
    return NameGiven{std::move(**name)};
}

Result<Body, Malformed> happened_of(const Json& json)
{
    const auto what = json.find("what");
    if (what == json.end() || !what->is_string()) return no(Malformed::wrong_shape);
    Happened happened;
    if (*what == word_of(Happened::What::recovered))
        happened.what = Happened::What::recovered;
    else if (*what != word_of(Happened::What::new_card))
        return Unknown{"happened"};
    if (const auto day = json.find("day"); day != json.end() && !day->is_null()) {
        if (!day->is_string()) return no(Malformed::bad_date);
        happened.day = Date::from_iso(day->get_ref<const std::string&>());
        if (!happened.day) return no(Malformed::bad_date);
    }
    return happened;
}

Result<Body, Malformed> confirmed_of(const Json& json)
{
    const auto entry = json.find("entry");
    const auto now = json.find("now");
    if (entry == json.end() || now == json.end() || !now->is_object()) return no(Malformed::wrong_shape);
    const auto named = id_of(*entry);
    if (!named) return no(Malformed::bad_id);
    auto earning = earning_of(*now);
    if (!earning) return no(earning.error());
    return Confirmed{*named, std::move(*earning)};
}

} // namespace

std::string encode(const Body& body)
{
    return std::visit([](const auto& one) { return json_of(one).dump(); }, body);
}

Result<Body, Malformed> decode(std::string_view text)
{
    if (text.size() > longest_body) return no(Malformed::too_long);
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return no(Malformed::not_json);
    const auto kind = json.is_object() ? json.find("kind") : json.end();
    if (kind == json.end() || !kind->is_string()) return no(Malformed::wrong_shape);

    const auto& name = kind->get_ref<const std::string&>();
    if (name == "earning") {
        auto earning = earning_of(json);
        if (!earning) return no(earning.error());
        return earning_or_brought(json, std::move(*earning));
    }
    if (name == "correction") return correction_of(json);
    if (name == "call_name") return name_of(json);
    if (name == "happened") return happened_of(json);
    if (name == "confirmed") return confirmed_of(json);
    return Unknown{name.substr(0, longest_kind)};
}

} // namespace frikort::core::notebook
