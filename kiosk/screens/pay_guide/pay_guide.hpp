// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/base/result.hpp"
#include "core/content/links.hpp"
#include "core/content/texts.hpp"
#include "core/guide/pay.hpp"
#include "kiosk/screens/thought.hpp"
#include "kiosk/widgets/number_pad.hpp"

// "Hvad må jeg tjene?": hours a week, pay an hour, what that is in a month and a year, and the limit beside
// it. What is typed lives in the model and nowhere else. Pure.
namespace frikort::kiosk::screens::pay_guide {

enum class Step { hours, rate, sum, limit };
enum class Problem { none, no_number, too_many_hours, too_much, too_precise };

struct Model {
    Step step = Step::hours;
    std::string hours, rate; // as typed
    Problem problem = Problem::none;
    ui::ListState list;
};

struct Pad {
    widgets::PadKey key;
};
struct GoOn {};
struct AboutLimit {}; // where the limit comes from
struct Read {};       // what was wrong has been read
using Intent = std::variant<Pad, GoOn, AboutLimit, Read>;

enum class Effect { none, about_limit, leave };
Effect update(Model&, const Intent&);
// One question or thought back. False at the first: the screen itself is left.
bool back(Model&);

// Quarters and the like are fine: "7,5".
core::base::Result<int, Problem> minutes_a_week(const std::string& typed);
core::base::Result<core::money::Money, Problem> an_hour(const std::string& typed);

struct View {
    std::string title, corner;
    // Typing.
    std::string field, unit, told, action;
    bool wrong = false; // `told` says what
    ui::Privacy privacy = ui::Privacy::open;
    // What it comes to.
    std::optional<Thought> thought;
    std::string next, about_limit; // the second only beside a limit
    std::string again;
};
View view(const Model&, const core::guide::PayWords&, const core::content::Links&,
          const core::allowance::Allowances&, int year, const core::content::Texts&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::pay_guide
