// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/content/texts.hpp"
#include "kiosk/ui/stage.hpp"

namespace frikort::tests::tour {

// What one tour is walked with. Source: kiosk.md "The tour".
struct Setup {
    kiosk::ui::Panel panel;
    kiosk::ui::Look look;
    std::string language = "da";
};

// A kiosk on a stage: the real screens, sample people, a day set by hand.
class Trial {
public:
    virtual ~Trial() = default;
    virtual kiosk::ui::Stage& stage() = 0;
    virtual const core::content::Texts& texts() const = 0;

    // Taps what says this: as its name, at its beginning, or within it, in this order. Where it is further
    // down a list, "Mere" is tapped first. Throws std::runtime_error when it is not there or cannot be
    // touched.
    void touch(std::string_view words);
    // The same for the text of a key, in the language of the tour.
    void tap(std::string_view key, core::content::Fills = {});
    void touch_first(kiosk::ui::Role);

private:
    bool touch_now(std::string_view words);
};

enum class From { scene_before, start };

// One screen of the tour and how to get there: from the screen before, or from a kiosk just started. A new
// date always starts anew.
struct Scene {
    std::string name; // lower case and "-": it becomes part of a file's name
    core::base::Date date;
    From from = From::scene_before;
    std::function<void(Trial&)> way = {};
};

struct Tour {
    std::function<std::unique_ptr<Trial>(const Setup&, core::base::Date)> start;
    std::vector<Scene> scenes;
};

// A screen reached: `name` is "03-log-pay", `stage` stands still on it.
struct Stop {
    std::string name;
    const Scene& scene;
    const Setup& setup;
    kiosk::ui::Stage& stage;
    std::vector<std::string> missing; // texts asked for so far that are in no catalogue
};

// The names as they come: "01-home", "02-..."
std::vector<std::string> names_of(const Tour&);

// Walks the whole tour once. A scene that cannot be reached throws std::runtime_error with its name; or,
// where `lost` is given, is told to it, and the tour goes on with the next scene that begins from start.
void walk(const Tour&, const Setup&, const std::function<void(const Stop&)>& at_each,
          const std::function<void(const std::string& why)>& lost = {});

} // namespace frikort::tests::tour
