// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/behaviour.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace frikort::tests::checks;

namespace {

// Planted tests must not be taken for tests of this file: they start in the middle of a line.
const std::string planted_test = "\nTEST_CASE(\"A payment counts once\")\n{\n}\n";
const std::string planted_scenario = "\nSCENARIO(\"A citizen opens \"\n         \"a notebook\")\n{\n}\n";
const std::vector<File> planted{{"tests/core/notebook/year_test.cpp", planted_test},
                                {"tests/journeys/open_test.cpp", planted_scenario}};

const std::string head = "# Promises\n\n| promise | test |\n|---|---|\n";
const std::string both = head + "| Pay counts once | A payment counts once |\n"
                                "| A notebook opens | `A citizen opens a notebook` |\n";

} // namespace

TEST_CASE("Every promise of BEHAVIOUR.md names a test that exists and every journey keeps one")
{
    const auto files = source_tree();
    const auto page = std::find_if(files.begin(), files.end(),
                                   [](const File& f) { return f.path == "tests/BEHAVIOUR.md"; });
    REQUIRE(page != files.end());
    const auto faults = behaviour_faults(page->text, files);
    INFO(joined(faults));
    CHECK(faults.empty());
}

TEST_CASE("A promise is read from its row and test names from their files")
{
    REQUIRE(promises_of(both).size() == 2);
    CHECK(promises_of(both)[1].test == "A citizen opens a notebook");
    CHECK(titles_of(planted_scenario) == std::vector<std::string>{"A citizen opens a notebook"});
    CHECK(behaviour_faults(both, planted).empty());
}

TEST_CASE("A promise whose test is gone is found")
{
    const auto faults = behaviour_faults(both + "| Nothing is lost | A power cut loses nothing |\n", planted);
    CHECK(faults == Faults{"tests/BEHAVIOUR.md:7: no such test: A power cut loses nothing"});
    CHECK(behaviour_faults(both + "| Half a row |\n", planted).size() == 1);
}

TEST_CASE("A journey that keeps no promise is found")
{
    const auto faults = behaviour_faults(head + "| Pay counts once | A payment counts once |\n", planted);
    CHECK(faults ==
          Faults{"tests/journeys/open_test.cpp: no promise in tests/BEHAVIOUR.md names a test of it"});
    CHECK(behaviour_faults("", {}).size() == 1);
}
