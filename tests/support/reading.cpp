// SPDX-License-Identifier: MPL-2.0
#include "tests/support/reading.hpp"

#include <algorithm>

namespace frikort::tests::support {

namespace {

constexpr std::size_t long_word = 7;

// Code points of UTF-8 that is known to be well-formed.
std::u32string points_of(std::string_view text)
{
    std::u32string points;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            points.push_back(byte);
        else if (byte >= 0xF0)
            points.push_back(byte & 0x07);
        else if (byte >= 0xE0)
            points.push_back(byte & 0x0F);
        else if (byte >= 0xC0)
            points.push_back(byte & 0x1F);
        else if (!points.empty())
            points.back() = (points.back() << 6) | (byte & 0x3F);
    }
    return points;
}

bool is_letter(char32_t c)
{
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool latin_mark = c < 0xC0 || c == 0xD7 || c == 0xF7;
    const bool general_mark = c >= 0x2000 && c < 0x2C00;
    return !latin_mark && !general_mark;
}

bool is_small_letter_or_digit(char32_t c)
{
    const bool small_latin = c >= 0xDF && c != 0xF7 && c < 0x100;
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || small_latin;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Whether the mark before `rest` ends a sentence: nothing, a line break, or a blank and no small letter
// follow.
bool ends_before(std::string_view rest)
{
    const auto closing = rest.find_first_not_of("\")'");
    if (closing == std::string_view::npos) return true;
    rest.remove_prefix(closing);
    if (rest.starts_with("”") || rest.starts_with("»") || rest.starts_with("«")) return true;
    if (!is_blank(rest.front())) return false;
    const auto next = rest.find_first_not_of(" \t");
    if (next == std::string_view::npos || rest[next] == '\n') return true;
    return !is_small_letter_or_digit(points_of(rest.substr(next, 4)).front());
}

} // namespace

std::size_t letters_in(std::string_view word)
{
    const auto points = points_of(word);
    return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), is_letter));
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto* end = std::find_if(text.begin(), text.end(), is_blank);
        const auto length = static_cast<std::size_t>(end - text.begin());
        if (letters_in(text.substr(0, length)) > 0) words.emplace_back(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return words;
}

std::vector<std::string> sentences_of(std::string_view text)
{
    std::vector<std::string> sentences;
    std::size_t start = 0;
    const auto cut = [&](std::size_t end) {
        const auto sentence = text.substr(start, end - start);
        if (letters_in(sentence) > 0) sentences.emplace_back(sentence);
        start = end;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool mark = c == '.' || c == '!' || c == '?' || c == ':';
        if (c == '\n' || (mark && ends_before(text.substr(i + 1)))) cut(i + 1);
    }
    cut(text.size());
    return sentences;
}

double lix(const std::vector<std::string>& texts)
{
    std::size_t words = 0;
    std::size_t long_words = 0;
    std::size_t sentences = 0;
    for (const auto& text : texts) {
        sentences += sentences_of(text).size();
        for (const auto& word : words_of(text)) {
            ++words;
            const bool number = word.find_first_of("0123456789") != std::string::npos;
            long_words += !number && letters_in(word) >= long_word;
        }
    }
    if (words == 0) return 0;
    const auto all = static_cast<double>(words);
    return all / static_cast<double>(sentences) + 100.0 * static_cast<double>(long_words) / all;
}

} // namespace frikort::tests::support
