// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <source_location>

namespace frikort::core::base {

// Stops the program when something impossible happened: our own bug, never a peer's or a person's mistake.
// Says file and line and nothing of the data.
void must(bool holds, std::source_location where = std::source_location::current());

} // namespace frikort::core::base
