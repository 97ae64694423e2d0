// SPDX-License-Identifier: MPL-2.0
#include <iostream>

#include <CLI/CLI.hpp>

#include "core/sealing/harden.hpp"
#include "core/sealing/keys.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/told.hpp"

using namespace frikort;

int main(int count, char** arguments)
{
    CLI::App app{"The central server of Frikort-kiosk: takes what kiosks write and cannot read it."};
    app.require_subcommand(1);
    sync::central::commands::Deed deed;
    for (const auto& command : sync::central::commands::all) command(app, deed);
    CLI11_PARSE(app, count, arguments);

    try {
        core::sealing::start();
        core::sealing::harden();
        return deed();
    } catch (const core::store::StoreFailure& failure) {
        std::cerr << "frikort-central: " << sync::central::told(failure) << "\n";
        return 1;
    } catch (const std::exception& failure) {
        std::cerr << "frikort-central: " << failure.what() << "\n";
        return 1;
    }
}
