// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/copy.hpp"

#include <iostream>
#include <memory>

#include "core/sealing/keys.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"

namespace frikort::sync::central::commands {

namespace {

struct Typed {
    std::string from;
    std::string to;
};

int run(const Typed& typed)
{
    using Engine = DatabasePlace::Engine;
    const auto source = read_place(typed.from, {});
    const auto target = read_place(typed.to, {});
    if (!source || source->engine != Engine::sqlite || !target || target->engine != Engine::postgresql) {
        std::cerr << "copy goes from sqlite:DIR to postgresql://HOST/NAME\n";
        return 2;
    }
    if (no_database_in(*source)) return 1;
    core::sealing::SystemChance chance;
    // No server runs there, and none starts, until this is done.
    const Database held{*source, Database::Use::serving, chance};
    for (const auto& table : core::store::postgresql::copy_from_sqlite(source->folder, target->address))
        std::cout << table.name << ": " << table.rows << "\n";
    std::cout << "Copied and compared. Serve from there now, and from here no more." << std::endl;
    return 0;
}

} // namespace

void copy(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("copy", "Move everything from SQLite to PostgreSQL");
    command->add_option("FROM", typed->from, "sqlite:DIR, with no server running on it")->required();
    command->add_option("TO", typed->to, "postgresql://HOST/NAME, an empty database")->required();
    command->callback([typed, &deed] { deed = [typed] { return run(*typed); }; });
}

} // namespace frikort::sync::central::commands
