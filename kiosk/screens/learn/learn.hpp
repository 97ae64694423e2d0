// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/allowance/allowance.hpp"
#include "core/content/links.hpp"
#include "core/content/notes.hpp"
#include "core/content/pages.hpp"
#include "core/content/texts.hpp"
#include "kiosk/screens/thought.hpp"
#include "kiosk/ui/ui.hpp"

// "Om frikortet": the pages there are, and one page, a thought at a time. Pure.
namespace frikort::kiosk::screens::learn {

// The icon a page names; none where no page may use it.
ui::Icon icon_of(std::string_view name);

// ---- The pages there are.
// What has questions of its own; nothing where its file is damaged, then it is left out.
struct Guides {
    const core::content::Page* five = nullptr; // "Kan jeg få det?"
    const core::content::Page* pay = nullptr;  // "Hvad må jeg tjene?"
};
enum class Leads { page, five, pay, limit };
struct MenuView {
    struct Choice {
        std::string title, detail;
        ui::Icon icon = ui::Icon::none;
        Leads leads = Leads::page;
        std::string page = {}; // which one
    };
    std::string title;
    std::vector<Choice> choices;
};
// The pages in their order; "Kan jeg få det?" after how one gets it; last what may be earned.
MenuView menu(const std::vector<core::content::Page>&, const Guides&, const core::content::Texts&);
std::optional<std::size_t> draw(ui::Ui&, ui::ListState&, const MenuView&);

// ---- One page.
struct View {
    std::string title, corner; // "2 af 5"
    Thought thought;
    std::string next;
};
// {year} and {limit} in a sentence stand for the newest known limit of a whole year (product.md rule 1);
// where none is known, the sentence is left out.
View view(const core::content::Page&, std::size_t step, const core::content::Links&,
          const core::content::Notes&, const core::allowance::Allowances&, const core::content::Texts&);
// Icon, title, sentences and code of one step. Under the code of a link: when a person last opened it, or
// that nobody has.
Thought thought_of(const core::content::PageStep&, const core::content::Links&, const core::content::Texts&);

struct Next {};
std::optional<Next> draw(ui::Ui&, ui::ListState&, const View&);

} // namespace frikort::kiosk::screens::learn
