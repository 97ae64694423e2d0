// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/text_flow.hpp"

// What text_flow breaks lines between. Private to kiosk/ui.
namespace frikort::kiosk::ui {

inline constexpr std::string_view soft_hyphen = "\u00ad";

using Measure = std::function<float(std::string_view text, bool strong)>;

struct Word {
    std::vector<Run> pieces; // more than one when the weight changes within it
    float width = 0;
    std::size_t letters = 0;
};

// The text with every `mark` taken out.
std::string without(std::string_view text, std::string_view mark);

// The words of a line, none wider than `width`; `strong` is what ** has turned on, before and after.
std::vector<Word> words_of(std::string_view text, bool& strong, float width, const Measure&);

} // namespace frikort::kiosk::ui
