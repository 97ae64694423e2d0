// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/text_words.hpp"

#include <algorithm>

namespace frikort::kiosk::ui {

std::string without(std::string_view text, std::string_view mark)
{
    std::string kept;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        kept += text.substr(0, at);
        text.remove_prefix(at + mark.size());
    }
    return kept.append(text);
}

namespace {

std::size_t count_letters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void add_piece(Word& word, std::string_view marked, bool strong, const Measure& measure)
{
    if (marked.empty()) return;
    Run run{std::string{marked}, strong, 0};
    const std::string shown = without(marked, soft_hyphen);
    run.width = measure(shown, strong);
    word.width += run.width;
    word.letters += count_letters(shown);
    word.pieces.push_back(std::move(run));
}

// The bytes of the longest beginning of `text` that fits, where a reader would break it; and whether it then
// needs a hyphen. At least one letter, so that there is always progress.
struct Cut {
    std::size_t bytes = 0;
    bool hyphen = false;
};
Cut cut_of(std::string_view text, bool strong, float width, const Measure& measure)
{
    Cut kind;
    Cut forced;
    for (std::size_t at = 1; at <= text.size(); ++at) {
        if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        const std::string_view head = text.substr(0, at);
        const bool soft = head.ends_with(soft_hyphen);
        const std::string shown = without(head, soft_hyphen) + (soft ? "-" : "");
        if (forced.bytes != 0 && measure(shown, strong) > width) break;
        forced = {at, false};
        if (soft)
            kind = {at, true};
        else if (head.ends_with('-') || head.ends_with('/') || head.ends_with(no_break))
            kind = {at, false};
    }
    return kind.bytes != 0 ? kind : forced;
}

// A word that is too wide as several that are not.
std::vector<Word> break_up(const Word& word, float width, const Measure& measure)
{
    std::vector<Word> parts;
    for (const Run& piece : word.pieces) {
        std::string_view left = piece.text;
        while (!left.empty()) {
            const bool whole = measure(without(left, soft_hyphen), piece.strong) <= width;
            const Cut cut = whole ? Cut{left.size(), false} : cut_of(left, piece.strong, width, measure);
            Word part;
            add_piece(part, std::string{left.substr(0, cut.bytes)} + (cut.hyphen ? "-" : ""), piece.strong,
                      measure);
            parts.push_back(std::move(part));
            left.remove_prefix(cut.bytes);
        }
    }
    return parts;
}

} // namespace

std::vector<Word> words_of(std::string_view text, bool& strong, float width, const Measure& measure)
{
    std::vector<Word> words;
    Word word;
    const auto finish = [&] {
        if (word.pieces.empty()) return;
        if (word.width <= width)
            words.push_back(word);
        else
            for (Word& part : break_up(word, width, measure)) words.push_back(std::move(part));
        word = {};
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        const bool mark = !end && text.substr(at).starts_with("**");
        if (!end && !mark && text[at] != ' ') continue;
        add_piece(word, text.substr(begin, at - begin), strong, measure);
        if (mark)
            strong = !strong;
        else
            finish();
        if (mark) ++at;
        begin = at + 1;
    }
    return words;
}

} // namespace frikort::kiosk::ui
