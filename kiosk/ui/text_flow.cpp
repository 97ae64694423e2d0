// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/text_flow.hpp"

#include <algorithm>
#include <cstddef>

namespace frikort::kiosk::ui {

namespace {

constexpr std::size_t most_letters = 66; // kiosk.md "text"
constexpr std::string_view soft_hyphen = "\u00ad";

using Measure = std::function<float(std::string_view, bool)>;

struct Word {
    std::vector<Run> pieces; // more than one when the weight changes within it
    float width = 0;
    std::size_t letters = 0;
};

std::size_t count_letters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string without(std::string_view text, std::string_view mark)
{
    std::string kept;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        kept += text.substr(0, at);
        text.remove_prefix(at + mark.size());
    }
    return kept.append(text);
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
        else if (head.ends_with('-') || head.ends_with('/'))
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

using Lengths = std::vector<std::size_t>; // words per line

Lengths fill(const std::vector<Word>& words, float width, float blank)
{
    Lengths lengths;
    float used = 0;
    std::size_t letters = 0;
    for (const Word& word : words) {
        const bool fits = !lengths.empty() && used + blank + word.width <= width + 0.01F &&
                          letters + 1 + word.letters <= most_letters;
        if (fits) {
            ++lengths.back();
            used += blank + word.width;
            letters += 1 + word.letters;
        } else {
            lengths.push_back(1);
            used = word.width;
            letters = word.letters;
        }
    }
    return lengths;
}

// The narrowest width that needs no more lines makes them even.
Lengths balance(const std::vector<Word>& words, float width, float blank)
{
    Lengths best = fill(words, width, blank);
    if (best.size() < 2) return best;
    float low = 0;
    float high = width;
    for (const Word& word : words) low = std::max(low, word.width);
    while (high - low > 1) {
        const float middle = (low + high) / 2;
        const Lengths tried = fill(words, middle, blank);
        if (tried.size() <= best.size()) {
            best = tried;
            high = middle;
        } else {
            low = middle;
        }
    }
    // A last word by itself gets company when the line above can spare some.
    const std::size_t last = best.size() - 1;
    if (best[last] == 1 && best[last - 1] > 2) {
        const Word& end = words.back();
        const Word& before = words[words.size() - 2];
        if (before.width + blank + end.width <= width) {
            --best[last - 1];
            ++best[last];
        }
    }
    return best;
}

Line line_of(const Word* first, std::size_t count, float blank)
{
    Line line;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t p = 0; p < first[i].pieces.size(); ++p) {
            Run run = first[i].pieces[p];
            run.text = without(run.text, soft_hyphen);
            const bool joins = !line.runs.empty() && line.runs.back().strong == run.strong;
            if (i > 0 && p == 0) {
                line.runs.back().text += ' ';
                line.runs.back().width += blank;
                line.width += blank;
            }
            line.width += run.width;
            if (joins) {
                line.runs.back().text += run.text;
                line.runs.back().width += run.width;
            } else {
                line.runs.push_back(std::move(run));
            }
        }
    }
    return line;
}

} // namespace

std::string Line::text() const
{
    std::string all;
    for (const Run& run : runs) all += run.text;
    return all;
}

std::vector<Line> flow(std::string_view text, float width, Wrap wrap, const Measure& measure)
{
    const float blank = measure(" ", false);
    std::vector<Line> lines;
    bool strong = false;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto words = words_of(text.substr(0, end), strong, width, measure);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.empty() && !lines.empty()) lines.back().ends_paragraph = true;

        const Word* next = words.data();
        for (const std::size_t count :
             wrap == Wrap::balanced ? balance(words, width, blank) : fill(words, width, blank)) {
            lines.push_back(line_of(next, count, blank));
            next += count;
        }
    }
    if (!lines.empty()) lines.back().ends_paragraph = false;
    return lines;
}

std::string plain(std::string_view marked) { return without(without(marked, "**"), soft_hyphen); }

} // namespace frikort::kiosk::ui
