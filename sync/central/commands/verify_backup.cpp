// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "core/store/scratch.hpp"
#include "sync/central/api/clock.hpp"
#include "sync/central/backup/ending.hpp"
#include "sync/central/backup/receipt.hpp"
#include "sync/central/backup/unpack.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/key_file.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    std::string file;
    std::string key;
    std::string scratch;
};

int run(const Typed& typed)
{
    const auto key = read_key_file(typed.key);
    if (!key) return 2;
    if (!std::ifstream{typed.file} || std::filesystem::is_directory(typed.file)) {
        std::cerr << backup::told(backup::Unfit::no_file) << "\n";
        return 1;
    }
    const backup::Ending ending;
    const std::filesystem::path file = typed.file;
    core::store::sweep_scratch(file.has_parent_path() ? file.parent_path() : ".");
    const core::store::Scratch scratch{typed.scratch.empty() ? typed.file + ".scratch" : typed.scratch};
    const auto manifest = backup::unpack(typed.file, *key, scratch.path());
    if (!manifest) {
        std::cerr << backup::told(manifest.error()) << "\n";
        return 1;
    }
    const auto now = api::SystemClock{}.now();
    const auto days = backup::age_in_days(*manifest, now);
    if (backup::is_too_old(manifest->made, now)) {
        std::cerr << "It is whole, and " << days
                  << " days old: destroy it. There is no receipt for more than "
                  << backup::backups_last.count() << " days.\n";
        return 1;
    }
    std::cout << "Read back whole: " << backup::records_in(*manifest) << " records in "
              << manifest->contents.streams.size() << " streams, " << days << " days old. To be destroyed in "
              << backup::backups_last.count() - days << " days.\nThe receipt, for frikort-central verified:\n"
              << backup::receipt_for(*manifest, *key).text() << std::endl;
    return 0;
}

} // namespace

void verify_backup(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command =
        app.add_subcommand("verify-backup", "Read a backup back, where the private key lies");
    command->add_option("FILE", typed->file, "The backup")->required();
    command->add_option("--key", typed->key, "The file with the private half of its key")->required();
    command->add_option("--scratch", typed->scratch,
                        "A folder that is not there yet, for as much as the database; else beside FILE");
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
