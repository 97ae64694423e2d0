// SPDX-License-Identifier: MPL-2.0
#include "core/content/parts.hpp"

#include <algorithm>

#include "core/base/must.hpp"

namespace frikort::core::content {

base::Result<Parts, BadParts> Parts::of(Page page, const std::vector<std::string>& names)
{
    for (const auto& name : names) {
        const auto times = std::count_if(page.steps.begin(), page.steps.end(),
                                         [&](const PageStep& step) { return step.part == name; });
        if (times == 0) return base::no(BadParts::missing);
        if (times > 1) return base::no(BadParts::twice);
    }
    if (page.steps.size() != names.size()) return base::no(BadParts::unknown);
    return Parts{std::move(page)};
}

const PageStep& Parts::operator[](std::string_view name) const
{
    const auto found = std::find_if(page_.steps.begin(), page_.steps.end(),
                                    [&](const PageStep& step) { return step.part == name; });
    base::must(found != page_.steps.end());
    return *found;
}

} // namespace frikort::core::content
