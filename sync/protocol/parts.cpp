// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/parts.hpp"

namespace frikort::sync::protocol {

using core::base::no;

namespace {

// Clocks go to the year 9999 and no further, so that nothing made of them can overflow.
constexpr std::uint64_t latest_time = 253402300799;

std::optional<StreamId> read_stream(const std::string& hex)
{
    const auto bytes = core::base::from_hex(hex);
    return bytes ? StreamId::from(*bytes) : std::nullopt;
}

std::chrono::sys_seconds read_time(Fields& fields, const char* name)
{
    const auto time = fields.count(name);
    if (time > latest_time) fields.fail(Malformed::bad_value);
    return std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(time)}};
}

Json write(const Limits& limits)
{
    return {{"push_bytes", limits.push_bytes},
            {"push_records", limits.push_records},
            {"page_bytes", limits.page_bytes},
            {"page_records", limits.page_records}};
}

Limits read_limits(Fields& fields)
{
    Fields inner{fields.object("limits")};
    const Limits limits{inner.count("push_bytes"), inner.count("push_records"), inner.count("page_bytes"),
                        inner.count("page_records")};
    if (!inner.good()) fields.fail(inner.fault());
    return limits;
}

std::vector<Range> read_lacks(Fields& fields)
{
    std::vector<Range> lacks;
    for (const auto& entry : fields.list("lacks")) {
        const bool pair = entry.is_array() && entry.size() == 2 && entry[0].is_number_unsigned() &&
                          entry[1].is_number_unsigned();
        if (!pair) return fields.fail(Malformed::bad_value), lacks;
        lacks.push_back({entry[0].get<std::uint64_t>(), entry[1].get<std::uint64_t>()});
    }
    return lacks;
}

} // namespace

Result<Opened, Malformed> open(BytesView bytes, Side side)
{
    const auto envelope = decode_envelope(bytes);
    if (!envelope) return no(envelope.error());
    auto head = read_head(envelope->head);
    if (!head) return no(head.error());
    if (side == Side::request) {
        Fields fields{*head};
        const auto version = fields.count("protocol");
        if (!fields.good()) return no(fields.fault());
        if (version < oldest_protocol || version > newest_protocol) return no(Malformed::other_protocol);
    }
    return Opened{std::move(*head), envelope->blobs};
}

Bytes close(const Json& head, std::span<const Bytes> blobs) { return encode_envelope(head.dump(), blobs); }

Json request_head() { return {{"protocol", newest_protocol}}; }

StreamId read_stream(Fields& fields, const char* name)
{
    const auto stream = read_stream(fields.text(name));
    if (!stream) fields.fail(Malformed::bad_value);
    return stream.value_or(StreamId{});
}

Json write(const std::vector<StreamId>& streams)
{
    auto list = Json::array();
    for (const auto& stream : streams) list.push_back(core::base::to_hex(stream.bytes()));
    return list;
}

std::vector<StreamId> read_streams(Fields& fields, const char* name)
{
    std::vector<StreamId> streams;
    for (const auto& entry : fields.list(name)) {
        const auto stream =
            entry.is_string() ? read_stream(entry.get_ref<const std::string&>()) : std::nullopt;
        if (!stream) return fields.fail(Malformed::bad_value), streams;
        streams.push_back(*stream);
    }
    return streams;
}

Json write(const std::vector<Position>& positions)
{
    auto list = Json::array();
    for (const auto& position : positions) {
        list.push_back(
            {{"stream", core::base::to_hex(position.stream.bytes())}, {"counter", position.counter}});
        if (position.sum) list.back()["sum"] = position.sum->hex();
        if (position.opened) list.back()["opened"] = position.opened->time_since_epoch().count();
    }
    return list;
}

std::vector<Position> read_positions(Fields& fields, const char* name)
{
    std::vector<Position> positions;
    for (const auto& entry : fields.list(name)) {
        Fields inner{entry};
        if (!entry.is_object()) return fields.fail(Malformed::bad_value), positions;
        positions.push_back({read_stream(inner, "stream"), inner.count("counter")});
        if (entry.contains("sum")) {
            positions.back().sum = core::base::Hash::from_hex(inner.text("sum"));
            if (!positions.back().sum) inner.fail(Malformed::bad_value);
        }
        if (entry.contains("opened")) positions.back().opened = read_time(inner, "opened");
        if (!inner.good()) return fields.fail(inner.fault()), positions;
    }
    return positions;
}

Json write(const State& state)
{
    auto lacks = Json::array();
    for (const auto& range : state.lacks) lacks.push_back({range.first, range.last});
    Json head{{"epoch", state.epoch},
              {"counter", state.counter},
              {"highest", state.highest},
              {"lacks", lacks},
              {"time", state.time.time_since_epoch().count()},
              {"limits", write(state.limits)}};
    if (state.mark) head["mark"] = state.mark->hex();
    if (state.other_past) head["other_past"] = true;
    return head;
}

void write(Json& head, const std::optional<Past>& past)
{
    if (past) head["past"] = {{"counter", past->counter}, {"mark", past->mark.hex()}};
}

namespace {

Mark read_mark(Fields& fields)
{
    const auto mark = Mark::from_hex(fields.text("mark"));
    if (!mark) fields.fail(Malformed::bad_value);
    return mark.value_or(Mark{});
}

} // namespace

std::optional<Past> read_past(Fields& fields)
{
    if (!fields.has("past")) return std::nullopt;
    Fields inner{fields.object("past")};
    const Past past{inner.count("counter"), read_mark(inner)};
    if (!inner.good()) fields.fail(inner.fault());
    return past;
}

State read_state(Fields& fields)
{
    Fields inner{fields.object("state")};
    State state;
    state.epoch = inner.text("epoch");
    state.counter = inner.count("counter");
    state.highest = inner.count("highest");
    state.lacks = read_lacks(inner);
    state.time = read_time(inner, "time");
    state.limits = read_limits(inner);
    if (inner.has("mark")) state.mark = read_mark(inner);
    state.other_past = inner.has("other_past") && inner.flag("other_past");
    if (state.epoch.empty()) inner.fail(Malformed::bad_value);
    if (!inner.good()) fields.fail(inner.fault());
    return state;
}

} // namespace frikort::sync::protocol
