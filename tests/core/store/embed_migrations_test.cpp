// SPDX-License-Identifier: MPL-2.0
#include <cstdlib>

#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;

namespace {

// What the build does with a folder of migrations: true when it goes on.
bool builds(const TemporaryFolder& folder)
{
    const auto command = "cmake -DSET=trial -DID=1 -DFOLDER='" + (folder / "sql").native() + "' -DOUT='" +
                         (folder / "out.cpp").native() +
                         "' -P '" FRIKORT_SOURCE "/core/store/embed_migrations.cmake' >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

void put(const TemporaryFolder& folder, const std::string& name, const std::string& sql = "SELECT 1;")
{
    std::filesystem::create_directories(folder / "sql");
    write(folder / ("sql/" + name), sql);
}

} // namespace

TEST_CASE("Migrations are compiled in as they are written and in the order of their numbers", "[store]")
{
    const TemporaryFolder folder;
    const std::string odd = "SELECT \"a;b\", '[x]', '\\n' /* ${HOME} @HOME@ */;\n";
    for (int number = 11; number > 1; --number) {
        put(folder, (number < 10 ? "000" : "00") + std::to_string(number) + "_next.sql");
    }
    put(folder, "0001_first.sql", odd);
    REQUIRE(builds(folder));
    const auto made = content_of(folder / "out.cpp");
    CHECK_THAT(made, ContainsSubstring(odd) && ContainsSubstring("trial_schema()"));
    CHECK(made.find("0009_next") < made.find("0010_next"));
    CHECK(made.find("0010_next") < made.find("0011_next"));
}

TEST_CASE("A gap or a wrong name among the migrations stops the build", "[store]")
{
    const TemporaryFolder folder;
    put(folder, "0001_first.sql");
    REQUIRE(builds(folder));
    const std::string wrong = GENERATE("0003_gap.sql", "2_short.sql", "0002-dash.sql", "0001_twice.sql",
                                       "0002_Upper.sql", "0002_note.txt", "0002_old.sql~");
    CAPTURE(wrong);
    put(folder, wrong);
    CHECK_FALSE(builds(folder));
}

TEST_CASE("A frozen migration that was changed or removed stops the build", "[store]")
{
    const TemporaryFolder folder;
    put(folder, "0001_first.sql", "abc");
    put(folder, "FROZEN",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  0001_first.sql\n"); // sha256 of
                                                                                               // "abc"
    REQUIRE(builds(folder));
    put(folder, "0001_first.sql", "abd");
    CHECK_FALSE(builds(folder));
    std::filesystem::remove(folder / "sql/0001_first.sql");
    put(folder, "0001_other.sql", "abc");
    CHECK_FALSE(builds(folder));
}

TEST_CASE("A folder without migrations stops the build", "[store]")
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "sql");
    CHECK_FALSE(builds(folder));
}
