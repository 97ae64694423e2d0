// SPDX-License-Identifier: MPL-2.0
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/journeys/outside/program.hpp"
#include "tests/support/files.hpp"
#include "tests/sync/support/backed_up.hpp"

// The files that somebody names to the server's own program.

using namespace frikort::tests;
using outside::Program;

namespace {

struct Machine {
    int says(std::vector<std::string> words)
    {
        words.insert(words.begin(), FRIKORT_BINARY "/bin/frikort-central");
        Program program{std::move(words), outside::plain_environment(house / "home"), house / "said"};
        const auto status = program.wait();
        told = program.err();
        answer = program.out();
        return status.value_or(-1);
    }
    std::string path(const char* name) const { return (house / name).native(); }

    TemporaryFolder house;
    std::string told, answer;
};

// A file that goes on when somebody pours more into it.
class Slow {
public:
    explicit Slow(const fs::path& path)
    {
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        opened_ = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        REQUIRE(::fcntl(opened_, F_SETPIPE_SZ, room) >= room);
    }
    ~Slow() { end(); }
    void pour(const std::string& some) const
    {
        REQUIRE(some.size() < room);
        REQUIRE(::write(opened_, some.data(), some.size()) == static_cast<ssize_t>(some.size()));
    }
    void end()
    {
        if (opened_ >= 0) ::close(opened_);
        opened_ = -1;
    }

private:
    static constexpr int room = 1 << 20;
    int opened_ = -1;
};

} // namespace

TEST_CASE("A backup is never looked over in a folder of somebody's, and is looked for first")
{
    Machine machine;
    REQUIRE(machine.says({"backup-key", machine.path("key")}) == 0);
    fs::create_directory(machine.path("photographs"));
    write(machine.house / "photographs" / "one", "of somebody");
    fs::permissions(machine.path("photographs"), fs::perms{0755});
    const auto verify = [&](const std::string& file, const char* scratch) {
        return machine.says({"verify-backup", machine.path(file.c_str()), "--key", machine.path("key"),
                             "--scratch", machine.path(scratch)});
    };
    CHECK(verify("key", "photographs") == 1);
    CHECK_THAT(machine.told,
               ContainsSubstring("This folder holds something: give one that is not there yet."));
    CHECK(content_of(machine.house / "photographs" / "one") == "of somebody");
    CHECK(fs::status(machine.path("photographs")).permissions() == fs::perms{0755});
    fs::create_directory(machine.path("empty"));
    CHECK(verify("nowhere", "empty") == 1);
    CHECK_THAT(machine.told, ContainsSubstring("no such file"));
    CHECK(fs::exists(machine.path("empty")));
    CHECK(verify("key", "empty") == 1);
    CHECK_THAT(machine.told, ContainsSubstring("no backup"));
}

TEST_CASE("Whoever ends the program while it reads a backup leaves nothing of it unsealed")
{
    Machine machine;
    REQUIRE(machine.says({"backup-key", machine.path("key")}) == 0);
    const auto to = machine.answer.substr(machine.answer.find("fkb1-"));
    REQUIRE(machine.says({"enrol", "--data", machine.path("central"), "--centre", "Perronen"}) == 0);
    REQUIRE(machine.says({"backup", machine.path("tonight"), "--data", machine.path("central"), "--to",
                          to.substr(0, to.find('\n'))}) == 0);
    const auto whole = content_of(machine.path("tonight"));
    Slow slow{machine.path("slow")};
    const auto scratch = machine.house / "slow.scratch";
    Program program{{FRIKORT_BINARY "/bin/frikort-central", "verify-backup", machine.path("slow"), "--key",
                     machine.path("key")},
                    outside::plain_environment(machine.house / "home"),
                    machine.house / "ended"};
    slow.pour(whole.substr(0, whole.size() - 1000));
    REQUIRE(outside::until([&] { return fs::exists(scratch / "central.db.part"); }));
    program.ask_to_end();
    CHECK(program.running());
    slow.end();
    CHECK(program.wait() == 128 + SIGTERM);
    CHECK_FALSE(fs::exists(scratch));
}

TEST_CASE("The page with an enrolment code is its owner's alone, also over a file that was everybody's")
{
    Machine machine;
    write(machine.path("old.svg"), std::string(100'000, 'x'));
    fs::permissions(machine.path("old.svg"), fs::perms{0644});
    for (const auto* name : {"new.svg", "old.svg"}) {
        const auto page = machine.path(name);
        REQUIRE(machine.says(
                    {"enrol", "--data", machine.path("central"), "--centre", "Perronen", "--qr", page}) == 0);
        CHECK(fs::status(page).permissions() == fs::perms{0600});
        CHECK_THAT(content_of(page), ContainsSubstring("</svg>"));
        CHECK(content_of(page).find("xxx") == std::string::npos);
    }
    CHECK(machine.says({"enrol", "--data", machine.path("central"), "--centre", "Perronen", "--qr",
                        machine.path("nowhere/page.svg")}) == 1);
    CHECK_THAT(machine.told, ContainsSubstring("nowhere/page.svg"));
}
