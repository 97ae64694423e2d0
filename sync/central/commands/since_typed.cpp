// SPDX-License-Identifier: MPL-2.0
#include "sync/central/commands/since_typed.hpp"

#include <filesystem>
#include <iostream>

#include "core/store/erasures.hpp"

namespace frikort::sync::central::commands {

namespace {

bool is_there(const std::string& file, const char* what)
{
    std::error_code none;
    const bool there = std::filesystem::is_regular_file(file, none);
    if (!there) std::cerr << "There is no file of " << what << " at " << file << "\n";
    return there;
}

} // namespace

void SinceTyped::add_to(CLI::App& command)
{
    command.add_option("--erasures", erasures_, "A copy of a server's file of erasures; may be said again")
        ->allow_extra_args(false);
    command
        .add_option("--revoked", revoked_, "A copy of a server's file of revoked kiosks; may be said again")
        ->allow_extra_args(false);
}

std::optional<backup::Since> SinceTyped::read() const
{
    backup::Since since;
    for (const auto& file : erasures_) {
        if (!is_there(file, "erasures")) return std::nullopt;
        for (auto& record : core::store::Erasures{file}.all()) since.erasures.push_back(std::move(record));
    }
    for (const auto& file : revoked_) {
        if (!is_there(file, "revoked kiosks")) return std::nullopt;
        for (const auto& one : core::store::Revocations{file}.all()) since.revoked.push_back(one);
    }
    return since;
}

std::string told(const backup::Applied& applied)
{
    return "Erased again: " + std::to_string(applied.erased) +
           ". Left out, not signed or with an older card: " + std::to_string(applied.refused.size()) +
           ".\nRevoked again: " + std::to_string(applied.revoked) + ".\n";
}

} // namespace frikort::sync::central::commands
