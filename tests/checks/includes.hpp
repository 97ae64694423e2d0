// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/checks/source_tree.hpp"

namespace frikort::tests::checks {

// Holds ARCHITECTURE.md's "who may include whom" against the includes of one file: rooms by the table in
// includes.cpp, libraries only in their room. tests/ may know every room, but Catch2 only through its one
// door.
Faults include_faults(std::string_view path, std::string_view text);

// A header that includes a hidden library is a private one: no file of another room may reach it, however
// many headers lie between.
Faults leak_faults(const std::vector<File>&);

} // namespace frikort::tests::checks
