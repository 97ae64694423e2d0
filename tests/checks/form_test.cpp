// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/form.hpp"

#include <filesystem>
#include <map>

#include "tests/support/catch.hpp"

using namespace frikort::tests::checks;

namespace {

const std::string spdx = "// SPDX-License-Identifier: MPL-2.0\n";

template <class Check>
void holds_in_the_tree(Check check)
{
    const auto faults = faults_in(source_tree(), check);
    INFO(joined(faults));
    CHECK(faults.empty());
}

} // namespace

TEST_CASE("The tree is read from its root and has this test in it")
{
    const auto files = source_tree();
    CHECK(std::any_of(files.begin(), files.end(), [](const File& f) {
        return f.path == "tests/checks/form_test.cpp" && !f.text.empty();
    }));
}

TEST_CASE("Every source file begins with its licence") { holds_in_the_tree(licence_faults); }
TEST_CASE("No source file is longer than 400 lines") { holds_in_the_tree(length_faults); }
TEST_CASE("Every file is in the namespace of its folder") { holds_in_the_tree(namespace_faults); }
TEST_CASE("No type has a name that says nothing") { holds_in_the_tree(name_faults); }
TEST_CASE("Every header is guarded") { holds_in_the_tree(guard_faults); }

TEST_CASE("The top of the tree holds what it should and nothing else")
{
    const auto faults = top_level_faults(top_level());
    INFO(joined(faults));
    CHECK(faults.empty());
}

TEST_CASE("A file without its licence is found")
{
    CHECK(licence_faults("core/money/money.cpp", "#include <string>\n" + spdx).size() == 1);
    CHECK(licence_faults("core/money/money.cpp", "").size() == 1);
    CHECK(licence_faults("packaging/run", "#!/bin/sh\necho\n").size() == 1);
    CHECK(licence_faults("core/store/migrations/0001_start.sql", "CREATE TABLE a (b);\n").size() == 1);
    CHECK(licence_faults("core/money/money.cpp", spdx).empty());
    CHECK(licence_faults("packaging/run", "#!/bin/sh\n# SPDX-License-Identifier: MPL-2.0\n").empty());
    CHECK(licence_faults("assets/limits.json", "{}\n").empty());
    CHECK(licence_faults("tests/stranger/wire.py", "import json\n").size() == 1);
}

TEST_CASE("A file of 401 lines is found and one of 400 is not")
{
    std::string lines;
    for (int i = 0; i < 400; ++i) lines += "\n";
    CHECK(length_faults("core/money/money.cpp", lines).empty());
    CHECK(length_faults("core/money/money.cpp", lines + "\n").size() == 1);
    CHECK(length_faults("core/money/money.cpp", lines + "int last;").size() == 1);
}

TEST_CASE("A file in another folder's namespace is found")
{
    CHECK(namespace_faults("core/money/money.hpp", "namespace frikort::core::ledger {\n").size() == 1);
    CHECK(namespace_faults("core/money/money.hpp", "namespace frikort::core::money::inner {\n").size() == 1);
    CHECK(namespace_faults("core/money/Money.hpp", "namespace frikort::core::money {\n").size() == 1);
    CHECK(
        namespace_faults("kiosk/screens/log_pay/draw.cpp", "namespace frikort::kiosk::screens {\n").size() ==
        1);
    CHECK(namespace_faults("core/money/money.hpp", "namespace frikort::core::money {\n").empty());
    CHECK(
        namespace_faults("core/sealing/cipher.hpp", "namespace frikort::core::sealing::cipher {\n").empty());
    CHECK(namespace_faults("kiosk/screens/home/draw.cpp", "namespace frikort::kiosk::screens::home {\n")
              .empty());
    CHECK(namespace_faults("kiosk/app/main.cpp", "int main() {}\n").empty());
}

TEST_CASE("A type whose name says nothing is found")
{
    for (const auto* planted :
         {"class ScreenManager {", "struct TextHelper;", "    class Impl;", "enum class LogData {",
          "struct Impl", "using KioskInfo = int;", "struct StringUtils final {", "struct Store::Impl {",
          "template <class T> struct RowData {"}) {
        INFO(planted);
        CHECK(name_faults("kiosk/ui/ui.hpp", planted).size() == 1);
    }
    for (const auto* innocent :
         {"class Managers_office {", "struct Simple {", "// class ScreenManager {", "class Information {",
          "using Data_of_birth = int;", "struct Database {", "struct InfoScreen {", "struct ImDrawData;"}) {
        INFO(innocent);
        CHECK(name_faults("kiosk/ui/ui.hpp", innocent).empty());
    }
}

TEST_CASE("The stranger needs nothing but what Debian's python3 and python3-nacl have, and none of our code")
{
    const auto files = source_tree();
    std::map<std::string, std::vector<std::string>> beside;
    for (const auto& file : files)
        if (file.path.ends_with(".py"))
            beside[folder_of(file.path)].push_back(std::filesystem::path{file.path}.stem());
    CHECK(beside.contains("tests/stranger"));
    Faults faults;
    for (const auto& file : files)
        for (const auto& fault : module_faults(file.path, file.text, beside[folder_of(file.path)]))
            faults.push_back(fault);
    INFO(joined(faults));
    CHECK(faults.empty());
}

TEST_CASE("A foreign module in Python is found")
{
    const std::string python = "import json\nfrom nacl.bindings import x\nfrom wire import sized\n";
    CHECK(module_faults("tests/stranger/keys.py", python, {"wire"}).empty());
    CHECK(module_faults("tests/stranger/keys.py", python, {}).size() == 1);
    CHECK(module_faults("tests/stranger/keys.py", "import requests\n", {}).size() == 1);
}

TEST_CASE("A header without a guard is found")
{
    CHECK(guard_faults("core/money/money.hpp", spdx + "\n#pragma once\n").size() == 1);
    CHECK(guard_faults("core/money/money.hpp", spdx).size() == 1);
    CHECK(guard_faults("core/money/money.hpp", spdx + "#pragma once\n").empty());
    CHECK(guard_faults("core/money/money.cpp", spdx).empty());
}

TEST_CASE("A stray or missing name at the top is found")
{
    const std::vector<std::string> whole{
        ".ci",   ".git", "ARCHITECTURE.md", "CMakeLists.txt", "README.md", "assets",
        "build", "core", "kiosk",           "packaging",      "sync",      "tests"};
    CHECK(top_level_faults(whole).empty());
    auto stray = whole;
    stray.push_back("scripts");
    CHECK(top_level_faults(stray) == Faults{"scripts does not belong at the top"});
    auto missing = whole;
    missing.pop_back();
    CHECK(top_level_faults(missing) == Faults{"tests is missing at the top"});
}
