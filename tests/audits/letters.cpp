// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/letters.hpp"

#include <algorithm>
#include <numeric>

#include "tests/support/reading.hpp"

namespace frikort::tests::audits {

namespace {

constexpr double spare_mm = 0.005;
constexpr std::size_t longest_line = 66;
constexpr double line_of_cap = 1.2; // the tightest setting in which letters of two lines do not touch

double band_of(const std::string& text_size)
{
    if (text_size == "S") return 3.5;
    if (text_size == "M") return 4.8;
    return text_size == "L" ? 6.4 : 8.5;
}

std::size_t characters_in(const std::string& line)
{
    return static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The least breadth of a line in capital heights, from the narrowest faces of its kind.
double least_breadth(const std::string& line)
{
    double breadth = 0;
    for (const char c : line) {
        const bool narrow = std::string_view{"iljtfrI.,:;'!|()1 -"}.find(c) != std::string_view::npos;
        const bool starts = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (starts) breadth += narrow ? 0.3 : 0.6;
    }
    return breadth;
}

std::string last_paragraph(const std::string& name)
{
    const auto end = name.find_last_not_of('\n');
    const auto start = end == std::string::npos ? end : name.rfind('\n', end);
    return start == std::string::npos ? name : name.substr(start + 1);
}

// The value of a row ("Ret", "i dag") stands in a place of its own: it is no end of the words before it.
bool ends_with_a_value(const Node& node)
{
    if (node.role != "list-item" || node.lines.size() < 2) return false;
    for (const std::string joint : {", ", ". ", "? ", "! "})
        if (node.name.ends_with(joint + node.lines.back())) return true;
    return false;
}

} // namespace

Faults small_letters(const Screen& screen)
{
    Faults faults;
    const double least = band_of(screen.text_size);
    for (const auto& node : screen.nodes) {
        const double cap = screen.mm(node.cap_px);
        if (!node.lines.empty() && cap < least - spare_mm)
            faults.push_back(told(screen, node) + "capitals of " + tenths(cap) + " mm of " + tenths(least));
    }
    return faults;
}

Faults cut_off(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes) {
        if (node.rect.w <= 0 || node.rect.h <= 0) faults.push_back(told(screen, node) + "has no size");
        if (!node.clip.contains(node.rect)) faults.push_back(told(screen, node) + "is cut off");
        if (!screen.panel().contains(node.rect))
            faults.push_back(told(screen, node) + "reaches out of the panel");
        if (node.hit && !screen.panel().contains(*node.hit))
            faults.push_back(told(screen, node) + "can be touched outside the panel");
    }
    return faults;
}

Faults crowded_text(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes) {
        if (node.lines.empty() || node.role == "chart") continue; // a chart's words stand side by side
        const auto further_lines = static_cast<double>(node.lines.size() - (ends_with_a_value(node) ? 2 : 1));
        const double height = node.cap_px * (1 + further_lines * line_of_cap);
        if (height > node.rect.h) faults.push_back(told(screen, node) + "is lower than its lines");
        for (const auto& line : node.lines)
            if (least_breadth(line) * node.cap_px > node.rect.w)
                faults.push_back(told(screen, node) + "is narrower than its line \"" + line + "\"");
    }
    return faults;
}

Faults long_lines(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes)
        for (const auto& line : node.lines)
            if (characters_in(line) > longest_line)
                faults.push_back(told(screen, node) + std::to_string(characters_in(line)) +
                                 " characters in a line");
    return faults;
}

Faults lonely_words(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes) {
        if (node.lines.size() < 2 || node.role == "chart" || ends_with_a_value(node)) continue;
        const auto last = support::words_of(node.lines.back());
        // Only where the line before was broken: a sentence of one word on its own line is meant to stand
        // there.
        const auto sentences = support::sentences_of(last_paragraph(node.name));
        const bool broken = !sentences.empty() && support::words_of(sentences.back()).size() >= 4;
        // "Ret" in the corner of a card is no end of its sentence.
        if (last.size() == 1 && broken && node.name.ends_with(last[0]))
            faults.push_back(told(screen, node) + "leaves \"" + last[0] + "\" alone");
    }
    return faults;
}

} // namespace frikort::tests::audits
