// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace frikort::core::people {

// True when ten digits whose first six are a date (day, month, two digits of the year) stand anywhere in the
// text, with or without blanks, dashes, points or the like between them. Such text is refused in every free
// field (product.md rule 3).
bool looks_like_cpr(std::string_view text);

} // namespace frikort::core::people
