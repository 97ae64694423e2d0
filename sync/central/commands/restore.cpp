// SPDX-License-Identifier: MPL-2.0
#include <iostream>
#include <memory>

#include "sync/central/api/clock.hpp"
#include "sync/central/backup/bring_back.hpp"
#include "sync/central/backup/ending.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/key_file.hpp"
#include "sync/central/commands/since_typed.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    Where where;
    std::string file;
    std::string key;
    SinceTyped since;
    bool although_old = false;
};

int tell(const backup::Failure& failure)
{
    if (failure.unfit)
        std::cerr << backup::told(*failure.unfit) << "\n";
    else
        std::cerr << "This backup is " << failure.days << " days old, and was to be destroyed after "
                  << backup::backups_last.count()
                  << ". When there is no other: --although-old, with every file of "
                  << "erasures there is.\n";
    return 1;
}

int run(const Typed& typed)
{
    const auto place = typed.where.place(Where::Folder::needed);
    if (!place) return 2;
    const auto key = read_key_file(typed.key);
    auto since = typed.since.read();
    if (!key || !since) return 2;
    const backup::Ending ending;
    core::sealing::SystemChance chance;
    const auto now = api::SystemClock{}.now();
    const auto restored =
        backup::restore(typed.file, *key, *place, std::move(*since),
                        typed.although_old ? backup::Age::any : backup::Age::at_most_35_days, now, chance);
    if (!restored) return tell(restored.error());
    std::cout << "Restored: " << backup::records_in(restored->manifest) << " records, as they were "
              << backup::age_in_days(restored->manifest, now) << " days ago.\n"
              << told(restored->applied)
              << "A new epoch has begun: kiosks offer everything again at their next round." << std::endl;
    return 0;
}

} // namespace

void restore(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("restore", "Bring a backup back, into an empty place");
    command->add_option("FILE", typed->file, "The backup")->required();
    command->add_option("--key", typed->key, "The file with the private half of its key")->required();
    typed->where.add_to(*command);
    typed->since.add_to(*command);
    command->add_flag("--although-old", typed->although_old, "It is more than 35 days old, and the only one");
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
