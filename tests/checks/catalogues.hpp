// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <set>

#include "tests/checks/source_tree.hpp"

namespace frikort::tests::checks {

// One message of a .po file.
struct Entry {
    std::size_t line = 0;
    std::string plural;             // msgid_plural; empty where the text has one form
    std::vector<std::string> forms; // as they stand on the screen, escapes resolved
    bool fuzzy = false;             // msgfmt leaves such an entry out
};

// By key, without the header.
using Catalogue = std::map<std::string, Entry>;
Catalogue read_po(std::string_view text);

// The names in {braces} of all forms.
std::set<std::string> placeholders_of(const Entry&);

// One catalogue: keys of small letters, digits, dots and _; no empty, fuzzy or half plural text.
Faults form_of_texts_faults(std::string_view path, std::string_view text);
// The same keys in both, with the same placeholders and both with or without a plural.
Faults pair_faults(const Catalogue& danish, const Catalogue& other);
// Every key the code asks for is in the catalogue and every key of the catalogue is asked for. A key is asked
// for by texts("key"), texts.count("key") or by a "literal.like.this" in a table of keys.
Faults use_faults(const Catalogue&, const std::vector<File>&);

// At most 15 words a sentence.
Faults sentence_faults(const Catalogue&);
// LIX 24 or less in each text of 20 words or more: for Danish.
Faults lix_faults(const Catalogue&);

} // namespace frikort::tests::checks
