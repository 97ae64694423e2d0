// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/content/pages.hpp"

namespace frikort::core::content {

enum class BadParts {
    missing, // a part that is asked for is not there
    twice,
    unknown, // a step that nobody would ever see
};

// A page that is not read from first to last: each step is a part with a name, and the program takes the one
// it needs. `<!-- part: adult.yes -->` under a step's title.
class Parts {
public:
    // All or nothing: exactly these parts, in any order.
    static base::Result<Parts, BadParts> of(Page, const std::vector<std::string>& names);

    const Page& page() const { return page_; }
    // Asking for a name that was not in `names` is our own bug.
    const PageStep& operator[](std::string_view name) const;

private:
    explicit Parts(Page page) : page_{std::move(page)} {}
    Page page_;
};

} // namespace frikort::core::content
