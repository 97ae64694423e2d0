// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/content/links.hpp"
#include "core/content/texts.hpp"
#include "core/guide/words.hpp"
#include "kiosk/screens/thought.hpp"
#include "kiosk/ui/ui.hpp"

// "Kan jeg få det?": five questions, what the answers say together, which of them say it, and what to do
// next. The answers live in the model and nowhere else: they are gone when the screen is. Pure.
namespace frikort::kiosk::screens::guide {

using core::guide::Answer;

enum class Step { question, outlook, reasons, next };
struct Model {
    Step step = Step::question;
    std::size_t question = 0; // of core::guide::every_question
    std::array<std::optional<Answer>, core::guide::every_question.size()> answers;
    ui::ListState list;
};

struct Give {
    Answer answer; // to the question at hand
};
struct GoOn {};
using Intent = std::variant<Give, GoOn>;

enum class Effect { none, leave };
Effect update(Model&, const Intent&);
// One question or thought back. False at the first: the screen itself is left.
bool back(Model&);

// ---- What is to be seen.
struct Line {
    ui::Icon icon = ui::Icon::none;
    std::string weight, reason; // "Taler for", "Du er over 18 år."
};
struct View {
    std::string title, corner; // "2 af 5"
    Thought thought;           // the question, the outlook, the next step
    std::vector<Line> lines;   // the reasons, in place of the thought's sentences
    struct Choice {
        std::string label;
        ui::Icon icon = ui::Icon::none;
        ui::Selected chosen = ui::Selected::no; // answered so before
    };
    std::vector<Choice> choices; // of a question; else there is only one way on
    std::string next;
};
View view(const Model&, const core::guide::Words&, const core::content::Links&, const core::content::Texts&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::guide
