// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/ui.hpp"

// What several screens draw alike.
namespace frikort::kiosk::screens {

// A card with a picture and a few words: news, a question, a wait.
void draw_told(ui::Ui&, ui::Rect, ui::Icon, std::string_view words, ui::Privacy = ui::Privacy::open,
               ui::Ground tint = ui::Ground::mint);

// Words with a picture, and one to three ways on, the last of them the main one, bottom right. What does not
// fit becomes a list: sentence by sentence, then way by way. Gives the way that was touched.
struct Question {
    ui::Icon icon = ui::Icon::help;
    ui::Ground tint = ui::Ground::sand;
    std::string_view words = {};
    ui::Privacy privacy = ui::Privacy::open;
    std::vector<ui::Button> ways = {};
};
std::optional<std::size_t> draw_question(ui::Ui&, ui::Rect body, ui::ListState&, const Question&);

// What was wrong, on a page of its own, with the ways on as above.
std::optional<std::size_t> draw_wrong(ui::Ui&, ui::ListState&, std::string_view title, std::string_view told,
                                      std::vector<ui::Button> ways);

// Heading and body of a screen with a keyboard. In big mode the keys need the heading's row too: the question
// then stands in the empty field.
ui::Rect typing_body(ui::Ui&, std::string_view question);

// What each row of a list may be taller where all of them fit into `height`; px.
float spare_per_row(const ui::Ui&, float height, std::size_t rows,
                    const std::function<float(std::size_t)>& row_height);
// The same, but no more than a little air.
float air_per_row(const ui::Ui&, float height, std::size_t rows,
                  const std::function<float(std::size_t)>& row_height);

enum class Wrong : bool { no, yes };
// A notice above what it is about, where there is something to say. Gives the rest of the rectangle.
ui::Rect draw_notice(ui::Ui&, ui::Rect, std::string_view words, Wrong);

} // namespace frikort::kiosk::screens
