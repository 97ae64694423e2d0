// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/named.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

int run(const DatabasePlace& place, const std::string& letters)
{
    core::sealing::SystemChance chance;
    Database database{place, Database::Use::beside, chance};
    const auto work = database.store().begin();
    const auto found = kiosk_named(*work, letters);
    if (!found) return 2;
    work->kiosks().revoke(found->device, api::SystemClock{}.now());
    work->commit();
    std::cout << "Revoked. What it still holds it keeps; enrolled anew, its staff can let it in.\n";
    return 0;
}

struct Typed {
    Where where;
    std::string kiosk;
};

} // namespace

void revoke(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("revoke", "Answer a kiosk no more: lost, stolen, or given away");
    typed->where.add_to(*command);
    command->add_option("--kiosk", typed->kiosk, "The letters that status shows for it")->required();
    command->callback([typed, &deed] {
        deed = [typed] {
            // With a folder on PostgreSQL too: what is revoked is written down beside the database first.
            const auto place = typed->where.place(Where::Folder::needed);
            if (!place) return 2;
            return no_database_in(*place) ? 1 : run(*place, typed->kiosk);
        };
    });
}

} // namespace frikort::sync::central::commands
