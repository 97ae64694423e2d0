// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/agent.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/oddities.hpp"
#include "tests/sync/support/real.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using agent::Trouble;
using frikort::core::base::Bytes;
using frikort::core::records::Class;
using frikort::core::store::Delivery;
using After = Between::After;
using Line = Between::Line;

namespace {

// A kiosk whose answers come from somebody between, and a neighbour who wrote into their centre's stream.
struct House {
    RealServer server;
    Between between{server.server.port()};
    RealKiosk neighbour{1, server};
    RealKiosk kiosk{2, server, {.central = between.url()}};
    Notebook notebook{5};
    std::vector<frikort::core::records::Record> written; // today
    std::vector<frikort::core::records::Record> all_written;

    House() { next_day(); }
    // Four records come to the kiosk, and three of its own wait there.
    void next_day()
    {
        for (int i = 0; i < 4; ++i) neighbour.scribe().write(neighbour.place.stream, Class::content, {1});
        neighbour.round();
        written.clear();
        for (int i = 0; i < 3; ++i) written.push_back(kiosk.scribe().write(notebook));
        all_written.insert(all_written.end(), written.begin(), written.end());
    }
    bool all_there_once()
    {
        std::vector<Bytes> bytes;
        for (const auto& record : all_written) bytes.push_back(encode(record));
        return server.of_stream(notebook.stream) == bytes;
    }
};

} // namespace

TEST_CASE("Whatever answers a push nothing is lost and nothing is taken for said")
{
    House house;
    for (const auto& oddity : oddities()) {
        for (const auto heard : {Heard::by_nobody, Heard::by_the_server}) {
            CAPTURE(oddity.name, heard == Heard::by_the_server);
            house.between.misbehave(at(oddity, "/sync/push", heard));
            house.kiosk.wait_at_most(oddity.patience);
            CHECK(trouble_of(house.kiosk.round().end) == oddity.trouble);
            house.kiosk.restart();
            const auto standing = house.kiosk.standing();
            CHECK(standing.waiting == 3);
            CHECK(standing.refused == 0);
            CHECK(standing.trouble == oddity.trouble);
            for (const auto& record : house.written)
                CHECK(house.kiosk.standing(record).delivery == Delivery::waiting);
            CHECK(house.kiosk.holds(house.notebook.stream) == house.all_written.size());

            house.between.behave();
            house.kiosk.wait_at_most(std::chrono::minutes{5});
            CHECK(house.kiosk.round().end == End::done);
            CHECK(house.kiosk.standing().waiting == 0);
            CHECK_FALSE(house.kiosk.standing().trouble);
            CHECK(house.all_there_once());
            house.next_day();
        }
    }
}

TEST_CASE("Whatever answers instead of the server changes nothing but what is said of it")
{
    House house;
    for (const auto& oddity : oddities()) {
        CAPTURE(oddity.name);
        const auto before = house.kiosk.standing();
        const auto held = house.kiosk.holds(house.kiosk.place.stream);
        house.server.clock.pass(std::chrono::hours{1});
        house.between.misbehave(at(oddity, "", Heard::by_the_server));
        house.kiosk.wait_at_most(oddity.patience);
        const auto outcome = house.kiosk.round();
        CHECK(trouble_of(outcome.end) == oddity.trouble);
        CHECK_FALSE(outcome.server_time);
        const auto standing = house.kiosk.standing();
        CHECK(standing.trouble == oddity.trouble);
        CHECK(standing.last_contact == before.last_contact);
        CHECK(standing.centre == before.centre);
        CHECK(standing.waiting == 3);
        CHECK(house.kiosk.holds(house.kiosk.place.stream) == held);

        house.between.behave();
        house.kiosk.wait_at_most(std::chrono::minutes{5});
        CHECK(house.kiosk.round().end == End::done);
        CHECK(house.kiosk.standing().last_contact == house.server.clock.now());
        CHECK(house.kiosk.holds(house.kiosk.place.stream) == held + 4);
        CHECK(house.all_there_once());
        house.next_day();
    }
}

TEST_CASE("A line that is slow and never stands still is waited for, and one that stands still is not")
{
    using std::chrono::milliseconds;
    House house;
    house.kiosk.wait_at_most(milliseconds{1500});
    bool heard_all = false;
    house.between.misbehave([&](const Line& line, const std::string& path, const Between::Pass& pass) {
        const auto answer = pass();
        if (path == "/sync/pull")
            heard_all = line.drip(answer, 30, milliseconds{100}); // three seconds
        else
            line.say(answer);
        return After::keep;
    });
    CHECK(house.kiosk.round().end == End::done);
    CHECK(heard_all);
    CHECK(house.kiosk.holds(house.kiosk.place.stream) == 4);

    house.next_day();
    house.between.misbehave([&](const Line& line, const std::string&, const Between::Pass& pass) {
        const auto answer = pass();
        line.say(answer.substr(0, answer.size() - 1));
        line.hold();
        return After::hang_up;
    });
    CHECK(house.kiosk.round().end == End::no_server);
    CHECK(house.kiosk.standing().waiting == 3);
}

TEST_CASE("A page of records that is not understood leaves the page and its cursor out and sends what waits")
{
    House house;
    house.between.misbehave(at(oddities().at(0), "/sync/pull", Heard::by_the_server));
    CHECK(house.kiosk.round().end == End::not_understood);
    CHECK(house.kiosk.holds(house.kiosk.place.stream) == 0);
    CHECK(house.all_there_once());
    house.kiosk.restart();
    house.between.behave();
    CHECK(house.kiosk.round().end == End::done);
    CHECK(house.kiosk.holds(house.kiosk.place.stream) == 4);
}

TEST_CASE("What waits a while by the server's word is told and no server puts a kiosk to sleep for good")
{
    const auto [said, wait] =
        GENERATE(table<std::string, std::chrono::seconds>({{"40", std::chrono::seconds{40}},
                                                           {"31536000", std::chrono::hours{6}},
                                                           {"9223372036854775807", std::chrono::hours{6}},
                                                           {"99999999999", std::chrono::hours{6}}}));
    House house;
    const std::string field = "Retry-After: " + said + "\r\n";
    enum class Whose { ours, a_proxys };
    const auto whose = GENERATE(Whose::ours, Whose::a_proxys);
    house.between.misbehave([&](const Line& line, const std::string&, const Between::Pass&) {
        line.say(whose == Whose::ours ? refusal(protocol::Fault::busy, "503 Busy", field)
                                      : sign_in_page("503 Busy", field));
        return After::hang_up;
    });
    CHECK(house.kiosk.round().wait == wait);
}

TEST_CASE("A server that was never there is said to be missing")
{
    House house;
    RealKiosk::Settings nowhere{.central = "http://127.0.0.1:1"}; // nobody listens there
    const auto line = std::move(*agent::CurlTransport::open(nowhere));
    CHECK(run_round(house.kiosk.store(), *line, house.kiosk.key).end == End::no_server);
    CHECK(house.kiosk.standing().trouble == Trouble::no_server);
    CHECK(house.kiosk.standing().waiting == 3);
}

TEST_CASE("The agent ends at once while a real server says nothing")
{
    RealServer server;
    Between between{server.server.port()};
    RealKiosk kiosk{3, server, {.central = between.url(), .answer_within = std::chrono::hours{1}}};
    between.misbehave([](const Line& line, const std::string&, const Between::Pass&) {
        line.hold();
        return After::hang_up;
    });
    SeededChance chance{1};
    {
        const agent::Agent agent{kiosk.store(), kiosk.line(),  kiosk.key,
                                 chance,        agent::Pace{}, [](agent::News) {}};
        between.wait_for_mischief();
    }
    CHECK_FALSE(kiosk.standing().trouble); // stopping is none
}

TEST_CASE("No word of a notebook can be read in any file of the server or on the way to it")
{
    House house;
    const std::string words = R"({"place":"Bageriet Rundstykket","ore":8765400,"day":"2025-10-19"})";
    house.kiosk.scribe().write(house.notebook, words);
    REQUIRE(house.kiosk.round().end == End::done);
    REQUIRE(house.server.of_stream(house.notebook.stream).size() == 4);
    REQUIRE_FALSE(house.between.overheard().empty());

    std::string all = house.between.overheard();
    for (const auto& [name, content] : contents_of(house.server.database.folder())) all += name + content;
    for (const std::string canary : {"Bageriet", "Rundstykket", "87654", "2025-10-19", "350 kr", "place"})
        CHECK(all.find(canary) == std::string::npos);
    const auto bytes = house.notebook.stream.bytes(); // not secret: so it was looked through
    CHECK(all.find(std::string{bytes.begin(), bytes.end()}) != std::string::npos);
}
