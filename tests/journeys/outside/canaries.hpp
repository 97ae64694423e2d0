// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace frikort::tests::outside {

// The files below a folder in whose bytes these words stand, whatever the capitals, as UTF-8 or UTF-16. Reads
// every file as it lies on the disk: databases, their logs, and what a program forgot. Digits count only by
// themselves: any six may stand somewhere in the hexadecimal name of a record.
std::vector<std::string> files_with(std::string_view words, const std::filesystem::path& folder);

} // namespace frikort::tests::outside
