// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "kiosk/ui/semantics.hpp"
#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/journeys/outside/eyes.hpp"
#include "tests/journeys/outside/screen.hpp"

namespace frikort::tests::outside {

// Somebody in front of the real kiosk, who only has a finger and eyes. Where things are comes from a twin:
// the same visit at the same time in a kiosk without a window. After every tap the screen must become, dot
// for dot, what the twin shows, but for the card, which is another one. Where it does not std::runtime_error
// is thrown, and both pictures are kept in `pictures`.
class Visitor {
public:
    Visitor(Screen&, const std::filesystem::path& folder, std::filesystem::path pictures);

    // Taps what has this text.
    void tap(std::string_view key, core::content::Fills = {});
    // Taps these keys of the screen, one after the other.
    void press(std::string_view signs);
    // Holds a card to the scanner until it is read; the twin gets its own.
    void scan(const std::string& card, const std::string& card_of_twin);

    // The finger on the real screen only; what comes of it is not waited for.
    void tap_and_go(std::string_view key);
    // The twin does what was tapped there.
    void catch_up();
    // The question of before is still to be seen in a picture of the screen.
    bool still_asks(const kiosk::ui::Picture& seen);
    // The program is gone, and `start` starts another; so does the twin.
    void begin_anew(const std::function<void()>& start);
    // What has this text can be tapped.
    bool can_tap(std::string_view key);

    // What is read off the real screen.
    std::string heading();
    std::string page(); // between the heading and the bar
    std::string card();
    // The twin's card.
    std::string other_card() { return twin_.card_on_screen(); }
    KioskInTheHouse& twin() { return twin_; }

private:
    const kiosk::ui::Node* target(const std::string& words);
    const kiosk::ui::Node& must_find(const std::string& words);
    void wait_for_touch(const kiosk::ui::Node&);
    void touch(const kiosk::ui::Node&);
    void reach();
    bool same(const kiosk::ui::Picture& seen);
    [[noreturn]] void lost();
    const kiosk::ui::Node* heading_of_twin();

    Screen& screen_;
    Eyes eyes_;
    std::filesystem::path pictures_;
    KioskInTheHouse twin_;
    std::optional<kiosk::ui::NodeId> touched_; // since the heading last changed
    std::optional<Program> finger_;            // on its way
    std::optional<kiosk::ui::Point> ahead_;    // tapped, and the twin does not know of it yet
    std::chrono::steady_clock::time_point reached_;
};

} // namespace frikort::tests::outside
