// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "sync/central/api/clock.hpp"
#include "sync/central/backup/ending.hpp"
#include "sync/central/backup/pack.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    std::string file;
    std::string to;
};

int run(const Typed& typed)
{
    const auto place = typed.where.existing();
    if (!place) return place.error();
    const auto to = core::sealing::BackupPublic::read(typed.to);
    if (!to) {
        std::cerr << "--to wants the public half of a backup key, whole, as backup-key printed it.\n";
        return 2;
    }
    const backup::Ending ending;
    core::sealing::SystemChance chance;
    const auto made = backup::pack(*place, typed.file, *to, api::SystemClock{}.now(), chance);
    std::cout << "Backed up, read back and compared: " << backup::records_in(made) << " records in "
              << made.contents.streams.size() << " streams, up to " << made.contents.standing.counter
              << ".\nTake it off this machine, and verify it where the private key lies." << std::endl;
    return 0;
}

} // namespace

void backup_to(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command =
        app.add_subcommand("backup", "Write all of it into one file, sealed, while the server runs");
    command->add_option("FILE", typed->file, "A new file")->required();
    typed->where.add_to(*command);
    command->add_option("--to", typed->to, "The public half of the backup key")->required();
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
