// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <set>

#include "core/content/texts.hpp"
#include "tests/audits/screen.hpp"

namespace frikort::tests::audits {

// Whether people understand it, in their language, and whether others hear it.

// LIX 24 or less over the headings, texts and notices of a Danish screen, from 20 words on. What is pressed
// is not prose and is left out.
Faults hard_to_read(const Screen&);
// At most 15 words a sentence, in both languages.
Faults long_sentences(const Screen&);
// Keys shown as they are, and {placeholders} left open.
Faults bare_keys(const Screen&, const core::content::Texts& own);
// What only the other language says: the pieces of four letters or more of `other` that `own` has nowhere.
std::set<std::string> said_only_in(const core::content::Texts& other, const core::content::Texts& own);
Faults foreign_words(const Screen&, const std::set<std::string>& foreign);
// Everything on the screen can be heard.
Faults silent(const Screen&);
// The amounts of money in a text, digits only: "40000" for "40.000 kr.", "35050" for "350,50 kr.".
std::set<std::string> amounts_in(const std::string& text);
// Every amount but the public ones (yearly limits, examples in the texts) is the citizen's own, and so
// private.
Faults exposed_amounts(const Screen&, const std::set<std::string>& public_amounts);

} // namespace frikort::tests::audits
