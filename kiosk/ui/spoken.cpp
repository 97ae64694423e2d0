// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/spoken.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/text.hpp"

namespace frikort::kiosk::ui {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool ends_sentence(char c) { return c == '.' || c == '?' || c == '!' || c == ':'; }
bool begins_sentence(std::string_view text)
{
    const auto at = text.find_first_not_of(" \n");
    if (at == std::string_view::npos) return true;
    if (is_digit(text[at])) return true; // "20. november"
    const auto first = text.substr(at, static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 2);
    return core::base::fold_case(first) != first;
}

constexpr std::array<std::string_view, 7> blanks{"\u00a0", "\u202f", " ", ".", ",", "'", "\u2009"};

// How long the number is that begins here, with all that groups its digits.
std::size_t number_length(std::string_view text)
{
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            length = ++at;
            continue;
        }
        const auto* between = std::find_if(blanks.begin(), blanks.end(), [&](std::string_view each) {
            return text.substr(at).starts_with(each);
        });
        if (between == blanks.end() || at == 0) break;
        at += between->size();
        if (at >= text.size() || !is_digit(text[at])) break;
    }
    return length;
}

// How long the amount is that begins here: a number, a blank perhaps, and what it counts.
std::optional<std::size_t> amount_length(std::string_view text)
{
    std::size_t length = number_length(text);
    if (length == 0) return std::nullopt;
    for (const std::string_view blank : {" ", "\u00a0", "\u202f"})
        if (text.substr(length).starts_with(blank)) {
            length += blank.size();
            break;
        }
    for (const std::string_view unit : {"kroner", "krone", "kr.", "kr", "DKK"}) {
        const auto rest = text.substr(length);
        if (rest.starts_with(unit) && (rest.size() == unit.size() || !is_letter(rest[unit.size()])))
            return length + unit.size();
    }
    return std::nullopt;
}

void put_instead(std::string& said, std::string_view instead, std::string_view after)
{
    const auto last = said.find_last_not_of(" \n");
    const bool begins = last == std::string::npos || (ends_sentence(said[last]) && said[last] != ':');
    if (!begins && said[last] != ':' && said[last] != ',') said.insert(last + 1, ":");
    said +=
        begins ? std::string{instead} : core::base::fold_case(instead.substr(0, 1)).append(instead.substr(1));
    if (begins_sentence(after) && (after.empty() || !ends_sentence(after[0]))) said += '.';
}

} // namespace

const std::string& heard(const Node& node, Ears ears)
{
    return ears == Ears::everybody && node.privacy == Privacy::personal ? node.discreet : node.spoken;
}

const std::string& heard_news(const Node& node, Ears ears)
{
    const bool secret = ears == Ears::everybody && node.privacy == Privacy::personal;
    return secret || node.news.empty() ? heard(node, ears) : node.news;
}

std::string sentences(std::string_view text)
{
    std::string said;
    for (const char c : text) {
        if (c != '\n') {
            said += c;
            continue;
        }
        while (!said.empty() && said.back() == ' ') said.pop_back();
        // A mark of strong letters may stand between the words and the line's end.
        const auto last = said.find_last_not_of('*');
        if (last != std::string::npos && !ends_sentence(said[last]) && said[last] != ',') said += '.';
        said += ' ';
    }
    return said;
}

void add_sentence(std::string& said, std::string_view more)
{
    if (more.empty()) return;
    if (!said.empty()) said += ends_sentence(said.back()) ? " " : ". ";
    said += more;
}

std::string without_amounts(std::string_view text, std::string_view instead)
{
    std::string said;
    for (std::size_t at = 0; at < text.size();) {
        const bool starts = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]));
        const auto length = starts ? amount_length(text.substr(at)) : std::nullopt;
        if (!length) {
            said += text[at++];
            continue;
        }
        at += *length;
        put_instead(said, instead, text.substr(at));
    }
    return said;
}

} // namespace frikort::kiosk::ui
