// SPDX-License-Identifier: MPL-2.0
#include "core/people/lockout.hpp"

#include <algorithm>

namespace frikort::core::people {

std::chrono::seconds Lockout::wait_after(std::uint32_t wrong) const
{
    if (wrong < free_tries) return std::chrono::seconds{0};
    auto wait = first;
    for (std::uint32_t i = free_tries; i < wrong && wait < longest; ++i) wait *= 2;
    return std::min(wait, longest);
}

std::uint32_t Lockout::left_after(std::uint32_t wrong) const
{
    return wrong < free_tries ? free_tries - wrong : 0;
}

} // namespace frikort::core::people
