// SPDX-License-Identifier: MPL-2.0
#include "core/support/message.hpp"

#include <nlohmann/json.hpp>

#include "core/base/text.hpp"

namespace frikort::core::support {

using base::no;
using base::Result;
using Json = nlohmann::json;

namespace {

constexpr std::size_t longest_body = 16 * 1024; // bytes

Json json_of(const Request& request)
{
    Json json{{"kind", "message.request"},
              {"topic", static_cast<int>(request.topic)},
              {"wish", static_cast<int>(request.wish)}};
    if (request.words) json["words"] = *request.words;
    if (request.whom) json["whom"] = *request.whom;
    return json;
}
Json json_of(const More& more)
{
    return {{"kind", "message.more"}, {"request", more.request.hex()}, {"words", more.words}};
}
Json json_of(const Answer& answer)
{
    return {{"kind", "message.answer"},
            {"request", answer.request.hex()},
            {"words", answer.words},
            {"by", answer.by}};
}

const std::string* string_in(const Json& json, const char* name)
{
    const auto field = json.find(name);
    if (field == json.end() || !field->is_string()) return nullptr;
    return &field->get_ref<const std::string&>();
}

// A field may be left out or null: both say that there is none.
bool is_told(const Json& json, const char* name)
{
    const auto field = json.find(name);
    return field != json.end() && !field->is_null();
}

Result<std::string, Malformed> text_in(const Json& json, const char* name, std::size_t most)
{
    const auto* text = string_in(json, name);
    if (text == nullptr || text->empty() || !base::is_plain_text(*text) || base::length(*text) > most)
        return no(Malformed::bad_text);
    return *text;
}

Result<Id, Malformed> id_in(const Json& json, const char* name)
{
    const auto* text = string_in(json, name);
    const auto id = text != nullptr ? Id::from_hex(*text) : std::nullopt;
    if (!id) return no(Malformed::bad_id);
    return *id;
}

Result<int, Malformed> number_in(const Json& json, const char* name, int most)
{
    const auto field = json.find(name);
    if (field == json.end() || !field->is_number_integer() || *field < 1 || *field > most)
        return no(Malformed::wrong_shape);
    return field->get<int>();
}

Result<Body, Malformed> request_from(const Json& json)
{
    const auto topic = number_in(json, "topic", 4);
    const auto wish = number_in(json, "wish", 2);
    if (!topic || !wish) return no(Malformed::wrong_shape);
    Request request{static_cast<Topic>(*topic), static_cast<Wish>(*wish), {}, {}};
    if (is_told(json, "words")) {
        auto words = text_in(json, "words", longest_words);
        if (!words) return no(words.error());
        request.words = std::move(*words);
    }
    if (is_told(json, "whom")) {
        auto whom = text_in(json, "whom", longest_whom);
        if (!whom) return no(whom.error());
        request.whom = std::move(*whom);
    }
    return request;
}

Result<Body, Malformed> more_from(const Json& json)
{
    const auto request = id_in(json, "request");
    auto words = text_in(json, "words", longest_words);
    if (!request) return no(request.error());
    if (!words) return no(words.error());
    return More{*request, std::move(*words)};
}

Result<Body, Malformed> answer_from(const Json& json)
{
    auto more = more_from(json);
    auto by = text_in(json, "by", longest_whom);
    if (!more) return no(more.error());
    if (!by) return no(by.error());
    auto& written = std::get<More>(*more);
    return Answer{written.request, std::move(written.words), std::move(*by)};
}

Result<Body, Malformed> body_from(const Json& json)
{
    const auto* kind = string_in(json, "kind");
    if (kind == nullptr) return no(Malformed::wrong_shape);
    if (*kind == "message.request") return request_from(json);
    if (*kind == "message.more") return more_from(json);
    if (*kind == "message.answer") return answer_from(json);
    return no(Malformed::not_a_message);
}

} // namespace

std::string encode(const Message& message)
{
    auto json = std::visit([](const auto& one) { return json_of(one); }, message.body);
    if (message.day) json["day"] = message.day->iso();
    if (message.after) json["after"] = message.after->hex();
    return json.dump();
}

Result<Message, Malformed> decode(std::string_view text)
{
    if (text.size() > longest_body) return no(Malformed::too_long);
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return no(Malformed::not_json);
    if (!json.is_object()) return no(Malformed::wrong_shape);
    auto body = body_from(json);
    if (!body) return no(body.error());
    Message message{std::nullopt, std::nullopt, std::move(*body)};
    if (is_told(json, "day")) {
        const auto* day = string_in(json, "day");
        message.day = day != nullptr ? base::Date::from_iso(*day) : std::nullopt;
        if (!message.day) return no(Malformed::bad_date);
    }
    if (is_told(json, "after")) {
        const auto after = id_in(json, "after");
        if (!after) return no(after.error());
        message.after = *after;
    }
    return message;
}

} // namespace frikort::core::support
