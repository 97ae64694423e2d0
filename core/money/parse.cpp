// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <optional>
#include <vector>

#include "core/money/money.hpp"

namespace frikort::core::money {

using base::no;
using base::Result;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// ASCII small letters, hard blanks as blanks, the true minus as a dash; without blanks at the ends.
std::string plain(std::string_view typed)
{
    std::string text;
    const auto take = [&](std::string_view sign) {
        if (typed.substr(0, sign.size()) != sign) return false;
        typed.remove_prefix(sign.size());
        return true;
    };
    while (!typed.empty()) {
        if (take("\xC2\xA0") || take("\xE2\x80\xAF") || take("\xE2\x80\x89") || take("\t"))
            text += ' ';
        else if (take("\xE2\x88\x92") || take("\xE2\x80\x93"))
            text += '-';
        else {
            const char c = typed.front();
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            typed.remove_prefix(1);
        }
    }
    return text;
}

void trim(std::string_view& text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
}

bool cut_front(std::string_view& text, std::string_view word)
{
    if (text.substr(0, word.size()) != word) return false;
    text.remove_prefix(word.size());
    trim(text);
    return true;
}

bool cut_back(std::string_view& text, std::string_view word)
{
    if (text.size() < word.size() || text.substr(text.size() - word.size()) != word) return false;
    text.remove_suffix(word.size());
    trim(text);
    return true;
}

// Leaves the number alone: no currency, no ",-".
void cut_currency(std::string_view& text)
{
    for (const auto word : {"kr.", "kr", "dkk"}) {
        if (cut_front(text, word)) break;
    }
    for (const auto word : {"kroner", "kr.", "kr", "dkk"}) {
        if (cut_back(text, word)) break;
    }
    if (!cut_back(text, ",-")) cut_back(text, ".-");
}

// Digits, and what stands between them.
struct Parts {
    std::vector<std::string_view> groups;
    std::string marks; // one fewer than groups
};

// Nothing when anything but digits and single marks is there.
std::optional<Parts> split(std::string_view text)
{
    Parts parts;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) continue;
        if (i < text.size() && text[i] != '.' && text[i] != ',' && text[i] != ' ') return std::nullopt;
        parts.groups.push_back(text.substr(from, i - from));
        if (i < text.size()) parts.marks += text[i];
        from = i + 1;
    }
    for (std::size_t i = 0; i < parts.groups.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == parts.groups.size();
        if (parts.groups[i].empty() && !(first || last)) return std::nullopt;
    }
    return parts;
}

// True for one mark of thousands between a first group of one to three digits and groups of exactly three.
bool grouped(const Parts& parts, std::size_t groups, char mark)
{
    const auto& first = parts.groups.front();
    if (first.empty() || first.size() > 3 || (groups > 1 && first.front() == '0')) return false;
    for (std::size_t i = 1; i < groups; ++i) {
        if (parts.marks[i - 1] != mark || parts.groups[i].size() != 3) return false;
    }
    return true;
}

bool whole(const Parts& parts, std::size_t groups, std::string_view thousands)
{
    if (groups == 1) return true;
    return std::any_of(thousands.begin(), thousands.end(), [&](char c) { return grouped(parts, groups, c); });
}

// Øre of kroner and at most two decimals; never overflows.
Result<Money, Unreadable> value(const Parts& parts, std::size_t kroner_groups, std::string_view decimals)
{
    std::int64_t ore = 0;
    const auto push = [&](char digit) {
        ore = std::min(ore * 10 + (digit - '0'), Money::largest_ore * 1000);
    };
    for (std::size_t i = 0; i < kroner_groups; ++i)
        std::for_each(parts.groups[i].begin(), parts.groups[i].end(), push);
    for (std::size_t i = 0; i < 2; ++i) push(i < decimals.size() ? decimals[i] : '0');
    if (ore == 0) return no(Unreadable::zero);
    if (ore > Money::largest_ore) return no(Unreadable::too_large);
    return Money::ore(ore);
}

Result<Money, Unreadable> with_comma(const Parts& parts)
{
    const std::size_t before = parts.groups.size() - 1;
    const auto decimals = parts.groups.back();
    const bool nothing = before == 1 && parts.groups.front().empty();
    if (nothing && decimals.empty()) return no(Unreadable::not_a_number);
    if (!whole(parts, before, ". ")) return no(Unreadable::ambiguous);
    if (decimals.size() == 3 && before == 1 && !nothing && grouped(parts, 2, ','))
        return no(Unreadable::ambiguous);
    if (decimals.size() > 2) return no(Unreadable::too_many_decimals);
    return value(parts, before, decimals);
}

// The last mark is a point that makes no group of thousands.
Result<Money, Unreadable> with_point(const Parts& parts)
{
    const std::size_t before = parts.groups.size() - 1;
    const auto decimals = parts.groups.back();
    if (decimals.empty()) { // "350."
        if (parts.groups.front().empty()) return no(Unreadable::not_a_number);
        if (!whole(parts, before, ". ,")) return no(Unreadable::ambiguous);
        return before > 1 && parts.marks[0] == ',' ? no(Unreadable::ambiguous) : value(parts, before, {});
    }
    const bool long_enough = before == 1 && parts.groups.front().size() > 3;
    const bool can_only_be_ore = long_enough || (before > 1 && whole(parts, before, ", "));
    if (!can_only_be_ore || decimals.size() == 3) return no(Unreadable::ambiguous);
    if (decimals.size() > 2) return no(Unreadable::too_many_decimals);
    return value(parts, before, decimals);
}

Result<Money, Unreadable> read(std::string_view text)
{
    const auto parts = split(text);
    if (!parts) return no(Unreadable::not_a_number);
    const std::size_t groups = parts->groups.size();
    if (groups == 1) return value(*parts, 1, {});
    if (grouped(*parts, groups, '.') || grouped(*parts, groups, ' ')) return value(*parts, groups, {});
    if (parts->marks.back() == ',') return with_comma(*parts);
    if (parts->marks.back() == '.') return with_point(*parts);
    return no(Unreadable::ambiguous);
}

} // namespace

Result<Money, Unreadable> Money::parse(std::string_view typed)
{
    const std::string clean = plain(typed);
    std::string_view text = clean;
    trim(text);
    if (text.empty()) return no(Unreadable::empty);
    bool negative = cut_front(text, "-");
    cut_currency(text);
    negative = cut_front(text, "-") || negative;
    if (text.empty()) return no(Unreadable::not_a_number);
    const auto amount = read(text);
    const bool understood = amount || amount.error() != Unreadable::not_a_number;
    if (negative && understood) return no(Unreadable::negative);
    return amount;
}

} // namespace frikort::core::money
