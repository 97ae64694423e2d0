// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/head.hpp"

#include <limits>

namespace frikort::sync::protocol {

using core::base::no;

namespace {

constexpr auto largest_count = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
const Json nothing;
const Json empty_list = Json::array();
const Json empty_object = Json::object();

bool is_flat_enough(std::string_view text)
{
    std::size_t depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest_head) return false;
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return true;
}

} // namespace

core::base::Result<Json, Malformed> read_head(std::string_view text)
{
    if (text.size() > largest_head) return no(Malformed::head_too_long);
    if (!is_flat_enough(text)) return no(Malformed::head_too_deep);
    auto head = Json::parse(text, nullptr, false);
    if (!head.is_object()) return no(Malformed::not_json);
    return head;
}

const Json& Fields::field(const char* name)
{
    const auto found = object_.find(name);
    if (found != object_.end()) return *found;
    fail(Malformed::missing);
    return nothing;
}

std::uint64_t Fields::count(const char* name)
{
    const auto& value = field(name);
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= largest_count) {
        return value.get<std::uint64_t>();
    }
    fail(Malformed::bad_value);
    return 0;
}

std::string Fields::text(const char* name)
{
    const auto& value = field(name);
    if (value.is_string() && value.get_ref<const std::string&>().size() <= longest_text) {
        return value.get<std::string>();
    }
    fail(Malformed::bad_value);
    return {};
}

bool Fields::flag(const char* name)
{
    const auto& value = field(name);
    if (value.is_boolean()) return value.get<bool>();
    fail(Malformed::bad_value);
    return false;
}

const Json& Fields::list(const char* name)
{
    const auto& value = field(name);
    if (value.is_array() && value.size() <= most_listed) return value;
    fail(value.is_array() ? Malformed::too_many : Malformed::bad_value);
    return empty_list;
}

const Json& Fields::object(const char* name)
{
    const auto& value = field(name);
    if (value.is_object()) return value;
    fail(Malformed::bad_value);
    return empty_object;
}

} // namespace frikort::sync::protocol
