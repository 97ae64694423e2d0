// SPDX-License-Identifier: MPL-2.0
#include "tests/checks/source_tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace frikort::tests::checks {

namespace {

namespace fs = std::filesystem;

bool is_passed_over(const std::string& name) { return name == ".git" || name == "build" || name == ".cache"; }

} // namespace

std::vector<File> source_tree()
{
    std::vector<File> files;
    const fs::path root{FRIKORT_SOURCE};
    for (auto entry = fs::recursive_directory_iterator{root}; entry != fs::recursive_directory_iterator{};
         ++entry) {
        if (entry->is_directory() && is_passed_over(entry->path().filename()))
            entry.disable_recursion_pending();
        if (!entry->is_regular_file()) continue;
        std::ifstream stream{entry->path(), std::ios::binary};
        files.push_back({entry->path().lexically_relative(root).generic_string(),
                         {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}}});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> top_level()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{FRIKORT_SOURCE}) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

bool is_cpp(std::string_view path) { return path.ends_with(".cpp") || path.ends_with(".hpp"); }

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string folder_of(std::string_view path)
{
    const auto slash = path.rfind('/');
    return std::string{slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash)};
}

std::string joined(const Faults& faults)
{
    std::string text;
    for (const auto& fault : faults) text += fault + "\n";
    return text;
}

} // namespace frikort::tests::checks
