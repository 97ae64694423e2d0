// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/ui.hpp"

// One thought a screen: a title, a few sentences, perhaps a QR code, and the ways on.
namespace frikort::kiosk::screens {

struct Thought {
    ui::Icon icon = ui::Icon::none;
    std::string heading = {};
    std::vector<std::string> sentences = {};
    ui::Privacy privacy = ui::Privacy::open; // of the sentences
    enum class Lines { flowing, one_each };
    Lines lines = Lines::flowing; // one_each: every sentence begins a line
    std::string aside = {};       // a line of its own under them; empty: none
    struct Qr {
        std::string content, title;
        std::string caption; // under it; empty: none
    };
    std::optional<Qr> qr = {};
};

// All of it in a card with the code beside it and the ways below, the last of them bottom right. What does
// not fit so becomes a list: heading, sentences, code, and the ways, the last one first. With
// `WaysInList::early` they come right after the heading, for a question that most people answer at once; and
// side by side where they fit. Gives the way that was touched.
enum class WaysInList { late, early };
std::optional<std::size_t> draw_thought(ui::Ui&, ui::Rect body, ui::ListState&, const Thought&,
                                        const std::vector<ui::Button>& ways, WaysInList = WaysInList::late);

} // namespace frikort::kiosk::screens
