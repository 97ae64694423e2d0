// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace frikort::core::content {

// Why a catalogue was refused. A refused catalogue gives no texts at all.
enum class Malformed {
    unreadable,      // no file, or it could not be read
    not_a_catalogue, // not a .mo file of revision 0, or larger than any of ours
    cut_off,         // a table or text reaches outside the file
    not_text,        // broken UTF-8, control characters, a text without its end
    no_language,     // the header does not say `Language:` or `charset=UTF-8`
    plural_rule,     // plurals of another rule than "one, or any other number"
};

// What stands in the place of {name}.
struct Fill {
    std::string_view name;
    std::string value;
};
using Fills = std::initializer_list<Fill>;

// Every word of one language, by key: texts("home.title"). Read from a gettext catalogue (.mo).
//   texts("check.sum", {{"sum", "350 kr."}})     msgstr "Du fik {sum}"
//   texts.count("log.hours", 3)                  msgstr[0] "{n} time", msgstr[1] "{n} timer"
// A key the catalogue does not have is shown as it is, and remembered in `missing()`; so is a {name} nobody
// filled. A filled value is never read for placeholders again: people's own words stay as typed.
// A value: copy it freely; use one copy from one thread only.
class Texts {
public:
    static base::Result<Texts, Malformed> load(const std::filesystem::path& mo_file);
    static base::Result<Texts, Malformed> read(base::BytesView mo);

    std::string operator()(std::string_view key, Fills = {}) const;
    // The form for `n` things; {n} is filled with the number.
    std::string count(std::string_view key, std::int64_t n, Fills = {}) const;

    bool has(std::string_view key) const { return entries_.find(key) != entries_.end(); }
    std::vector<std::string> keys() const;
    // "da", "en": as the catalogue's header says.
    const std::string& language() const { return language_; }
    // Keys asked for and not found, and "key {name}" for placeholders left open; sorted, each once.
    std::vector<std::string> missing() const { return {missing_.begin(), missing_.end()}; }

private:
    struct Entry {
        std::string one; // the only form where a text has no plural
        std::string other;
    };
    Texts() = default;
    std::string filled(std::string_view key, std::string_view text, Fills, const std::string* n) const;

    std::string language_;
    std::map<std::string, Entry, std::less<>> entries_;
    mutable std::set<std::string, std::less<>> missing_;
};

} // namespace frikort::core::content
