// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/options.hpp"

#include <vector>

#include <CLI/CLI.hpp>

namespace frikort::kiosk::app {

namespace {

bool on_this_machine(const std::string& address)
{
    return address.starts_with("http://127.0.0.1") || address.starts_with("http://localhost") ||
           address.starts_with("http://[::1]");
}

} // namespace

core::base::Result<Options, int> read_options(int count, char** arguments)
{
    Options options;
    std::string panel = "10.1:1280x800";
    std::string date;
    std::string authorities;
    CLI::App app{"Frikort-kiosk: the touch screen of a drop-in centre"};
    app.add_option("--data", options.data, "folder for everything the kiosk keeps")->required();
    app.add_option("--central", options.central, "address of the central server, https://...");
    app.add_option("--authorities", authorities, "PEM file: the only authorities trusted for --central");
    app.add_option("--panel", panel, "diagonal in inches and pixels, 10.1:1280x800")->capture_default_str();
    app.add_flag("--fullscreen", options.fullscreen, "cover the whole screen");
    app.add_option("--language", options.language, "language of the front page: da or en")
        ->capture_default_str();
    app.add_option("--date", date, "for trials only: one day that never ends, YYYY-MM-DD");
    app.add_option(
        "--enrol", options.enrol,
        "code from the office, bare or as its QR code says it; - asks for it, to scan: enrol and end");
    app.add_flag("--set-up-code", options.set_up_code,
                 "print a new code with which the staff can set up their centre at the screen, and end");
    app.add_option("--idle", options.idle_seconds, "seconds without a touch before it asks: 120-300")
        ->capture_default_str();
    app.add_option("--sync-every", options.sync_seconds, "seconds between rounds with the server")
        ->capture_default_str()
        ->check(CLI::Range(1, 86400));
    // Keys that write nothing, and the two that every switch box can send.
    const std::vector<std::string> switch_keys{"Space", "Return", "Tab", "F1", "F2",  "F3",  "F4", "F5",
                                               "F6",    "F7",     "F8",  "F9", "F10", "F11", "F12"};
    app.add_option("--switch-next", options.switches.next,
                   "key of the switch that steps on: Space, Return, Tab, F1-F12")
        ->check(CLI::IsMember(switch_keys));
    app.add_option("--switch-choose", options.switches.choose, "key of the switch that chooses")
        ->check(CLI::IsMember(switch_keys));
    try {
        app.parse(count, arguments);
        if (const auto read = ui::Panel::parse(panel))
            options.panel = *read;
        else
            throw CLI::ValidationError{"--panel", "write it like 10.1:1280x800"};
        if (!date.empty() && !(options.date = core::base::Date::from_iso(date)))
            throw CLI::ValidationError{"--date", "write a day like 2025-11-21"};
        // Days that are made up must not reach a real server.
        if (options.date && !options.central.empty() && !on_this_machine(options.central))
            throw CLI::ValidationError{"--date", "is for trials: only with a server on this machine"};
        if (!options.switches.next.empty() && options.switches.next == options.switches.choose)
            throw CLI::ValidationError{"--switch-choose", "the two switches need a key each"};
        if (!authorities.empty()) options.authorities = authorities;
    } catch (const CLI::ParseError& problem) {
        const int said = app.exit(problem);
        return core::base::no(said == 0 ? 0 : 2);
    }
    return options;
}

} // namespace frikort::kiosk::app
