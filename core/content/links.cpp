// SPDX-License-Identifier: MPL-2.0
#include "core/content/links.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace frikort::core::content {

using Json = nlohmann::json;

namespace {

constexpr std::size_t longest_address = 300; // what a QR code of ours can hold

std::optional<Link> link_of(const Json& each)
{
    if (!each.is_object() || !each.contains("title") || !each["title"].is_object()) return std::nullopt;
    const auto text = [&](const char* name) { return each.value(name, Json{}); };
    if (!text("id").is_string() || !text("address").is_string() || !text("source").is_string())
        return std::nullopt;
    Link link{each["id"], each["address"], {}, std::nullopt, each["source"]};
    for (const auto& [language, title] : each["title"].items()) {
        if (!title.is_string() || title.get_ref<const std::string&>().empty()) return std::nullopt;
        link.title[language] = title;
    }
    if (link.id.empty() || link.source.empty() || !link.title.contains("da")) return std::nullopt;
    const auto opened = text("opened");
    if (opened.is_string()) link.opened = base::Date::from_iso(opened.get_ref<const std::string&>());
    if (!opened.is_null() && !link.opened) return std::nullopt;
    return link;
}

} // namespace

const std::string& Link::title_in(const std::string& language) const
{
    const auto found = title.find(language);
    return found == title.end() ? title.at("da") : found->second;
}

base::Result<Links, BadLinks> Links::from_json(std::string_view text)
{
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return base::no(BadLinks::not_json);
    if (!json.is_object() || !json.contains("links") || !json["links"].is_array())
        return base::no(BadLinks::wrong_shape);
    Links links;
    for (const auto& each : json["links"]) {
        auto link = link_of(each);
        if (!link) return base::no(BadLinks::wrong_shape);
        if (!link->address.starts_with("https://") || link->address.size() > longest_address)
            return base::no(BadLinks::not_https);
        if (links.find(link->id)) return base::no(BadLinks::twice);
        links.all_.push_back(std::move(*link));
    }
    return links;
}

const Link* Links::find(std::string_view id) const
{
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Link& link) { return link.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

} // namespace frikort::core::content
