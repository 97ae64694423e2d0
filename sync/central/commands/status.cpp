// SPDX-License-Identifier: MPL-2.0
#include "sync/central/status.hpp"

#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"
#include "sync/central/standbys.hpp"

namespace frikort::sync::central::commands {

void status(CLI::App& app, Deed& deed)
{
    const auto where = std::make_shared<Where>();
    auto* const command = app.add_subcommand("status", "Print kiosks, records and last contacts");
    where->add_to(*command);
    command->callback([where, &deed] {
        deed = [where] {
            const auto place = where->existing();
            if (!place) return place.error();
            core::sealing::SystemChance chance;
            Database database{*place, Database::Use::beside, chance};
            const auto look = database.store().look();
            std::cout << status_page(*look, api::SystemClock{}.now());
            if (const auto replicas = replicas_of(*place)) std::cout << central::told(*replicas);
            return 0;
        };
    });
}

} // namespace frikort::sync::central::commands
