// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/checks/source_tree.hpp"

namespace frikort::tests::checks {

// A row of tests/BEHAVIOUR.md: | promise | test |, the second cell a test's whole name.
struct Promise {
    std::size_t line;
    std::string promise;
    std::string test;
};
std::vector<Promise> promises_of(std::string_view behaviour_md);

// The names of all test cases and scenarios in a test file.
std::vector<std::string> titles_of(std::string_view text);

// Each promise names a test that exists; each file under tests/ with a SCENARIO, and each journey, keeps at
// least one promise.
Faults behaviour_faults(std::string_view behaviour_md, const std::vector<File>& files);

} // namespace frikort::tests::checks
