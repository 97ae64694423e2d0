// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace frikort::tests {

inline std::string content_of(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline void write(const std::filesystem::path& file, const std::string& content)
{
    std::ofstream{file, std::ios::binary} << content;
}

// Every file of a folder by name, for comparing before and after.
inline std::map<std::string, std::string> contents_of(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.is_regular_file()) found[entry.path().filename().native()] = content_of(entry.path());
    }
    return found;
}

// The files below a folder in which any of the words stands.
inline std::vector<std::string> files_with_any(const std::filesystem::path& folder,
                                               const std::vector<std::string>& words)
{
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        const auto content = content_of(entry.path());
        for (const auto& each : words)
            if (content.find(each) != std::string::npos)
                found.push_back(entry.path().filename().native() + ": " + each);
    }
    return found;
}

} // namespace frikort::tests
