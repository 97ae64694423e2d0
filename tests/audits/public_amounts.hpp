// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace frikort::tests::audits {

// The amounts that everybody may hear, as digits: the yearly limits, and what stands in the texts themselves
// as an example. `share` as in a build.
std::set<std::string> public_amounts(const std::filesystem::path& share);

} // namespace frikort::tests::audits
