// SPDX-License-Identifier: MPL-2.0
#include "sync/central/http/site.hpp"

namespace frikort::sync::central::http {

std::optional<std::string> Head::field(std::string_view small_name) const
{
    std::optional<std::string> found;
    for (const auto& one : fields) {
        if (one.name != small_name) continue;
        if (found) return std::nullopt;
        found = one.value;
    }
    return found;
}

} // namespace frikort::sync::central::http
