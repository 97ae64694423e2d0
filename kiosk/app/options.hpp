// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "kiosk/ui/panel.hpp"
#include "kiosk/ui/window.hpp"

namespace frikort::kiosk::app {

struct Options {
    std::filesystem::path data;
    std::string central; // empty: no server
    std::optional<std::filesystem::path> authorities;
    ui::Panel panel;
    bool fullscreen = false;
    std::string language = "da";
    std::optional<core::base::Date> date; // for trials: one day that never ends
    std::string enrol;                    // the office's code: enrol and end; "-" asks for it
    bool set_up_code = false;             // print a new set-up code and end
    int idle_seconds = 180;
    int sync_seconds = 60;
    ui::Switches switches; // two keys for who steers by ear; none: Tab and Enter do it
};

// What the command line says; or the program's exit code, when all is said already (help, or a mistake).
core::base::Result<Options, int> read_options(int count, char** arguments);

} // namespace frikort::kiosk::app
