// SPDX-License-Identifier: MPL-2.0
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/target.hpp"

namespace frikort::tests::fuzz {

void holds(bool it_does, std::source_location where)
{
    if (it_does) return;
    std::fprintf(stderr, "%s:%u does not hold\n", where.file_name(), static_cast<unsigned>(where.line()));
    std::abort();
}

} // namespace frikort::tests::fuzz
