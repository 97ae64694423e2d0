// SPDX-License-Identifier: MPL-2.0
#include "core/base/must.hpp"

#include <cstdio>
#include <cstdlib>

namespace frikort::core::base {

void must(bool holds, std::source_location where)
{
    if (holds) return;
    std::fprintf(stderr, "impossible state at %s:%u\n", where.file_name(),
                 static_cast<unsigned>(where.line()));
    std::abort();
}

} // namespace frikort::core::base
