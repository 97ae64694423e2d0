// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "tests/tour/tour.hpp"

namespace frikort::tests::tour {

// Every screen of the kiosk, with sample people. One date lies in 2025, one in 2026, a year without a known
// limit. `share` is the folder of texts and limits. To add a screen, add a scene in scenes.cpp.
Tour the_tour(const std::filesystem::path& share);

} // namespace frikort::tests::tour
