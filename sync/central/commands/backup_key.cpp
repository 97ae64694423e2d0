// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/key_file.hpp"

namespace frikort::sync::central::commands {

namespace {

int run(const std::filesystem::path& file)
{
    core::sealing::SystemChance chance;
    const auto key = core::sealing::BackupKey::random(chance);
    write_key_file(file, key);
    std::cout
        << "Whoever has this file opens every backup made for it. Without it none is ever opened again:\n"
           "keep it off the server, and a copy of it elsewhere.\n"
           "The public half, for frikort-central backup --to:\n"
        << key.open().text() << std::endl;
    return 0;
}

} // namespace

void backup_key(CLI::App& app, Deed& deed)
{
    const auto file = std::make_shared<std::string>();
    auto* const command = app.add_subcommand("backup-key", "Make the key that backups are sealed to");
    command->add_option("FILE", *file, "Where its private half goes; not on the server")->required();
    command->callback([file, &deed] { deed = [file] { return run(*file); }; });
}

} // namespace frikort::sync::central::commands
