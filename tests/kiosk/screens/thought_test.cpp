// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/thought.hpp"

#include "core/content/notes.hpp"
#include "tests/kiosk/widgets/on_every_panel.hpp"

using namespace frikort::tests::widgets;
using frikort::kiosk::screens::draw_thought;
using frikort::kiosk::screens::Thought;
using frikort::kiosk::screens::WaysInList;

namespace {

const std::vector<Button> answers{{.label = "Ja", .icon = Icon::check},
                                  {.label = "Nej", .icon = Icon::close},
                                  {.label = "Ved ikke", .icon = Icon::help}};

} // namespace

TEST_CASE("A code with the longest note has modules of half a millimetre on every panel at every size")
{
    const Thought thought{
        .icon = Icon::phone,
        .heading = "Tag det med",
        .sentences = {"Din chef kan scanne koden med sin mobil.", "Så står der, hvad din chef skal gøre.",
                      "Det virker også uden net."},
        .qr = Thought::Qr{"æ" + std::string(frikort::core::content::longest_note - 2, 'a'), "Koden", {}}};
    constexpr float across = 61 + 2 * 4; // version 11 with its quiet zone (ISO/IEC 18004)
    on_every_panel([&](const Panel& panel, Look look) {
        ListState list;
        Stage stage{panel, look, [&](Ui& ui) {
                        draw_thought(ui, ui.layout().body, list, thought,
                                     {{.label = "Næste", .fill = Fill::filled}});
                    }};
        stage.settle();
        const auto* code = stage.semantics().find(Role::qr, "Koden");
        while (code == nullptr) {
            stage.tap(Role::button, stage.ui().words().more);
            code = stage.semantics().find(Role::qr, "Koden");
        }
        INFO(panel.diagonal_inch << " inch, " << name_of(look.text_size));
        CHECK(code->rect.w / across / panel.px_per_mm() >= 0.5F);
        audit(stage);
    });
}

TEST_CASE("A question shows all its answers at once on every panel at every size")
{
    const Thought thought{.icon = Icon::money,
                          .heading = "Har du fået løn det sidste år?",
                          .sentences = {"Det er løn, du skal betale skat af.", "Man må kun have tjent lidt."},
                          .aside = "Ingen får dine svar. De bliver ikke gemt."};
    on_every_panel([&](const Panel& panel, Look look) {
        ListState list;
        std::optional<std::size_t> touched;
        Stage stage{panel, look, [&](Ui& ui) {
                        const auto now =
                            draw_thought(ui, ui.layout().body, list, thought, answers, WaysInList::early);
                        if (now) touched = now;
                    }};
        stage.settle();
        INFO(panel.diagonal_inch << " inch, " << name_of(look.text_size));
        audit(stage);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            stage.tap(Role::button, answers[i].label);
            CHECK(touched == i);
        }
    });
}
