// SPDX-License-Identifier: MPL-2.0
#include "sync/central/commands/erasures_typed.hpp"

#include <filesystem>
#include <iostream>

#include "core/store/erasures.hpp"

namespace frikort::sync::central::commands {

void ErasuresTyped::add_to(CLI::App& command)
{
    command.add_option("--erasures", files_, "A copy of a server's file of erasures; may be said again")
        ->allow_extra_args(false);
}

std::optional<std::vector<core::base::Bytes>> ErasuresTyped::records() const
{
    std::vector<core::base::Bytes> all;
    for (const auto& file : files_) {
        if (!std::filesystem::is_regular_file(file)) {
            std::cerr << "There is no file of erasures at " << file << "\n";
            return std::nullopt;
        }
        for (auto& record : core::store::Erasures{file}.all()) all.push_back(std::move(record));
    }
    return all;
}

} // namespace frikort::sync::central::commands
