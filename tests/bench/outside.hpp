// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/bench/glass.hpp"
#include "tests/bench/trial.hpp"
#include "tests/journeys/outside/program.hpp"
#include "tests/journeys/outside/screen.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests::bench {

// A screen nobody sees and what is started on it; everything is below a folder that is gone afterwards.
class Bench {
public:
    Bench();

    const std::filesystem::path& folder() const { return folder_.path(); }
    std::filesystem::path kiosk_data() const { return folder_ / "kiosk"; }
    outside::Screen& screen() { return *screen_; }
    const Glass& glass() const { return *glass_; }
    // The kiosk as it is shipped, on this screen; `driver`: SDL's, where it is not the screen's.
    outside::Program kiosk(const std::string& driver = {}) const;
    outside::Program program(std::vector<std::string> command) const;
    // Ends it as the system does at shutdown, and waits.
    static void end(outside::Program&);

private:
    TemporaryFolder folder_;
    std::optional<outside::Screen> screen_;
    std::optional<Glass> glass_;
};

// Looks until it is true, without a pause worth speaking of. Throws std::runtime_error after 40 s.
void watch(const std::function<bool()>& condition, const char* what);

// ms from exec until it is true.
double time_to(const std::function<bool()>& condition, const std::function<outside::Program()>& start,
               const std::function<void(outside::Program&)>& then = {});

// Where the colours of a picture tell that it is there: near a corner of every target.
std::vector<Glass::Spot> spots_of(kiosk::ui::Stage&);

// A finger on the real screen, led by a twin of the kiosk without a window: each tap goes to where the twin
// has what is tapped, and the screen must then become what the twin shows, dot for dot.
class Hand {
public:
    Hand(Bench&, Trial& twin);
    void tap(std::string_view key);
    void press(std::string_view signs);
    void scan(const std::string& card);

private:
    void touch(kiosk::ui::Point);
    void reach();

    Bench& bench_;
    Trial& twin_;
};

} // namespace frikort::tests::bench
