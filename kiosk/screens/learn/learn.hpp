// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/allowance/allowance.hpp"
#include "core/content/links.hpp"
#include "core/content/pages.hpp"
#include "core/content/texts.hpp"
#include "kiosk/ui/ui.hpp"

// "Om frikortet": the pages there are, and one page, a thought at a time. Pure.
namespace frikort::kiosk::screens::learn {

// The icon a page names; none where no page may use it.
ui::Icon icon_of(std::string_view name);

// ---- The pages there are.
struct MenuView {
    struct Choice {
        std::string title, detail;
        ui::Icon icon = ui::Icon::none;
    };
    std::string title;
    std::vector<Choice> choices; // the pages, then the limits
};
MenuView menu(const std::vector<core::content::Page>&, const core::content::Texts&);
std::optional<std::size_t> draw(ui::Ui&, ui::ListState&, const MenuView&);

// ---- One page.
struct View {
    std::string title, corner; // "2 af 5"
    ui::Icon icon = ui::Icon::none;
    std::string heading;
    std::vector<std::string> sentences;
    struct Qr {
        std::string address, title, opened; // opened: when a person last did, or that nobody has
    };
    std::optional<Qr> qr;
    std::string next;
};
// {year} and {limit} in a sentence stand for the newest known limit of a whole year (product.md rule 1);
// where none is known, the sentence is left out.
View view(const core::content::Page&, std::size_t step, const core::content::Links&,
          const core::allowance::Allowances&, const core::content::Texts&);

struct Next {};
std::optional<Next> draw(ui::Ui&, ui::ListState&, const View&);

} // namespace frikort::kiosk::screens::learn
