// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <filesystem>
#include <set>

#include "tests/audits/public_amounts.hpp"
#include "tests/audits/wording.hpp"
#include "tests/support/catch.hpp"
#include "tests/tour/sample_kiosk.hpp"
#include "tests/tour/scenes.hpp"

using namespace frikort::tests;
namespace ui = frikort::kiosk::ui;
using ui::KeyPress;

namespace {

const std::filesystem::path share = std::filesystem::path{FRIKORT_BINARY} / "share/frikort";
constexpr int longest = 400; // steps or pages; more is going round for ever

// The kiosk of the tour, kept so that its speaker can be heard.
struct Heard {
    tour::SampleKiosk* kiosk = nullptr;
    tour::Tour tour = tour::the_tour(share);
    Heard()
    {
        tour.start = [this](const tour::Setup& setup, frikort::core::base::Date date) {
            auto made = std::make_unique<tour::SampleKiosk>(share, setup, date);
            kiosk = made.get();
            return made;
        };
    }
};

const ui::Node* paging(ui::Stage& stage)
{
    for (const auto& node : stage.semantics().nodes())
        if (node.step == ui::Step::passed_over) return &node;
    return nullptr;
}

// All that a finger can come to on this screen, through every page of a list. Leaves the list at its top.
std::set<std::string> touchable(ui::Stage& stage)
{
    std::set<std::string> names;
    std::set<std::string> pages;
    for (int page = 0; page < longest; ++page) {
        for (const auto& node : stage.semantics().nodes())
            if (ui::choosable(node) && node.step == ui::Step::usual) names.insert(node.name);
        const auto* more = paging(stage);
        if (!more) return names;
        const bool at_end = more->name == stage.ui().words().up;
        stage.tap_at(more->rect.centre());
        if (at_end) return names;
    }
    throw std::runtime_error{"a list without end on\n" + stage.told()};
}

// All that stepping comes to in one round. Ends where it began.
std::set<std::string> stepped(ui::Stage& stage)
{
    std::set<std::string> names;
    const auto here = [&]() -> const ui::Node* {
        const auto id = stage.ui().focused();
        return id ? stage.semantics().find(*id) : nullptr;
    };
    // Begins outside a list, whose items look alike from page to page.
    const ui::Node* first = nullptr;
    for (int i = 0; i < longest && !first; ++i) {
        stage.press(KeyPress::Key::tab);
        if (here() && !here()->in_list) first = here();
    }
    if (!first) throw std::runtime_error{"stepping does not begin on\n" + stage.told()};
    const auto begun = first->id;
    for (int i = 0; i < longest; ++i) {
        if (const auto* node = here()) names.insert(node->name);
        stage.press(KeyPress::Key::tab);
        if (here() && here()->id == begun) return names;
    }
    throw std::runtime_error{"stepping never comes round on\n" + stage.told()};
}

void back_to_top(ui::Stage& stage)
{
    for (int page = 0; page < longest; ++page) {
        const auto* more = paging(stage);
        if (!more) return;
        const bool at_end = more->name == stage.ui().words().up;
        stage.tap_at(more->rect.centre());
        if (at_end) return;
    }
}

// Scenes that a key would end, or that are steered by ear already.
bool passed_by(const std::string& scene)
{
    return scene.find("asking") != std::string::npos || scene.starts_with("by-ear");
}

void no_trap(ui::TextSize size, const std::string& language)
{
    Heard heard;
    const auto open_to_all = audits::public_amounts(share);
    const auto panel = *ui::Panel::parse("10.1:1280x800");
    tour::walk(heard.tour, {panel, {size, ui::Palette::medium}, language}, [&](const tour::Stop& stop) {
        if (passed_by(stop.scene.name)) return;
        INFO(stop.name);
        auto& stage = stop.stage;
        heard.kiosk->speaker().plug_in();
        heard.kiosk->speaker().hush();
        stage.settle();
        auto wanted = touchable(stage);
        // What is read or offered ends with the first step: the bar's place then reads again.
        const auto& texts = heard.kiosk->texts();
        for (const auto* ended : {"bar.stop", "bar.by_ear"})
            if (wanted.erase(texts(ended)) > 0) wanted.insert(texts("bar.read"));
        heard.kiosk->speaker().forget();
        const auto met = stepped(stage);
        for (const auto& name : wanted) {
            INFO(name);
            CHECK(met.contains(name));
        }
        CHECK(met.contains(heard.kiosk->texts()("aloud.leave")));
        for (const auto& saying : heard.kiosk->speaker().said()) {
            CHECK(saying.language == language);
            for (const auto& amount : audits::amounts_in(saying.words)) {
                INFO(saying.words);
                CHECK(open_to_all.contains(amount));
            }
        }
        CHECK(heard.kiosk->speaker().said().size() > wanted.size());
        back_to_top(stage); // for the next scene
    });
}

} // namespace

TEST_CASE(
    "From every screen stepping reaches everything that can be touched, and says it, and no private amount")
{
    no_trap(ui::TextSize::m, "da");
    no_trap(ui::TextSize::m, "en");
}

TEST_CASE("In the largest letters too stepping leads through every list to everything on it")
{
    no_trap(ui::TextSize::xl, "da");
}
