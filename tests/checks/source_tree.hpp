// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace frikort::tests::checks {

// A file of the source tree; its path from the root, "core/money/money.hpp".
struct File {
    std::string path;
    std::string text;
};

// What is wrong, one line each: "core/money/money.hpp:3: ...". Empty is good.
using Faults = std::vector<std::string>;

// Every file that people write, without what is built and what git keeps. Reads the disk.
std::vector<File> source_tree();
// The names at the top of the tree.
std::vector<std::string> top_level();

bool is_cpp(std::string_view path); // .cpp and .hpp
std::vector<std::string_view> lines_of(std::string_view text);
// The folder a file is in, "core/money"; empty for the root.
std::string folder_of(std::string_view path);

// Joins the faults that `check(path, text)` finds in each file.
template <class Check>
Faults faults_in(const std::vector<File>& files, Check check)
{
    Faults all;
    for (const auto& file : files) {
        const Faults found = check(file.path, file.text);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

// One readable text of them, for a test's message.
std::string joined(const Faults&);

} // namespace frikort::tests::checks
