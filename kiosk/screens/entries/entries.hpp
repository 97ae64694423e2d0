// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.hpp"
#include "core/content/texts.hpp"
#include "core/notebook/book.hpp"
#include "kiosk/ui/ui.hpp"

// All entries of a year and its months as bars; one entry, to put right or take back. Pure.
namespace frikort::kiosk::screens::entries {

enum class Page { list, months, one, take_back };

struct Model {
    Page page = Page::list;
    int year = 0;
    std::optional<core::base::Id> entry;
    ui::ListState list;
};

struct View {
    Page page = Page::list;
    std::string title;
    std::string turn; // to the months, or to the list
    bool shown = false;
    std::string covered, show; // when the numbers are covered
    std::string none;          // no entries in this year
    struct Line {
        core::base::Id id;
        std::string day, place, amount;
    };
    std::vector<Line> lines;           // newest first
    std::vector<std::string> happened; // what staff did with the notebook, newest first; stands above them
    std::string earlier, later;        // other years that have entries; empty: none
    int earlier_year = 0, later_year = 0;
    // Months.
    std::array<std::int64_t, 12> months{};
    std::array<std::string, 12> letters, told;
    std::string chart, most, sum;
    // One entry.
    std::string facts, contested; // finished lines; contested: two kiosks wrote different things
    std::string correct, take_back, yes, no_, ask;
    std::string sign; // a member of staff signs for it; empty: nobody can here
};
// What the centre knows of those who wrote something.
struct Staff {
    bool here = false; // somebody could sign
    std::function<bool(const core::notebook::Signer&)> is_ours = [](const auto&) { return false; };
};
View view(const Model&, const core::notebook::Book&, bool shown, const Staff&, const core::content::Texts&);

struct Show {};
struct Turn {}; // list <-> months
struct GoTo {
    int year;
};
struct Look {
    core::base::Id entry;
};
struct Correct {};
struct TakeBack {};
struct Yes {};
struct No {};
struct SignHere {};
using Intent = std::variant<Show, Turn, GoTo, Look, Correct, TakeBack, Yes, No, SignHere>;

enum class Effect { none, show, correct, withdraw, sign };
Effect update(Model&, const Intent&);
// One page back; false at the first.
bool back(Model&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::entries
