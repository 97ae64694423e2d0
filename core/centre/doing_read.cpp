// SPDX-License-Identifier: MPL-2.0
#include <nlohmann/json.hpp>

#include "core/base/text.hpp"
#include "core/centre/doing.hpp"

namespace frikort::core::centre {

using base::no;
using base::Result;
using Json = nlohmann::json;

namespace {

constexpr std::size_t longest_body = 16 * 1024; // bytes
constexpr std::size_t longest_kind = 40;        // bytes
constexpr int last_deed = static_cast<int>(Deed::laid_aside);

// Every field must be there and hold, or `why` says the first that does not.

class Reader {
public:
    explicit Reader(const Json& json) : json_{json} {}

    std::optional<Malformed> why;

    std::string text(const char* name, std::size_t most)
    {
        const auto* field = string(name);
        if (field == nullptr || field->empty() || !base::is_plain_text(*field) || base::length(*field) > most)
            return refused<std::string>(Malformed::bad_text);
        return *field;
    }
    template <class Named>
    Named named(const char* name, Malformed otherwise)
    {
        const auto* field = string(name);
        const auto read = field != nullptr ? Named::from_hex(*field) : std::nullopt;
        return read ? *read : refused<Named>(otherwise);
    }
    int number(const char* name, int least, int most)
    {
        const auto field = json_.find(name);
        const bool holds =
            field != json_.end() && field->is_number_integer() && *field >= least && *field <= most;
        return holds ? field->get<int>() : refused<int>(Malformed::wrong_shape);
    }
    std::uint64_t turn()
    {
        if (!has("turn")) return 0;
        const auto field = json_.find("turn");
        const bool holds = field->is_number_unsigned() && field->get<std::uint64_t>() <= last_turn;
        return holds ? field->get<std::uint64_t>() : refused<std::uint64_t>(Malformed::wrong_shape);
    }
    // Null is as if it was not there.
    bool has(const char* name) const
    {
        const auto field = json_.find(name);
        return field != json_.end() && !field->is_null();
    }
    template <class Value>
    Value refused(Malformed reason)
    {
        if (!why) why = reason;
        return Value{};
    }
    const std::string* string(const char* name) const
    {
        const auto field = json_.find(name);
        if (field == json_.end() || !field->is_string()) return nullptr;
        return &field->get_ref<const std::string&>();
    }
    const Json& json() const { return json_; }

private:
    const Json& json_;
};

Body made_from(Reader& read)
{
    Made made{read.named<sealing::BoxPublic>("recovery", Malformed::bad_key),
              read.named<sealing::BoxPublic>("inbox", Malformed::bad_key)};
    if (!read.why && !(sealing::usable(made.recovery) && sealing::usable(made.inbox)))
        read.why = Malformed::bad_key;
    return made;
}

Body member_from(Reader& read)
{
    MemberSet set{read.named<MemberId>("member", Malformed::bad_id), read.text("name", longest_name),
                  static_cast<people::Role>(read.number("role", 1, 3)),
                  read.named<sealing::SignPublic>("key", Malformed::bad_key)};
    if (!read.has("ended")) return set;
    const auto ended = read.json().find("ended");
    if (!ended->is_array()) return read.refused<MemberSet>(Malformed::wrong_shape);
    if (ended->size() > most_ended) return read.refused<MemberSet>(Malformed::too_long);
    set.ended.emplace();
    for (const auto& one : *ended) {
        const auto key =
            one.is_string() ? sealing::SignPublic::from_hex(one.get_ref<const std::string&>()) : std::nullopt;
        if (!key) return read.refused<MemberSet>(Malformed::bad_key);
        set.ended->push_back(*key);
    }
    return set;
}

Body member_key_from(Reader& read)
{
    return MemberKey{read.named<MemberId>("member", Malformed::bad_id),
                     read.named<sealing::SignPublic>("key", Malformed::bad_key)};
}

Body job_from(Reader& read)
{
    JobSet set;
    if (read.has("job")) set.job = read.named<Id>("job", Malformed::bad_id);
    set.now = {read.text("place", longest_place), read.text("work", longest_work),
               read.text("how", longest_how)};
    return set;
}

Body asked_from(Reader& read)
{
    const auto* field = read.string("where");
    const auto bytes = field != nullptr ? base::from_hex(*field) : std::nullopt;
    const auto where = bytes ? records::StreamId::from(*bytes) : std::nullopt;
    if (!where) return read.refused<Asked>(Malformed::bad_id);
    return Asked{*where, read.named<Id>("request", Malformed::bad_id),
                 read.named<Id>("message", Malformed::bad_id)};
}

Body handled_from(Reader& read)
{
    Handled handled{read.named<Id>("request", Malformed::bad_id), {}, Handled::How::answered};
    handled.how = static_cast<Handled::How>(read.number("how", 1, 2));
    const auto messages = read.json().find("messages");
    if (messages == read.json().end() || !messages->is_array())
        return read.refused<Handled>(Malformed::wrong_shape);
    if (messages->size() > most_messages) return read.refused<Handled>(Malformed::too_long);
    for (const auto& one : *messages) {
        const auto id = one.is_string() ? Id::from_hex(one.get_ref<const std::string&>()) : std::nullopt;
        if (!id) return read.refused<Handled>(Malformed::bad_id);
        handled.messages.push_back(*id);
    }
    return handled;
}

Body open_by_name_from(Reader& read)
{
    const auto allowed = read.json().find("allowed");
    if (allowed == read.json().end() || !allowed->is_boolean())
        return read.refused<OpenByName>(Malformed::wrong_shape);
    return OpenByName{allowed->get<bool>() ? ByName::yes : ByName::no};
}

Body body_from(Reader& read, const std::string& kind)
{
    if (kind == "made") return made_from(read);
    if (kind == "member") return member_from(read);
    if (kind == "member_key") return member_key_from(read);
    if (kind == "member_gone") return MemberGone{read.named<MemberId>("member", Malformed::bad_id)};
    if (kind == "job") return job_from(read);
    if (kind == "job_gone") return JobGone{read.named<Id>("job", Malformed::bad_id)};
    if (kind == "asked") return asked_from(read);
    if (kind == "handled") return handled_from(read);
    if (kind == "did" && read.json().contains("deed") && read.json()["deed"].is_number_integer() &&
        read.json()["deed"] > last_deed)
        return Unknown{"did"}; // of a newer program
    if (kind == "did") return Did{static_cast<Deed>(read.number("deed", 1, last_deed))};
    if (kind == "open_by_name") return open_by_name_from(read);
    if (kind == "delivered") return Delivered{read.named<Id>("kept", Malformed::bad_id)};
    return Unknown{kind.substr(0, longest_kind)};
}

} // namespace

Result<Doing, Malformed> decode(std::string_view text)
{
    if (text.size() > longest_body) return no(Malformed::too_long);
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return no(Malformed::not_json);
    if (!json.is_object()) return no(Malformed::wrong_shape);
    Reader read{json};
    const auto* kind = read.string("kind");
    if (kind == nullptr) return no(Malformed::wrong_shape);
    Doing doing{std::nullopt, body_from(read, *kind), read.turn()};
    if (read.has("day")) {
        const auto* day = read.string("day");
        doing.day = day != nullptr ? base::Date::from_iso(*day) : std::nullopt;
        if (!doing.day) return no(Malformed::bad_date);
    }
    if (read.why) return no(*read.why);
    return doing;
}

} // namespace frikort::core::centre
