// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include <sys/prctl.h>
#include <sys/wait.h>

#include "tests/journeys/outside/canaries.hpp"
#include "tests/journeys/outside/central.hpp"
#include "tests/journeys/outside/visitor.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/postgresql.hpp"

// From outside: the programs as they are shipped, a screen, a finger, a scanner. What happened is read off
// pictures of the screen, off the server, and off the disk.

namespace fs = std::filesystem;
using namespace frikort::tests::outside;
using frikort::tests::TemporaryFolder;

namespace {

constexpr const char* kiosk_program = FRIKORT_BINARY "/bin/frikort-kiosk";

// Where the programs live, and what the eyes need: apart, because the eyes may write down what they read.
struct Places {
    TemporaryFolder folder;
    fs::path house = made(folder / "house");
    fs::path eyes = made(folder / "eyes");
    fs::path kiosk_data = house / "kiosk";
    Environment environment = plain_environment(house / "home");

    static fs::path made(const fs::path& path)
    {
        fs::create_directories(path);
        return path;
    }
    Program kiosk(const Screen& screen, const std::string& name,
                  const std::vector<std::string>& more = {}) const
    {
        std::vector<std::string> command{kiosk_program, "--data", kiosk_data, "--date", "2025-11-21"};
        command.insert(command.end(), more.begin(), more.end());
        auto shown = environment;
        shown["DISPLAY"] = screen.display();
        return {std::move(command), shown, house / name};
    }
    Visitor visitor(Screen& screen, const char* name) const
    {
        return {screen, eyes, fs::path{FRIKORT_BINARY} / "pictures" / name};
    }
};

// From home to the card: a call name and a code twice.
void make_notebook(Visitor& visitor, std::string_view name, std::string_view code)
{
    visitor.tap("home.book");
    visitor.tap("door.new");
    visitor.press(name);
    visitor.tap("action.next");
    visitor.tap("new.kind.digits");
    for (int twice = 0; twice < 2; ++twice) {
        visitor.press(code);
        visitor.tap("action.next");
    }
    visitor.tap("new.keep.phone");
}

// From the year's page through the questions to "Gemt".
void write_pay(Visitor& visitor, std::string_view place, std::string_view kroner)
{
    visitor.tap("overview.log");
    visitor.tap("log.day.yesterday");
    visitor.tap("log.place.write");
    visitor.press(place);
    visitor.tap("action.next");
    visitor.tap("log.hours.not_known");
    visitor.press(kroner);
    visitor.tap("action.next");
    visitor.tap("log.save");
}

void nobody_else_reads(const std::string& card, const fs::path& house)
{
    const auto secret = card.substr(11, 12); // "FK", nine letters that are no secret, twelve that are
    for (const std::string& canary :
         std::vector<std::string>{"KOLIBRI", "MUSVIT", "2025-11-20", "\"ore\":35000", "350 kr", "\"paid\"",
                                  "371904", card, secret}) {
        CAPTURE(canary, house);
        CHECK(files_with(canary, house) == std::vector<std::string>{});
    }
}

} // namespace

TEST_CASE("At the real window with the real server somebody writes a payment, and nobody else can read it")
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1); // what our programs leave behind becomes ours
    const Places places;
    Screen screen{places.eyes};
    std::optional<frikort::tests::PostgresCluster> postgresql;
    if (GENERATE(false, true)) postgresql.emplace();
    CAPTURE(postgresql.has_value());
    Central central{places.house, places.environment, postgresql ? postgresql->url() : ""};
    const auto enrolled = answer_of({kiosk_program, "--data", places.kiosk_data, "--central",
                                     central.address(), "--enrol", central.code_for("Værestedet Havnen")},
                                    places.environment, places.house / "enrolling");
    CHECK(enrolled.starts_with("Enrolled at Værestedet Havnen.\n"));
    CHECK(enrolled.find("Set-up code: ") != std::string::npos); // for the staff, told once
    auto kiosk = places.kiosk(screen, "showing", {"--central", central.address(), "--sync-every", "1"});
    auto visitor = places.visitor(screen, "payment");
    CHECK(bare(visitor.heading()) == "hejhvadvildu");

    make_notebook(visitor, "MUSVIT", "371904");
    const auto card = visitor.card();
    const auto other_card = visitor.other_card();
    REQUIRE(card.size() == 24);
    CHECK(card != other_card);
    visitor.tap("new.card.done");
    CHECK(bare(visitor.heading()) == "minbog2025");
    REQUIRE(until([&] { return central.records() > 0; }));
    const auto before_payment = central.records();

    visitor.tap("bar.close");
    visitor.scan(card, other_card);
    visitor.press("371904");
    visitor.tap("open.action");
    write_pay(visitor, "KOLIBRI", "350");
    CHECK(bare(visitor.heading()) == "gemt");
    visitor.tap("log.saved.finish");
    CHECK_THAT(visitor.page(), !ContainsSubstring("350"));
    visitor.tap("overview.show");
    const auto numbers = visitor.page();
    CHECK_THAT(numbers, ContainsSubstring("350 kr."));
    CHECK_THAT(numbers, ContainsSubstring("42.416")); // 42.766 - 350
    CHECK_THAT(numbers, ContainsSubstring("socialtfrikort.dk"));

    REQUIRE(until([&] { return central.records() > before_payment; }));
    const auto status = central.status();
    CHECK_THAT(status, ContainsSubstring("Værestedet Havnen  just now"));
    CHECK_THAT(status, ContainsSubstring("notebook"));
    CHECK_THAT(status, ContainsSubstring("In quarantine: 0"));
    const auto kept_in = postgresql ? postgresql->data() : places.house / "central";
    CHECK_FALSE(files_with("Værestedet Havnen", kept_in).empty()); // what can be read is found
    nobody_else_reads(card, places.house);
    nobody_else_reads(card, kept_in);

    visitor.tap("bar.close");
    screen.close_the_window();
    CHECK(kiosk.wait() == 0);
    CHECK(central.end() == 0);
    CHECK(screen.end() == 0);
    nobody_else_reads(card, places.house);
    postgresql.reset();
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1); // nothing is left running
}

TEST_CASE("A second kiosk on the same data ends with a plain line, and the first goes on")
{
    const Places places;
    Screen screen{places.eyes};
    auto first = places.kiosk(screen, "first");
    auto visitor = places.visitor(screen, "second-kiosk");

    auto second = places.kiosk(screen, "second");
    CHECK(second.wait() == 3);
    const auto said = second.err();
    CHECK_THAT(said,
               ContainsSubstring("the data folder cannot be used: another program has this data folder\n"));
    CHECK(second.out() == "");

    visitor.tap("home.book");
    CHECK(bare(visitor.heading()) == "harduenbog");
    screen.close_the_window();
    CHECK(first.wait() == 0);
}

TEST_CASE("Where there is no display the kiosk and packaging/run say so, and nothing is installed or built")
{
    const Places places;
    Program kiosk{{kiosk_program, "--data", places.kiosk_data}, places.environment, places.house / "showing"};
    CHECK(kiosk.wait() == 2);
    CHECK_THAT(kiosk.err(), ContainsSubstring("No display: "));

    auto environment = places.environment;
    const auto tools = Places::made(places.house / "tools");
    const auto used = places.house / "used";
    for (const auto* tool : {"apt-get", "dpkg-query", "sudo", "cmake", "ninja", "ccache", "c++"}) {
        frikort::tests::write(tools / tool, "#!/bin/sh\necho $0 >>" + used.native() + "\n");
        fs::permissions(tools / tool, fs::perms::owner_all);
    }
    environment["PATH"] = tools.native() + ":" + environment["PATH"];
    const auto data = places.house / "trial";
    Program run{{FRIKORT_SOURCE "/packaging/run", "--data", data}, environment, places.house / "run"};
    CHECK(run.wait() == 2);
    CHECK(run.out() == "");
    CHECK(run.err() == "No display: start this where there is a screen, or use --tour DIR for pictures.\n");
    CHECK_FALSE(fs::exists(used));
    CHECK_FALSE(fs::exists(data));
}

TEST_CASE("Words are found in every file below a folder, also as UTF-16, in a name, or in other capitals")
{
    const TemporaryFolder folder;
    Places::made(folder / "deep");
    frikort::tests::write(folder / "deep/a.db-wal", std::string{"\0\1xMusvit\0", 10});
    frikort::tests::write(folder / "b", std::string{"m\0u\0s\0v\0i\0t\0", 12});
    frikort::tests::write(folder / "musvit.log", "");
    frikort::tests::write(folder / "c", "mus vit");
    frikort::tests::write(folder / "d", "code=371904");
    frikort::tests::write(folder / "e", "3ad371904b1");
    CHECK(files_with("MUSVIT", folder.path()).size() == 3);
    CHECK(files_with("371904", folder.path()) == std::vector<std::string>{folder / "d"});
}
