// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/central.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/temporary_folder.hpp"

// The server's program and its databases, as the person who runs it meets them.

using namespace frikort::tests::outside;
using Catch::Matchers::StartsWith;
using frikort::tests::PostgresCluster;
using frikort::tests::TemporaryFolder;

namespace {

constexpr const char* program = FRIKORT_BINARY "/bin/frikort-central";
constexpr const char* kiosk_program = FRIKORT_BINARY "/bin/frikort-kiosk";

std::string enrolled(const Central& at, const std::string& code, const std::filesystem::path& house,
                     const std::string& kiosk, const Environment& environment)
{
    return answer_of({kiosk_program, "--data", house / kiosk, "--central", at.address(), "--enrol", code},
                     environment, house / ("enrolling-" + kiosk));
}

std::filesystem::path made(const std::filesystem::path& path)
{
    std::filesystem::create_directories(path);
    return path;
}

} // namespace

TEST_CASE("Two servers on one PostgreSQL take each other's codes, and status tells of both")
{
    const PostgresCluster postgresql;
    const TemporaryFolder house;
    const auto environment = plain_environment(house / "home");
    Central one{made(house / "one"), environment, postgresql.url()};
    Central two{made(house / "two"), environment, postgresql.url()};
    CHECK_THAT(enrolled(two, one.code_for("Perronen"), house.path(), "first", environment),
               StartsWith("Enrolled at Perronen.\n"));
    CHECK_THAT(enrolled(one, two.code_for("Perronen"), house.path(), "second", environment),
               StartsWith("Enrolled at Perronen.\n"));
    for (const auto* server : {&one, &two}) {
        const auto page = server->status();
        const auto first = page.find("  Perronen  ");
        REQUIRE(first != std::string::npos);
        CHECK(page.find("  Perronen  ", first + 1) != std::string::npos); // two kiosks
    }
    CHECK(one.end() == 0);
    CHECK(two.end() == 0);
}

TEST_CASE("A server is moved from SQLite to PostgreSQL with one command, and its kiosks are known there")
{
    const PostgresCluster postgresql;
    const TemporaryFolder house;
    const auto environment = plain_environment(house / "home");
    std::string before;
    {
        Central sqlite{house.path(), environment};
        enrolled(sqlite, sqlite.code_for("Perronen"), house.path(), "kiosk", environment);
        before = sqlite.status();
        CHECK(sqlite.end() == 0);
    }
    const auto from = "sqlite:" + (house / "central").native();
    const auto said = answer_of({program, "copy", from, postgresql.url()}, environment, house / "copying");
    CHECK_THAT(said, ContainsSubstring("kiosk: 1\n"));
    CHECK_THAT(said, ContainsSubstring("Copied and compared."));
    Central moved{house.path(), environment, postgresql.url()};
    CHECK_THAT(moved.status(), ContainsSubstring(before.substr(before.find('\n') + 1, 8))); // the kiosk's id
    CHECK_THROWS_WITH(answer_of({program, "copy", from, postgresql.url()}, environment, house / "again"),
                      ContainsSubstring("Another program"));
    CHECK(moved.end() == 0);
}

TEST_CASE("Whoever starts the server wrongly is told what is missing, and a password is never repeated")
{
    const TemporaryFolder house;
    const auto environment = plain_environment(house / "home");
    const auto ends = [&](std::vector<std::string> words, int status, const char* saying) {
        words.insert(words.begin(), program);
        Program central{words, environment, house / "saying"};
        CHECK(central.wait() == status);
        CHECK_THAT(central.err(), ContainsSubstring(saying));
        CHECK_THAT(central.err(), !ContainsSubstring("sesam"));
    };
    const std::string nobody = "postgresql://frikort:sesam@127.0.0.1:1/frikort";
    const auto data = (house / "data").native();
    ends({"serve"}, 2, "Where?");
    ends({"serve", "--database", nobody}, 2, "needs --data");
    ends({"status", "--database", "oracle://x"}, 2, "Where?");
    ends({"serve", "--data", data, "--database", "sqlite:" + data}, 2, "Where?");
    ends({"serve", "--data", data, "--database", nobody}, 1, "The database is out of reach.");
    ends({"copy", nobody, "sqlite:" + data}, 2, "copy goes from sqlite:DIR");
    ends({"copy", "sqlite:" + data, nobody}, 1, "no server's data");
}
