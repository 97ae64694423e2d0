// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/journeys/kiosk_in_the_house.hpp"

namespace frikort::tests {

// Somebody who sees nothing: knows only what the voice says, and has two switches, one that steps on and one
// that chooses.
class Listener {
public:
    explicit Listener(KioskInTheHouse& kiosk, std::string language = "da")
        : kiosk_{kiosk}, language_{std::move(language)}
    {
    }
    virtual ~Listener() = default;

    // Steps on; gives what was said.
    std::string next()
    {
        press_next();
        return listen();
    }
    std::string choose()
    {
        press_choose();
        return listen();
    }
    // Steps on until what is said begins with these words, and chooses it. Gives what was said then.
    std::string choose(std::string_view words)
    {
        return choose_where([&](const std::string& said) { return said.starts_with(words); }, words);
    }
    std::string pick(std::string_view key) { return choose(kiosk_.texts_in(language_)(key)); }
    // Keys, one by one: a key says its sign and nothing else.
    void spell(std::string_view signs)
    {
        for (const char sign : signs) {
            const std::string key{sign};
            choose_where([&](const std::string& said) { return said == key; }, key);
        }
    }
    void speak(std::string language) { language_ = std::move(language); }

    // All that was heard since the beginning.
    const std::vector<std::string>& heard() const { return heard_; }
    bool has_heard(std::string_view words) const
    {
        for (const auto& each : heard_)
            if (each.find(words) != std::string::npos) return true;
        return false;
    }

protected:
    virtual void press_next() { kiosk_.stage().press(kiosk::ui::KeyPress::Key::tab); }
    virtual void press_choose() { kiosk_.stage().press(kiosk::ui::KeyPress::Key::choose); }
    KioskInTheHouse& kiosk_;

private:
    template <class Wanted>
    std::string choose_where(Wanted wanted, std::string_view words)
    {
        constexpr int longest_screen = 80;
        std::string met;
        for (int i = 0; i < longest_screen; ++i) {
            const auto said = next();
            if (wanted(said)) return choose();
            met += said + "\n";
        }
        throw std::runtime_error{"never heard: \"" + std::string{words} + "\" but\n" + met};
    }
    std::string listen()
    {
        std::string words;
        for (const auto& saying : kiosk_.speaker().said()) {
            words = saying.words;
            heard_.push_back(saying.words);
            if (saying.language != language_) heard_.back() += " [" + saying.language + "]";
        }
        kiosk_.speaker().forget();
        kiosk_.speaker().finish();
        return words;
    }

    std::string language_;
    std::vector<std::string> heard_;
};

// The same person at the glass: a touch left of the middle, or right of it, anywhere.
class ListenerAtTheGlass : public Listener {
public:
    using Listener::Listener;

protected:
    void press_next() override { kiosk_.stage().tap_at({width() * 0.2F, 300}); }
    void press_choose() override { kiosk_.stage().tap_at({width() * 0.7F, 200}); }

private:
    float width() { return kiosk_.stage().ui().layout().screen.w; }
};

} // namespace frikort::tests
