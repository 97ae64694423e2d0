// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

#include "tests/fuzz/target.hpp"

// Goes through a corpus as an ordinary program: each file as it is, cut off at many places, and with single
// bytes changed. The bytes stand on the heap alone, so that reading behind their end is seen.
namespace {

using Input = std::vector<std::uint8_t>;

constexpr std::size_t most_cuts = 32;
constexpr std::size_t most_changes = 32;

void give(const Input& input, std::size_t size)
{
    const auto alone = std::make_unique<std::uint8_t[]>(size);
    std::copy_n(input.begin(), size, alone.get());
    LLVMFuzzerTestOneInput(alone.get(), size);
}

// `most` places of a whole, evenly.
std::vector<std::size_t> places(std::size_t size, std::size_t most)
{
    std::vector<std::size_t> all;
    const auto step = std::max<std::size_t>(1, size / most);
    for (std::size_t at = 0; at < size; at += step) all.push_back(at);
    return all;
}

void go_through(const Input& input)
{
    give(input, input.size());
    for (const auto cut : places(input.size(), most_cuts)) give(input, cut);
    auto changed = input;
    for (const auto at : places(input.size(), most_changes)) {
        for (const int other : {0x00, 0xff, input[at] + 1}) {
            changed[at] = static_cast<std::uint8_t>(other);
            give(changed, changed.size());
        }
        changed[at] = input[at];
    }
}

} // namespace

int main(int count, char** folders)
{
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i)
        for (const auto& entry : std::filesystem::directory_iterator{folders[i]})
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream stream{file, std::ios::binary};
        const Input input{std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
        std::fprintf(stderr, "%s\n", file.filename().c_str()); // the last one when it falls
        go_through(input);
    }
    if (files.empty()) std::fprintf(stderr, "nothing to go through\n");
    return files.empty() ? 1 : 0;
}
