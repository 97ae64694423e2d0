// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/text_flow.hpp"

#include <algorithm>
#include <cstddef>

#include "kiosk/ui/text_words.hpp"

namespace frikort::kiosk::ui {

namespace {

constexpr std::size_t most_letters = 66; // kiosk.md "text"

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

std::string plain(std::string_view marked)
{
    std::string text = without(without(marked, "**"), soft_hyphen);
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at))
        text.replace(at, no_break.size(), " ");
    return text;
}

} // namespace frikort::kiosk::ui
