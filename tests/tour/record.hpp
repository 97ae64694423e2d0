// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "tests/tour/tour.hpp"

namespace frikort::tests::tour {

// The semantic list of the screen now on the stage, in the form kiosk.md "The tour" gives; lengths are in
// pixels, to a hundredth.
nlohmann::ordered_json record_of(const Stop&);

// Writes NAME.png and NAME.json. Throws std::runtime_error when the folder cannot be written to.
void write(const Stop&, const std::filesystem::path& folder);

} // namespace frikort::tests::tour
