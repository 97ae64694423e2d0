// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/sealing/pepper_half.hpp"
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

constexpr std::string_view word_served = "served";
constexpr std::string_view word_national_only = "national_only";

// A newer server's word is taken for the weaker one.
NewsAnswer::Compared read_not_compared(Fields& fields)
{
    return fields.text("not_compared") == word_national_only ? NewsAnswer::Compared::not_and_national_only
                                                             : NewsAnswer::Compared::not_and_served;
}

std::optional<core::sealing::SignPublic> read_root(Fields& fields)
{
    const auto root = core::sealing::SignPublic::from_hex(fields.text("root"));
    if (!root) fields.fail(Malformed::bad_value);
    return root;
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

std::vector<Bytes> read_halves(Fields& fields)
{
    std::vector<Bytes> halves;
    for (const auto& entry : fields.list("halves")) {
        auto half = entry.is_string() ? core::base::from_hex(entry.get<std::string>()) : std::nullopt;
        if (!half || half->size() != core::sealing::sealed_half_size || halves.size() == most_halves)
            return fields.fail(Malformed::bad_value), halves;
        halves.push_back(std::move(*half));
    }
    if (halves.empty()) fields.fail(Malformed::bad_value);
    return halves;
}

std::vector<core::records::DeviceId> read_formers(Fields& fields)
{
    std::vector<core::records::DeviceId> formers;
    for (const auto& entry : fields.list("formers")) {
        const auto former =
            entry.is_string() ? core::records::DeviceId::from_hex(entry.get<std::string>()) : std::nullopt;
        if (!former || formers.size() == most_formers) return fields.fail(Malformed::bad_value), formers;
        formers.push_back(*former);
    }
    if (formers.empty()) fields.fail(Malformed::bad_value);
    return formers;
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
    if (news.root) head["root"] = news.root->hex();
    if (news.half_to) head["half_to"] = news.half_to->hex();
    if (!news.shared.empty()) head["shared"] = write(news.shared);
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
    if (fields.has("root")) news.root = read_root(fields);
    if (fields.has("half_to")) {
        news.half_to = core::sealing::BoxPublic::from_hex(fields.text("half_to"));
        if (!news.half_to || !core::sealing::usable(*news.half_to)) fields.fail(Malformed::bad_value);
    }
    if (fields.has("shared")) news.shared = read_streams(fields, "shared");
    return finish(fields, std::move(news));
}

Bytes encode(const NewsAnswer& news)
{
    Json head{{"state", write(news.state)},
              {"streams", write(news.streams)},
              {"upto", news.upto},
              {"more", news.more}};
    if (news.backed_up > 0) head["backed_up"] = news.backed_up;
    using Compared = NewsAnswer::Compared;
    if (news.compared != Compared::yes)
        head["not_compared"] = news.compared == Compared::not_and_served ? word_served : word_national_only;
    if (news.begun) head["begun"] = true;
    for (const auto& half : news.halves) head["halves"].push_back(core::base::to_hex(half));
    if (news.shared) head["shared"] = true;
    for (const auto& former : news.formers) head["formers"].push_back(former.hex());
    return close(head);
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
    if (opened->head.contains("backed_up")) news.backed_up = fields.count("backed_up");
    if (fields.has("not_compared")) news.compared = read_not_compared(fields);
    if (fields.has("begun")) news.begun = fields.flag("begun");
    if (fields.has("halves")) news.halves = read_halves(fields);
    if (fields.has("shared")) news.shared = fields.flag("shared");
    if (fields.has("formers")) news.formers = read_formers(fields);
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
    std::set<core::records::StreamId> named;
    for (const auto& position : pull.after)
        if (!named.insert(position.stream).second) fields.fail(Malformed::bad_value);
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
    if (!push.of_others.empty()) head["erasures"] = push.of_others.size();
    write(head, push.past);
    auto blobs = push.records;
    blobs.insert(blobs.end(), push.stubs.begin(), push.stubs.end());
    blobs.insert(blobs.end(), push.forks.begin(), push.forks.end());
    blobs.insert(blobs.end(), push.of_others.begin(), push.of_others.end());
    return close(head, blobs);
}

Result<PushRequest, Malformed> decode_push_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    std::span<const BytesView> left{opened->blobs};
    const auto next = [&](std::uint64_t count) {
        if (count > left.size()) fields.fail(Malformed::bad_value);
        const auto some = left.first(std::min<std::size_t>(count, left.size()));
        left = left.subspan(some.size());
        return copies(some);
    };
    const auto next_if_told = [&](const char* name) {
        return next(fields.has(name) ? fields.count(name) : 0);
    };
    PushRequest push;
    push.records = next(fields.count("records"));
    push.stubs = next(fields.count("stubs"));
    push.forks = next_if_told("forks");
    push.of_others = next_if_told("erasures");
    push.past = read_past(fields);
    if (!left.empty()) fields.fail(Malformed::bad_value);
    return finish(fields, std::move(push));
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
