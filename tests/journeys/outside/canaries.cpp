// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/canaries.hpp"

#include <algorithm>
#include <cctype>

#include "tests/support/files.hpp"

namespace frikort::tests::outside {

namespace {

std::string without_capitals(std::string words)
{
    std::transform(words.begin(), words.end(), words.begin(), [](char sign) {
        return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + ('a' - 'A')) : sign;
    });
    return words;
}

std::string with_zeros_between(const std::string& words)
{
    std::string wide;
    for (const char sign : words) (wide += sign) += '\0';
    wide.pop_back(); // the same from either end
    return wide;
}

bool stands_in(const std::string& content, const std::string& words)
{
    const auto in_hexadecimal = [&](std::size_t at) {
        return at < content.size() && std::isxdigit(static_cast<unsigned char>(content[at])) != 0;
    };
    const bool digits = words.find_first_not_of("0123456789") == std::string::npos;
    for (auto at = content.find(words); at != std::string::npos; at = content.find(words, at + 1))
        if (!digits || (!in_hexadecimal(at - 1) && !in_hexadecimal(at + words.size()))) return true;
    return false;
}

} // namespace

std::vector<std::string> files_with(std::string_view words, const std::filesystem::path& folder)
{
    const auto narrow = without_capitals(std::string{words});
    const auto wide = with_zeros_between(narrow);
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        const auto content = without_capitals(content_of(entry.path()));
        const bool has = stands_in(content, narrow) || stands_in(content, wide);
        if (has || without_capitals(entry.path().filename()).find(narrow) != std::string::npos)
            found.push_back(entry.path());
    }
    return found;
}

} // namespace frikort::tests::outside
