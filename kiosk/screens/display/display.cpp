// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/display/display.hpp"

#include <algorithm>
#include <array>

namespace frikort::kiosk::screens::display {

namespace {

constexpr std::array size_keys{"display.size.s", "display.size.m", "display.size.l", "display.size.xl"};
constexpr std::array colour_keys{"display.colours.medium", "display.colours.low", "display.colours.dark",
                                 "display.colours.light"};
constexpr std::array languages{"da", "en"};
constexpr std::array language_keys{"display.language.da", "display.language.en"};
constexpr std::array key_orders{ui::KeyOrder::keyboard, ui::KeyOrder::alphabet};

std::string where(const core::content::Texts& texts, const char* key, int now, int most)
{
    return texts(key, {{"n", std::to_string(now)}, {"of", std::to_string(most)}});
}

View::Group group_of_hearing(const Hearing& hearing, const core::content::Texts& texts)
{
    return {texts("display.hearing"),
            {{texts("display.headphones"), texts("display.headphones.spoken"), hearing.ears == ui::Ears::own},
             {texts("display.by_ear"), texts("display.by_ear.spoken"),
              hearing.steering != Hearing::Steering::eyes}}};
}

View::Group group_of_keys(ui::KeyOrder now, const core::content::Texts& texts)
{
    return {texts("display.keys"),
            {{"Q W E", texts("display.keys.keyboard"), now == ui::KeyOrder::keyboard},
             {"A B C", texts("display.keys.alphabet"), now == ui::KeyOrder::alphabet}}};
}

} // namespace

View view(ui::Look look, const Hearing& hearing, const core::content::Texts& texts)
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
    view.groups = {std::move(sizes), std::move(colours), std::move(spoken), group_of_hearing(hearing, texts),
                   group_of_keys(look.keys, texts)};
    const int rate = static_cast<int>(hearing.rate) + 1;
    const int rates = static_cast<int>(Hearing::rates.size());
    const int volume = hearing.volume;
    view.levels = {{where(texts, "display.rate", rate, rates), texts("display.rate.less"),
                    texts("display.rate.more"), rate == 1, rate == rates},
                   {where(texts, "display.volume", volume, Hearing::volumes), texts("display.volume.less"),
                    texts("display.volume.more"), volume == 1, volume == Hearing::volumes}};
    view.about = texts("about.title");
    return view;
}

Chosen update(Chosen now, const Choose& choice)
{
    if (choice.group == size_group) now.look.text_size = ui::every_text_size.at(choice.choice);
    if (choice.group == colour_group) now.look.palette = ui::every_palette.at(choice.choice);
    if (choice.group == language_group) now.language = languages.at(choice.choice);
    if (choice.group == keys_group) now.look.keys = key_orders.at(choice.choice);
    if (choice.group != hearing_group) return now;
    using Steering = Hearing::Steering;
    auto& [rate, volume, ears, steering] = now.hearing;
    if (choice.choice == 0)
        ears = ears == ui::Ears::own ? ui::Ears::everybody : ui::Ears::own;
    else
        steering = steering == Steering::eyes ? Steering::ears_and_halves : Steering::eyes;
    return now;
}

Hearing update(Hearing now, const Turn& turn)
{
    if (turn.level == 0) {
        const int last = static_cast<int>(Hearing::rates.size()) - 1;
        now.rate = static_cast<std::size_t>(std::clamp(static_cast<int>(now.rate) + turn.by, 0, last));
    } else {
        now.volume = std::clamp(now.volume + turn.by, 1, Hearing::volumes);
    }
    return now;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto intent = draw(ui, model_, view(visit_.look, visit_.hearing, visit_.texts()));
    if (const auto move = bar_move(draw_bar(ui, visit_, BackPlace::there, DisplayPlace::empty), {}))
        return *move;
    if (!intent) return ui::Stay{};
    if (std::holds_alternative<About>(*intent)) return ui::Open{doors_.about()};
    if (const auto* turn = std::get_if<Turn>(&*intent)) {
        visit_.hearing = update(visit_.hearing, *turn);
        return ui::Stay{};
    }
    const auto chosen = update({visit_.look, visit_.hearing, visit_.language()}, std::get<Choose>(*intent));
    visit_.look = chosen.look;
    visit_.hearing = chosen.hearing;
    visit_.speak(chosen.language);
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::display
