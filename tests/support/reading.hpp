// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace frikort::tests::support {

// How hard a text is to read. Source: kiosk.md "text", kiosk-bar.md A34.

// What stands between blanks and has a letter or a digit in it, without the marks around it.
std::vector<std::string> words_of(std::string_view text);

// A sentence ends at "." "!" "?" or ":" before a blank, and at a line break. A full stop inside a date or
// behind a short form ("20. november", "350 kr. om året") ends nothing: a small letter or digit follows.
std::vector<std::string> sentences_of(std::string_view text);

// Letters and digits, not bytes.
std::size_t letters_in(std::string_view word);

// LIX: words per sentence + words of more than 6 letters per hundred words. 0 for a text without words.
double lix(const std::vector<std::string>& texts);

} // namespace frikort::tests::support
