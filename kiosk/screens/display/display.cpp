// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/display/display.hpp"

#include <array>

namespace frikort::kiosk::screens::display {

namespace {

constexpr std::array size_keys{"display.size.s", "display.size.m", "display.size.l", "display.size.xl"};
constexpr std::array colour_keys{"display.colours.medium", "display.colours.low", "display.colours.dark",
                                 "display.colours.light"};
constexpr std::array languages{"da", "en"};
constexpr std::array language_keys{"display.language.da", "display.language.en"};

} // namespace

View view(ui::Look look, const core::content::Texts& texts)
{
    View view;
    view.title = texts("display.title");
    View::Group sizes{texts("display.size"), {}};
    for (std::size_t i = 0; i < size_keys.size(); ++i)
        sizes.choices.push_back({texts(size_keys[i]), {}, look.text_size == ui::every_text_size[i]});
    View::Group colours{texts("display.colours"), {}};
    for (std::size_t i = 0; i < colour_keys.size(); ++i)
        colours.choices.push_back({texts(colour_keys[i]), {}, look.palette == ui::every_palette[i]});
    View::Group spoken{texts("display.language"), {}};
    for (std::size_t i = 0; i < languages.size(); ++i)
        spoken.choices.push_back({texts(language_keys[i]), {}, texts.language() == languages[i]});
    view.groups = {std::move(sizes), std::move(colours), std::move(spoken)};
    view.about = texts("about.title");
    return view;
}

Chosen update(Chosen now, const Choose& choice)
{
    if (choice.group == 0) now.look.text_size = ui::every_text_size.at(choice.choice);
    if (choice.group == 1) now.look.palette = ui::every_palette.at(choice.choice);
    if (choice.group == 2) now.language = languages.at(choice.choice);
    return now;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto intent = draw(ui, model_, view(visit_.look, visit_.texts()));
    if (const auto move = bar_move(draw_bar(ui, visit_, BackPlace::there, DisplayPlace::empty), {}))
        return *move;
    if (!intent) return ui::Stay{};
    if (std::holds_alternative<About>(*intent)) return ui::Open{doors_.about()};
    const auto chosen = update({visit_.look, visit_.language()}, std::get<Choose>(*intent));
    visit_.look = chosen.look;
    visit_.speak(chosen.language);
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::display
