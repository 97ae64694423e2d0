// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace frikort::core::base {

// False for anything a screen or another program could choke on: broken or overlong UTF-8, surrogates,
// control characters.
bool is_plain_text(std::string_view utf8);
// The number of code points; the text must be plain.
std::size_t length(std::string_view utf8);
// Without blanks at both ends and with single blanks inside.
std::string tidy(std::string_view utf8);
// Lower case for ASCII and Latin-1 (so for Danish), for comparing what people type.
std::string fold_case(std::string_view utf8);
// Empties it and overwrites all it held, short words in the string itself and what was erased from it too.
void wipe(std::string&);

} // namespace frikort::core::base
