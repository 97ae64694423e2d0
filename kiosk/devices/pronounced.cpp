// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/pronounced.hpp"

#include <algorithm>
#include <array>

namespace frikort::kiosk::devices {

namespace {

struct Short {
    std::string_view written;
    std::string_view one; // after "1"
    std::string_view many;
};
using Shorts = std::array<Short, 2>;
constexpr Shorts danish{{{"kr", "krone", "kroner"}, {"min", "minut", "minutter"}}};
constexpr Shorts english{{{"kr", "krone", "kroner"}, {"min", "minute", "minutes"}}};

// A sign alone, as on a key. Voices say nothing for most of them.
struct Sign {
    char sign;
    std::string_view danish;
    std::string_view english;
};
constexpr std::array<Sign, 13> signs{{{'-', "bindestreg", "hyphen"},
                                      {'.', "punktum", "full stop"},
                                      {',', "komma", "comma"},
                                      {'&', "og-tegn", "and sign"},
                                      {'/', "skråstreg", "slash"},
                                      {'+', "plus", "plus"},
                                      {'\'', "apostrof", "apostrophe"},
                                      {'!', "udråbstegn", "exclamation mark"},
                                      {'(', "start parentes", "open bracket"},
                                      {')', "slut parentes", "close bracket"},
                                      {'?', "spørgsmålstegn", "question mark"},
                                      {':', "kolon", "colon"},
                                      {'@', "snabel a", "at sign"}}};

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Blanks that do not break are blanks to the ear.
std::string with_plain_blanks(std::string_view words)
{
    std::string plain;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 0;
        for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF"})
            if (words.substr(at).starts_with(blank)) length = blank.size();
        plain += length > 0 ? ' ' : words[at];
        at += length > 0 ? length : 1;
    }
    return plain;
}

// The number that ends right before `at`, one blank aside; empty when there is none.
std::string_view number_before(std::string_view words, std::size_t at)
{
    if (at > 0 && words[at - 1] == ' ') --at;
    std::size_t from = at;
    while (from > 0 && (is_digit(words[from - 1]) || words[from - 1] == '.' || words[from - 1] == ','))
        --from;
    return from < at && is_digit(words[from]) ? words.substr(from, at - from) : std::string_view{};
}

// A point after a short form ends the sentence only where another begins, or nothing does.
bool sentence_ends(std::string_view after)
{
    if (after.empty()) return true;
    if (after[0] != ' ' && after[0] != '\n') return false;
    const auto next = after.find_first_not_of(" \n");
    if (next == std::string_view::npos) return true;
    return (after[next] >= 'A' && after[next] <= 'Z') || after.substr(next, 2) == "Å" ||
           after.substr(next, 2) == "Æ" || after.substr(next, 2) == "Ø";
}

} // namespace

std::string pronounced(std::string_view words, std::string_view language)
{
    const bool dansk = language == "da";
    for (const Sign& each : signs)
        if (words.size() == 1 && words[0] == each.sign)
            return std::string{dansk ? each.danish : each.english};
    const std::string text = with_plain_blanks(words);
    const std::string_view all = text;
    std::string said;
    for (std::size_t at = 0; at < all.size();) {
        const auto rest = all.substr(at);
        if (rest.starts_with(".dk") && (rest.size() == 3 || !is_letter(rest[3])) && at > 0 &&
            is_letter(all[at - 1])) {
            said += dansk ? " punktum dk" : " dot d k";
            at += 3;
            continue;
        }
        const auto number = number_before(all, at);
        const Short* found = nullptr;
        if (!number.empty())
            for (const Short& each : dansk ? danish : english) {
                const auto after = rest.substr(std::min(each.written.size(), rest.size()));
                if (rest.starts_with(each.written) && (after.empty() || !is_letter(after[0]))) found = &each;
            }
        if (found == nullptr) {
            said += all[at++];
            continue;
        }
        said += number == "1" ? found->one : found->many;
        at += found->written.size();
        if (at < all.size() && all[at] == '.') {
            ++at;
            if (sentence_ends(all.substr(at))) said += '.';
        }
    }
    return said;
}

} // namespace frikort::kiosk::devices
