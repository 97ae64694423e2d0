// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/assets.hpp"
#include "kiosk/screens/sheet/sheet.hpp"
#include "kiosk/ui/stage.hpp"
#include "tests/support/catch.hpp"

// A card with its code to scan and its letters to copy, whatever letters chance gave it.

using namespace frikort::kiosk;
namespace sheet = frikort::kiosk::screens::sheet;

namespace {

sheet::View centre_card(const std::string& fours)
{
    const auto assets = app::Assets::load(std::filesystem::path{FRIKORT_BINARY} / "share/frikort");
    const auto& texts = assets.of("da");
    sheet::View view;
    view.kind = sheet::Kind::paper;
    view.title = texts("set_up.card");
    view.told = texts("set_up.card.told");
    view.qr = "FC" + fours;
    view.qr_name = texts("set_up.card");
    view.paper = {fours + " " + fours + " " + fours + " " + fours,
                  fours + " " + fours + " " + fours.substr(1)};
    view.ways = {{texts("set_up.card.kept"), {}, ui::Icon::check}};
    return view;
}

std::string without_blanks(std::string letters)
{
    std::erase(letters, ' ');
    return letters;
}

std::string all_letters(const std::string& fours)
{
    const auto lines = centre_card(fours).paper;
    return without_blanks(lines[0] + lines[1]);
}

// All that can be copied of it without scrolling.
std::string letters_beside(const std::string& fours, ui::TextSize size)
{
    const auto view = centre_card(fours);
    sheet::Typing typed;
    ui::ListState list;
    ui::Stage stage{ui::Panel{}, ui::Look{.text_size = size},
                    [&](ui::Ui& on) { sheet::draw(on, view, typed, list); }};
    stage.settle();
    std::string letters;
    for (const auto& node : stage.semantics().nodes())
        if (node.privacy == ui::Privacy::personal && node.role != ui::Role::qr) letters += node.name;
    return without_blanks(letters);
}

} // namespace

TEST_CASE("A centre card's letters stand under its code, be they narrow or wide")
{
    const auto size = GENERATE(ui::TextSize::s, ui::TextSize::m);
    for (const auto* fours : {"1111", "ABCD", "WWWW", "MMMM"})
        CHECK(letters_beside(fours, size) == all_letters(fours));
}
