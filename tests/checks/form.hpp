// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/checks/source_tree.hpp"

namespace frikort::tests::checks {

// The outer form of one file, as CONTRIBUTING.md asks for it.

// The licence on the first line, or on the second behind "#!".
Faults licence_faults(std::string_view path, std::string_view text);
// No source file of more than 400 lines.
Faults length_faults(std::string_view path, std::string_view text);
// core/money/money.hpp is in frikort::core::money; file and folder names are snake_case.
Faults namespace_faults(std::string_view path, std::string_view text);
// No type is called a Manager, Helper, Util, Data, Info or Impl.
Faults name_faults(std::string_view path, std::string_view text);
// Headers begin with #pragma once.
Faults guard_faults(std::string_view path, std::string_view text);

// A Python file imports what Debian's python3 and python3-nacl have, and the files beside it, whose names
// these are without their ending.
Faults module_faults(std::string_view path, std::string_view text, const std::vector<std::string>& beside);

// The top of the tree holds what ARCHITECTURE.md says, all of it and nothing else.
Faults top_level_faults(const std::vector<std::string>& names);

} // namespace frikort::tests::checks
