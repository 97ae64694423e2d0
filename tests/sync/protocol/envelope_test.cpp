// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/envelope.hpp"

#include "sync/protocol/base64.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::sync::protocol;
using frikort::core::base::Bytes;
using frikort::core::base::ByteWriter;
using frikort::core::base::view_of;
using frikort::core::records::StreamKind;

namespace {

Bytes with_head(const std::string& head, const std::vector<Bytes>& blobs = {})
{
    return encode_envelope(head, blobs);
}

State a_state()
{
    return {"epoch", 7, 5, {{1, 2}, {4, 4}}, std::chrono::sys_seconds{std::chrono::seconds{1'763'000'000}},
            Limits{}};
}

} // namespace

TEST_CASE("Every message comes out as it went in")
{
    const StreamId stream{StreamKind::centre, {}};
    const NewsAnswer news{a_state(), {{stream, 3}}, 9, true};
    const auto heard = decode_news_answer(encode(news));
    REQUIRE(heard);
    CHECK(heard->state == news.state);
    CHECK(heard->streams == news.streams);
    CHECK(heard->upto == 9);
    CHECK(heard->more);

    CHECK_FALSE(heard->shared);

    const StreamId notebook{StreamKind::notebook, {}};
    const auto asked = decode_news_request(encode(NewsRequest{.since = 3, .shared = {notebook, stream}}));
    REQUIRE(asked);
    CHECK(asked->shared == std::vector{notebook, stream});
    CHECK(asked->opened.empty());
    CHECK(decode_news_request(encode(NewsRequest{.since = 3}))->shared.empty());
    NewsAnswer seen_to{a_state(), {{notebook, 3, {}, a_state().time}, {stream, 4}}, 9, false};
    seen_to.shared = true;
    const auto answered = decode_news_answer(encode(seen_to));
    REQUIRE(answered);
    CHECK(answered->shared);
    CHECK(answered->streams == seen_to.streams);

    seen_to.streams[0].opened = std::chrono::sys_seconds{std::chrono::hours{24} * 4'000'000};
    CHECK_FALSE(decode_news_answer(encode(seen_to))); // a year of five figures

    const auto pull = decode_pull_request(encode(PullRequest{{{stream, 4}}, PullRequest::Own::send}));
    REQUIRE(pull);
    CHECK(pull->after == std::vector<Position>{{stream, 4}});
    CHECK(pull->own == PullRequest::Own::send);

    const auto page = decode_pull_answer(encode(PullAnswer{a_state(), {{stream, 5}}, true, {{1, 2}, {}}}));
    REQUIRE(page);
    CHECK(page->records == std::vector<Bytes>{{1, 2}, {}});

    const auto push = decode_push_request(encode(PushRequest{{{1}, {2}}, {{3}}}));
    REQUIRE(push);
    CHECK(push->records == std::vector<Bytes>{{1}, {2}});
    CHECK(push->stubs == std::vector<Bytes>{{3}});

    const std::vector<Verdict> verdicts{{Verdict::Kind::accepted, ""}, {Verdict::Kind::rejected, "stream"}};
    const auto pushed = decode_push_answer(encode(PushAnswer{a_state(), verdicts}));
    REQUIRE(pushed);
    CHECK(pushed->verdicts == verdicts);

    const auto enrolled = decode_enrol_answer(encode(EnrolAnswer{a_state(), "Værestedet Havnen", stream}));
    REQUIRE(enrolled);
    CHECK(enrolled->centre == "Værestedet Havnen");

    const auto refused = decode_refused(encode(Refused{Fault::behind, 12}));
    REQUIRE(refused);
    CHECK(refused->fault == Fault::behind);
    CHECK(refused->request == 12U);
}

TEST_CASE("A message cut off anywhere is malformed")
{
    const auto whole = encode(PushRequest{{{1, 2, 3}, {4}}, {{5}}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CHECK_FALSE(
            decode_push_request(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))));
    }
    auto longer = whole;
    longer.push_back(0);
    CHECK(decode_push_request(longer).error() == Malformed::bytes_left);
}

TEST_CASE("Any byte of a message may be wrong and nothing worse happens than an answer that it is")
{
    const auto whole = encode(NewsAnswer{a_state(), {{{StreamKind::centre, {}}, 3}}, 9, true});
    int refused = 0;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        for (const int wrong : {0x00, 0x22, 0x5b, 0x7f, 0xff}) {
            auto bytes = whole;
            bytes[place] = static_cast<Bytes::value_type>(wrong);
            refused += !decode_news_answer(bytes);
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("Fields that nobody here knows are passed over")
{
    const auto news =
        decode_news_request(with_head(R"({"protocol":1,"since":4,"colour":{"of":["socks"]},"x":null})"));
    REQUIRE(news);
    CHECK(news->since == 4);
}

TEST_CASE("Another version of the protocol is told apart from nonsense")
{
    CHECK(decode_news_request(with_head(R"({"protocol":3,"since":4})")).error() == Malformed::other_protocol);
    CHECK(decode_news_request(with_head(R"({"protocol":0,"since":4})")).error() == Malformed::other_protocol);
    CHECK(decode_news_request(with_head(R"({"since":4})")).error() == Malformed::missing);
}

TEST_CASE("A verdict of a newer server leaves the record where it is")
{
    auto head =
        std::string{R"({"state":{"epoch":"e","counter":1,"highest":1,"lacks":[],"time":1,"limits":)"} +
        R"({"push_bytes":1,"push_records":1,"page_bytes":1,"page_records":1}},"verdicts":[{"is":"pondered"}]})";
    const auto answer = decode_push_answer(with_head(head));
    REQUIRE(answer);
    CHECK(answer->verdicts[0].kind == Verdict::Kind::later);
}

TEST_CASE("Values out of bounds are refused")
{
    const auto refuses = [](const std::string& head) { return !decode_news_request(with_head(head)); };
    CHECK(refuses(R"({"protocol":1,"since":-1})"));
    CHECK(refuses(R"({"protocol":1,"since":1.5})"));
    CHECK(refuses(R"({"protocol":1,"since":"1"})"));
    CHECK(refuses(R"({"protocol":1,"since":9223372036854775808})"));
    CHECK(refuses(R"({"protocol":1,"since":1e400})"));
    CHECK_FALSE(refuses(R"({"protocol":1,"since":9223372036854775807})"));
    CHECK(refuses("[]"));
    CHECK(refuses(""));
    CHECK(refuses("\xff\xfe"));
    CHECK(decode_enrol_request(with_head(R"({"protocol":1,"key":"00","code":"x"})")).error() ==
          Malformed::bad_value);
}

TEST_CASE("A stream that is asked for twice in one pull is asked for wrongly")
{
    const frikort::core::records::StreamId one{StreamKind::centre, {}};
    const frikort::core::records::StreamId other{StreamKind::programme, {}};
    CHECK(decode_pull_request(encode(PullRequest{{{one, 3}, {other, 3}}})));
    CHECK(decode_pull_request(encode(PullRequest{{{one, 3}, {other, 3}, {one, 3}}})).error() ==
          Malformed::bad_value);
}

TEST_CASE("A kiosk hears of at most eight names that it bore")
{
    NewsAnswer news{a_state(), {}, 9, false};
    CHECK(decode_news_answer(encode(news))->formers.empty());
    news.formers.resize(8);
    CHECK(decode_news_answer(encode(news))->formers == news.formers);
    news.formers.resize(9);
    CHECK(decode_news_answer(encode(news)).error() == Malformed::bad_value);
}

TEST_CASE("Deep nesting is refused before anything walks it")
{
    const std::string deep(200'000, '[');
    CHECK(decode_news_request(with_head(deep)).error() == Malformed::head_too_deep);
    std::string behind =
        R"({"protocol":1,"since":1,"a":)" + std::string(50, '[') + std::string(50, ']') + "}";
    CHECK(decode_news_request(with_head(behind)).error() == Malformed::head_too_deep);
    CHECK(decode_news_request(with_head(R"({"protocol":1,"since":1,"a":"[[[[[[[[[[[[[[[[[[[[[\"{{{{"})")));
}

TEST_CASE("Counts and lengths that promise too much are refused without taking the memory")
{
    CHECK(decode_envelope(ByteWriter{}.u32(0xffffffff).take()).error() == Malformed::head_too_long);
    CHECK(decode_envelope(ByteWriter{}.u32(2).raw(view_of("{}")).u32(0xffffffff).take()).error() ==
          Malformed::too_many);
    CHECK(decode_envelope(ByteWriter{}.u32(2).raw(view_of("{}")).u32(1).u32(0xffffffff).take()).error() ==
          Malformed::cut_off);
    CHECK(decode_envelope({}).error() == Malformed::cut_off);
}

TEST_CASE("Base64 has one text for each value")
{
    CHECK(to_base64(view_of("")).empty());
    CHECK(to_base64(view_of("f")) == "Zg==");
    CHECK(to_base64(view_of("fo")) == "Zm8=");
    CHECK(to_base64(view_of("foobar")) == "Zm9vYmFy");
    for (const std::string text : {"", "Zg==", "Zm8=", "Zm9vYmFy", "+/+/"}) {
        REQUIRE(from_base64(text));
        CHECK(to_base64(*from_base64(text)) == text);
    }
    for (const std::string text :
         {"Z", "Zg=", "Zg", "Zh==", "Zm9=", "====", "Z===", "Z=g=", "Zg==Zg==", "Zm8-", "Zm 8"}) {
        CHECK_FALSE(from_base64(text));
    }
}
