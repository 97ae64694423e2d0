// SPDX-License-Identifier: MPL-2.0
#include "sync/central/commands/where.hpp"

#include <filesystem>
#include <iostream>

namespace frikort::sync::central::commands {

void Where::add_to(CLI::App& command)
{
    command.add_option("--data", data_, "The server's folder");
    command.add_option("--database", database_,
                       "postgresql://HOST/NAME, or sqlite:DIR (as --data DIR alone)");
}

std::optional<DatabasePlace> Where::place(Folder folder) const
{
    auto place = read_place(database_, data_);
    if (place && (folder == Folder::optional || !place->folder.empty())) return place;
    std::cerr << "Where? --data DIR, or --database postgresql://HOST/NAME, which needs --data too to serve, "
                 "revoke or restore\n";
    return std::nullopt;
}

core::base::Result<DatabasePlace, int> Where::existing(Folder folder) const
{
    auto where = place(folder);
    if (!where) return core::base::no(2);
    if (no_database_in(*where)) return core::base::no(1);
    return std::move(*where);
}

bool no_database_in(const DatabasePlace& place)
{
    const bool there =
        place.engine != DatabasePlace::Engine::sqlite || std::filesystem::exists(place.folder / "central.db");
    if (!there) std::cerr << "There is no server's data in this folder.\n";
    return !there;
}

} // namespace frikort::sync::central::commands
