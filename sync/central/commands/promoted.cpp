// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/backup/bring_back.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/since_typed.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    SinceTyped since;
};

int run(const Typed& typed)
{
    const auto place = typed.where.existing();
    if (!place) return place.error();
    const auto since = typed.since.read();
    if (!since) return 2;
    core::sealing::SystemChance chance;
    // With a folder no server answers from there meanwhile, and what the folder's own erasures say is done.
    const auto use = place->folder.empty() ? Database::Use::beside : Database::Use::serving;
    Database database{*place, use, chance};
    const auto work = database.store().begin();
    const auto applied = backup::begin_again(*work, *since, chance);
    work->commit();
    std::cout << told(applied) << "A new epoch has begun: kiosks offer everything again at their next round."
              << std::endl;
    return 0;
}

} // namespace

void promoted(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command =
        app.add_subcommand("promoted", "Begin a new epoch: this copy, or standby, is the server now");
    typed->where.add_to(*command);
    typed->since.add_to(*command);
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
