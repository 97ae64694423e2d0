// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"

#include <array>

#include "sync/protocol/parts.hpp"

namespace frikort::sync::protocol {

using core::base::no;

namespace {

constexpr std::size_t longest_reason = 40;
constexpr std::array verdict_words{"accepted", "duplicate", "rejected", "erased", "later"};

// Reasons are shown to people and kept: whatever else a server says stays outside.
std::string word_or_unknown(std::string text)
{
    const bool word = !text.empty() && text.size() <= longest_reason &&
                      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    return word ? std::move(text) : "unknown";
}

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
    const bool told = entry.contains("reason");
    if (verdict.kind == Verdict::Kind::rejected || told)
        verdict.reason = word_or_unknown(inner.text("reason"));
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

} // namespace

Bytes encode(const NewsRequest& news)
{
    auto head = request_head();
    head["since"] = news.since;
    if (!news.opened.empty()) head["opened"] = write(news.opened);
    if (news.told)
        head["told"] = {{"waiting", news.told->waiting},
                        {"refused", news.told->refused},
                        {"differing", news.told->differing}};
    write(head, news.past);
    return close(head);
}

Result<NewsRequest, Malformed> decode_news_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    NewsRequest news{fields.count("since"), {}};
    if (fields.has("opened")) news.opened = read_streams(fields, "opened");
    if (fields.has("told")) {
        Fields told{fields.object("told")};
        news.told = {told.count("waiting"), told.count("refused"), told.count("differing")};
        if (!told.good()) fields.fail(told.fault());
    }
    news.past = read_past(fields);
    return finish(fields, std::move(news));
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
    if (pull.sums == PullRequest::Sums::yes) head["sums"] = true;
    write(head, pull.past);
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
    if (fields.has("sums") && fields.flag("sums")) pull.sums = PullRequest::Sums::yes;
    pull.past = read_past(fields);
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
    if (!push.forks.empty()) head["forks"] = push.forks.size();
    write(head, push.past);
    auto blobs = push.records;
    blobs.insert(blobs.end(), push.stubs.begin(), push.stubs.end());
    blobs.insert(blobs.end(), push.forks.begin(), push.forks.end());
    return close(head, blobs);
}

Result<PushRequest, Malformed> decode_push_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    const auto records = fields.count("records");
    const auto stubs = fields.count("stubs");
    const auto forks = fields.has("forks") ? fields.count("forks") : 0;
    const std::span<const BytesView> blobs{opened->blobs};
    if (records > blobs.size() || stubs > blobs.size() - records || forks != blobs.size() - records - stubs)
        fields.fail(Malformed::bad_value);
    const auto past = read_past(fields);
    if (!fields.good()) return no(fields.fault());
    return PushRequest{copies(blobs.first(records)), copies(blobs.subspan(records, stubs)),
                       copies(blobs.subspan(records + stubs)), past};
}

Bytes encode(const PushAnswer& push)
{
    auto verdicts = Json::array();
    for (const auto& verdict : push.verdicts) {
        verdicts.push_back({{"is", verdict_words[static_cast<std::size_t>(verdict.kind)]}});
        if (verdict.kind == Verdict::Kind::rejected || !verdict.reason.empty())
            verdicts.back()["reason"] = verdict.reason;
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

} // namespace frikort::sync::protocol
