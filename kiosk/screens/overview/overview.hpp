// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/actions/rescued.hpp"
#include "core/allowance/allowance.hpp"
#include "core/content/texts.hpp"
#include "core/notebook/book.hpp"
#include "kiosk/ui/ui.hpp"

// One year of an open notebook: the sum, the limit and what is left by the citizen's own numbers; covered
// until asked for. Pure.
namespace frikort::kiosk::screens::overview {

struct View {
    std::string title;
    bool shown = false;  // else covered
    std::string covered; // "Dine tal er skjult"
    std::string show, hide;
    std::string sum;            // "12.350 kr."
    std::optional<float> share; // of the limit, where one is known
    std::string share_told;
    std::string share_spoken; // with the number that the bar shows
    // What stands around the sum; in large letters with fewer words, which say no less.
    struct Words {
        std::string said;  // "Du har skrevet"
        std::string limit; // what is left and the limit with its year, or that it is not known
        std::string own;   // these are your own numbers
    };
    Words words, brief;
    std::string news; // how many entries cannot be opened, or what staff did lately; empty: none
    std::string all, about, log;
    std::string own_book;  // in big mode; else it stands in the bar
    std::string help;      // to the staff; where they answered, it says so
    bool answered = false; // their word is the last one
};
// `limits`: the periods known for the year; `before`: the newest known of an earlier one.
View view(const core::notebook::Year&, const std::vector<core::allowance::Allowance>& limits,
          const std::optional<core::allowance::Allowance>& before, bool shown, std::size_t unread,
          bool answered, const core::content::Texts&);

// What a damaged screen lost of this notebook, and what to do; empty: nothing.
std::string lost_text(const core::actions::Missing&, const core::content::Texts&);

struct Show {};
struct Hide {};
struct All {};
struct About {};
struct Log {};
struct OwnBook {}; // "Kort og kode"
struct Help {};
struct Answers {};
using Intent = std::variant<Show, Hide, All, About, Log, OwnBook, Help, Answers>;
std::optional<Intent> draw(ui::Ui&, ui::ListState&, const View&);

} // namespace frikort::kiosk::screens::overview
