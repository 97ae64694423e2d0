// SPDX-License-Identifier: MPL-2.0
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

int main(int count, char** arguments) { return Catch::Session().run(count, arguments); }
