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

struct Typed {
    Where where;
    std::string kiosk;
};

int run(const Typed& typed)
{
    // With a folder on PostgreSQL too: what is revoked is written down beside the database first.
    const auto place = typed.where.existing(Where::Folder::needed);
    if (!place) return place.error();
    core::sealing::SystemChance chance;
    Database database{*place, Database::Use::beside, chance};
    const auto work = database.store().begin();
    const auto found = kiosk_named(*work, typed.kiosk);
    if (!found) return 2;
    work->kiosks().revoke(found->device, api::SystemClock{}.now());
    work->commit();
    std::cout << "Revoked. What it still holds it keeps; enrolled anew, its staff can let it in.\n";
    return 0;
}

} // namespace

void revoke(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("revoke", "Answer a kiosk no more: lost, stolen, or given away");
    typed->where.add_to(*command);
    command->add_option("--kiosk", typed->kiosk, "The letters that status shows for it")->required();
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
