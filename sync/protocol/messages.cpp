// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"

#include <array>

#include "sync/protocol/parts.hpp"

namespace frikort::sync::protocol {

using core::base::no;

namespace {

constexpr std::array verdict_words{"accepted", "duplicate", "rejected", "erased", "later"};

// A verdict of a newer server is `later`: the record stays where it is.
Verdict read_verdict(const Json& entry, Fields& fields)
{
    if (!entry.is_object()) return fields.fail(Malformed::bad_value), Verdict{};
    Fields inner{entry};
    const auto word = inner.text("is");
    Verdict verdict;
    for (std::size_t i = 0; i < verdict_words.size(); ++i) {
        if (word == verdict_words[i]) verdict.kind = static_cast<Verdict::Kind>(i);
    }
    if (verdict.kind == Verdict::Kind::rejected) verdict.reason = inner.text("reason");
    if (!inner.good()) fields.fail(inner.fault());
    return verdict;
}

std::vector<Bytes> copies(std::span<const BytesView> views)
{
    std::vector<Bytes> all;
    all.reserve(views.size());
    for (const auto& view : views) all.emplace_back(view.begin(), view.end());
    return all;
}

template <class Message>
Result<Message, Malformed> finish(const Fields& fields, Message message)
{
    if (!fields.good()) return no(fields.fault());
    return message;
}

} // namespace

Bytes encode(const NewsRequest& news)
{
    auto head = request_head();
    head["since"] = news.since;
    return close(head);
}

Result<NewsRequest, Malformed> decode_news_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    return finish(fields, NewsRequest{fields.count("since")});
}

Bytes encode(const NewsAnswer& news)
{
    return close({{"state", write(news.state)},
                  {"streams", write(news.streams)},
                  {"upto", news.upto},
                  {"more", news.more}});
}

Result<NewsAnswer, Malformed> decode_news_answer(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    NewsAnswer news;
    news.state = read_state(fields);
    news.streams = read_positions(fields, "streams");
    news.upto = fields.count("upto");
    news.more = fields.flag("more");
    return finish(fields, std::move(news));
}

Bytes encode(const PullRequest& pull)
{
    auto head = request_head();
    head["after"] = write(pull.after);
    head["own"] = pull.own == PullRequest::Own::skip ? "skip" : "send";
    return close(head);
}

Result<PullRequest, Malformed> decode_pull_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    PullRequest pull;
    pull.after = read_positions(fields, "after");
    const auto own = fields.text("own");
    if (own != "skip" && own != "send") fields.fail(Malformed::bad_value);
    pull.own = own == "send" ? PullRequest::Own::send : PullRequest::Own::skip;
    return finish(fields, std::move(pull));
}

Bytes encode(const PullAnswer& pull)
{
    return close({{"state", write(pull.state)}, {"upto", write(pull.upto)}, {"more", pull.more}},
                 pull.records);
}

Result<PullAnswer, Malformed> decode_pull_answer(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    PullAnswer pull;
    pull.state = read_state(fields);
    pull.upto = read_positions(fields, "upto");
    pull.more = fields.flag("more");
    pull.records = copies(opened->blobs);
    return finish(fields, std::move(pull));
}

Bytes encode(const PushRequest& push)
{
    auto head = request_head();
    head["records"] = push.records.size();
    head["stubs"] = push.stubs.size();
    auto blobs = push.records;
    blobs.insert(blobs.end(), push.stubs.begin(), push.stubs.end());
    return close(head, blobs);
}

Result<PushRequest, Malformed> decode_push_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    const auto records = fields.count("records");
    const auto stubs = fields.count("stubs");
    const std::span<const BytesView> blobs{opened->blobs};
    if (records > blobs.size() || stubs != blobs.size() - records) fields.fail(Malformed::bad_value);
    if (!fields.good()) return no(fields.fault());
    return PushRequest{copies(blobs.first(records)), copies(blobs.subspan(records))};
}

Bytes encode(const PushAnswer& push)
{
    auto verdicts = Json::array();
    for (const auto& verdict : push.verdicts) {
        verdicts.push_back({{"is", verdict_words[static_cast<std::size_t>(verdict.kind)]}});
        if (verdict.kind == Verdict::Kind::rejected) verdicts.back()["reason"] = verdict.reason;
    }
    return close({{"state", write(push.state)}, {"verdicts", verdicts}});
}

Result<PushAnswer, Malformed> decode_push_answer(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    PushAnswer push;
    push.state = read_state(fields);
    for (const auto& entry : fields.list("verdicts")) push.verdicts.push_back(read_verdict(entry, fields));
    return finish(fields, std::move(push));
}

Bytes encode(const EnrolRequest& enrol)
{
    auto head = request_head();
    head["code"] = enrol.code;
    head["key"] = enrol.key.hex();
    return close(head);
}

Result<EnrolRequest, Malformed> decode_enrol_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    const auto code = fields.text("code");
    const auto key = core::sealing::SignPublic::from_hex(fields.text("key"));
    if (!key) fields.fail(Malformed::bad_value);
    return finish(fields, EnrolRequest{code, key.value_or(core::sealing::SignPublic{})});
}

Bytes encode(const EnrolAnswer& enrol)
{
    return close({{"state", write(enrol.state)},
                  {"centre", enrol.centre},
                  {"centre_stream", core::base::to_hex(enrol.centre_stream.bytes())}});
}

Result<EnrolAnswer, Malformed> decode_enrol_answer(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    EnrolAnswer enrol;
    enrol.state = read_state(fields);
    enrol.centre = fields.text("centre");
    enrol.centre_stream = read_stream(fields, "centre_stream");
    return finish(fields, std::move(enrol));
}

Bytes encode(const Refused& refused)
{
    Json head{{"error", word_of(refused.fault)}};
    if (refused.request) head["request"] = *refused.request;
    if (refused.fault == Fault::protocol) head["protocols"] = {oldest_protocol, newest_protocol};
    return close(head);
}

Result<Refused, Malformed> decode_refused(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    Refused refused{fault_of(fields.text("error")), std::nullopt};
    if (opened->head.contains("request")) refused.request = fields.count("request");
    return finish(fields, refused);
}

} // namespace frikort::sync::protocol
