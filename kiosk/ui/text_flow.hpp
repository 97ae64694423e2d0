// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace frikort::kiosk::ui {

// Keeps two words on one line.
inline constexpr std::string_view no_break = "\u00a0";

// A stretch of text in one weight.
struct Run {
    std::string text;
    bool strong = false;
    float width = 0; // px
};
struct Line {
    std::vector<Run> runs;
    float width = 0; // px
    bool ends_paragraph = false;
    std::string text() const;
};

enum class Wrap {
    balanced, // as few lines as fit, then as even as they can be: no single-word last line where it can be
              // helped
    filled,   // each line as full as it can be
};

// Breaks text into lines no wider than `width`. Blanks are where it may break, a no-break space is not; "\n"
// ends a line, an empty line a paragraph; **so** is strong. A word wider than `width` is broken after a
// hyphen or, failing that, where it must. `measure` gives px of a text in one weight. Pure.
std::vector<Line> flow(std::string_view text, float width, Wrap,
                       const std::function<float(std::string_view text, bool strong)>& measure);

// The text without its ** marks, with ordinary blanks, as it is spoken.
std::string plain(std::string_view marked);

} // namespace frikort::kiosk::ui
