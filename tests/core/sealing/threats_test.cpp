// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

std::string text_of_file(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

std::string all_tests()
{
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{FRIKORT_SOURCE "/tests"}) {
        if (entry.path().extension() == ".cpp") all += text_of_file(entry.path());
    }
    return std::regex_replace(all, std::regex{"\\(\n +\""}, "(\""); // a long name stands on the next line
}

// The rows of the model's tables, without their heads.
std::vector<std::string> rows()
{
    std::vector<std::string> rows;
    std::istringstream model{text_of_file(FRIKORT_SOURCE "/core/sealing/THREATS.md")};
    bool in_table = false;
    for (std::string line; std::getline(model, line);) {
        if (line.rfind("|---", 0) == 0) {
            in_table = true;
        } else if (line.empty() || line[0] != '|') {
            in_table = false;
        } else if (in_table) {
            rows.push_back(line);
        }
    }
    return rows;
}

std::string last_cell(const std::string& row)
{
    const auto end = row.find_last_of('|');
    const auto begin = row.find_last_of('|', end - 1);
    return row.substr(begin + 1, end - begin - 1);
}

std::vector<std::string> tests_named_in(const std::string& cell)
{
    std::vector<std::string> names;
    for (auto from = cell.find('`'); from != std::string::npos;) {
        const auto to = cell.find('`', from + 1);
        if (to == std::string::npos) break;
        names.push_back(cell.substr(from + 1, to - from - 1));
        from = cell.find('`', to + 1);
    }
    return names;
}

} // namespace

TEST_CASE("Every test that the threat model names is there")
{
    const auto tests = all_tests();
    for (const auto& row : rows()) {
        for (const auto& name : tests_named_in(last_cell(row))) {
            INFO(name);
            CHECK(tests.find("(\"" + name + "\"") != std::string::npos);
        }
    }
}

TEST_CASE("Every line of the threat model names its test or says plainly that nothing holds yet")
{
    REQUIRE(rows().size() >= 20);
    for (const auto& row : rows()) {
        INFO(row);
        const auto cell = last_cell(row);
        const bool plain =
            cell.find("not yet") != std::string::npos || cell.find("nothing") != std::string::npos;
        CHECK((plain || !tests_named_in(cell).empty()));
    }
}
