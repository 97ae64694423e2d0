// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/enrolment_code.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/served.hpp"

// The server's own program under attack: what it takes of the machine, and that an honest kiosk is served
// with its ordinary patience meanwhile. The sanitizers' programs take more memory than the real one, whose
// figures stand in sync/central/README.md; the bounds here hold for both.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;

namespace {

const std::string post =
    "POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.frikort.sync\r\n";

void serves(HonestKiosk& kiosk)
{
    for (int i = 0; i < 5; ++i) {
        kiosk.write(Notebook{5});
        CHECK(kiosk.round().end == End::done);
    }
    CHECK(kiosk.standing().waiting == 0);
}

} // namespace

TEST_CASE(
    "Five hundred slow heads and five hundred slow bodies cost little memory and no honest kiosk notices")
{
    Served served;
    HonestKiosk kiosk{1, served.url(), served.new_code()};
    serves(kiosk);
    const auto before = served.megabytes();

    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 1000; ++i) {
        slow.push_back(std::make_unique<Client>(served.port()));
        REQUIRE(slow.back()->connected());
        // As much as can be had without a key: a head nearly as long as one may be, or a body of an
        // enrolment.
        const auto words = i % 2 == 0 ? post + "X: " + std::string(7'500, 'x')
                                      : enrolment_without_body(4'000) + std::string(3'900, 'x');
        REQUIRE(slow.back()->say(words));
    }
    REQUIRE(served.comes_to([](const Numbers& now) {
        return now.at("frikort_central_connections") >= 1001 &&
               now.at("frikort_central_received_bytes_total") > 0 &&
               now.at("frikort_central_held_bytes") >= 500 * 4000;
    }));
    serves(kiosk);
    HonestKiosk late{2, served.url(), served.new_code()};
    serves(late);
    const auto during = served.megabytes();
    for (const auto& client : slow) CHECK(client->say("x")); // all of them are still there
    slow.clear();
    REQUIRE(served.comes_to([](const Numbers& now) { return now.at("frikort_central_connections") <= 2; }));
    serves(kiosk);
    const auto after = served.megabytes();
    CAPTURE(before, during, after);
    WARN("resident: " << before << " MB before, " << during << " MB during, " << after << " MB after");
    CHECK(during - before < 64);
    CHECK(after - before < 64);
    CHECK(served.number("frikort_central_connections_closed_total{why=\"cut_off\"}") == 1000);
    CHECK(served.number("frikort_central_held_bytes") == 0);
}

TEST_CASE("Endless heads and chunks and gzip bombs end soon, are counted, and cost no memory")
{
    Served served;
    HonestKiosk kiosk{1, served.url(), served.new_code()};
    serves(kiosk);
    const auto before = served.megabytes();
    const std::string block(64 * 1024, 'x');
    const std::string chunk = "10000\r\n" + block + "\r\n";
    std::string fields;
    while (fields.size() < block.size()) fields += "X-" + std::to_string(fields.size()) + ": y\r\n";
    // A megabyte of zeros, a thousand times smaller: what would be unpacked by who believes its head.
    const std::string bomb = "\x1f\x8b\x08" + std::string(1'000, '\0');
    for (int i = 0; i < 20; ++i) {
        const auto ends = [&](const std::string& start, const std::string& more) {
            const Client endless{served.port()};
            REQUIRE(endless.say(start));
            // Until the server has had enough: far less than anybody could send.
            int said = 0;
            while (said < 1'000 && endless.say(more)) ++said;
            CHECK(said < 1'000);
        };
        ends(post + "X: ", block);
        ends(post, fields);
        ends(post + "Transfer-Encoding: chunked\r\n\r\n", chunk);
        const Client client{served.port()};
        REQUIRE(client.say(post + "Content-Encoding: gzip\r\nContent-Length: " + std::to_string(bomb.size()) +
                           "\r\n\r\n" + bomb));
        CHECK(client.status() == 415);
    }
    serves(kiosk);
    const auto after = served.megabytes();
    CAPTURE(before, after);
    CHECK(after - before < 32);
    const auto numbers = served.numbers();
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"head_too_large\"}") == 40);
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"no_length\"}") == 20);
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"other_content\"}") == 20);
    CHECK(numbers.at("frikort_central_received_bytes_total") < 20.0 * 4 * 3'000'000);
}

TEST_CASE("Ten thousand wrong enrolment codes let nobody in, are counted, and keep no honest kiosk waiting")
{
    Served served;
    HonestKiosk kiosk{1, served.url(), served.new_code()};
    const auto right = served.new_code();
    serves(kiosk);
    const auto before = served.megabytes();
    SeededChance chance{8};
    const auto key = signing_key(chance);
    // Several at once on each of four lines, as fast as they go.
    constexpr int at_once = 50;
    std::vector<std::unique_ptr<Client>> lines;
    for (int i = 0; i < 4; ++i) lines.push_back(std::make_unique<Client>(served.port()));
    std::uint64_t counter = 0;
    for (int wave = 0; wave < 10'000 / (4 * at_once); ++wave) {
        for (const auto& line : lines) {
            std::string guesses;
            for (int i = 0; i < at_once; ++i) {
                const auto code = protocol::EnrolmentCode::random(chance);
                const auto body = encode(protocol::EnrolRequest{code.letters(), key.open()});
                guesses += request_of("/sync/enrol", ++counter, served.port(), key, body);
            }
            REQUIRE(line->say(guesses));
        }
        if (wave % 10 == 0) serves(kiosk);
        for (const auto& line : lines) REQUIRE(line->hear_answers(at_once) == at_once);
    }
    const auto numbers = served.numbers();
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"unknown_code\"}") == 10'000);
    CHECK(numbers.at("frikort_central_requests_total{path=\"enrol\",outcome=\"refused\"}") == 10'000);
    CHECK(numbers.at("frikort_central_events_total{event=\"enrolment_refused\"}") == 10'000);
    CHECK(numbers.at("frikort_central_kiosks{state=\"well\"}") == 1);
    HonestKiosk enrolled{2, served.url(), right};
    serves(enrolled);
    const auto after = served.megabytes();
    CAPTURE(before, after);
    CHECK(after - before < 64);
}

TEST_CASE("A tampered kiosk that begins two hundred large bodies gets the memory of sixty-four and no more")
{
    Served served;
    HonestKiosk tampered{1, served.url(), served.new_code()};
    HonestKiosk kiosk{2, served.url(), served.new_code()};
    serves(kiosk);
    const auto before = served.megabytes();
    const frikort::core::base::Bytes body(1024 * 1024);
    const std::string most(body.size() - 1, '\0');
    std::vector<std::unique_ptr<Client>> slow;
    for (std::uint64_t i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<Client>(served.port()));
        const SignedHead head{"/sync/push", 1'000'000 + i, authority_at(served.port()), body.size()};
        slow.back()->say(head_of(head, tampered.key, body));
        slow.back()->say(most);
    }
    serves(kiosk);
    const auto during = served.megabytes();
    CAPTURE(before, during);
    WARN("resident: " << before << " MB before, " << during << " MB during");
    CHECK(during - before < 160);
    CHECK(served.number("frikort_central_held_bytes") <= 64 * 1024 * 1024);
    CHECK(served.number("frikort_central_connections_closed_total{why=\"made_room\"}") >= 130);
}
