// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "core/base/result.hpp"
#include "sync/central/database.hpp"

namespace frikort::sync::central::commands {

// Where a server keeps what it takes, as typed: --data and --database, which most commands have.
class Where {
public:
    void add_to(CLI::App& command);
    enum class Folder { optional, needed };
    // Tells whoever typed it what is missing, and answers nothing.
    std::optional<DatabasePlace> place(Folder = Folder::optional) const;
    // The same, where a server's data is there already; else, when it is told, the program's exit status.
    core::base::Result<DatabasePlace, int> existing(Folder = Folder::optional) const;

private:
    std::string data_;
    std::string database_;
};

// True, and said, where SQLite's file is not in the folder: a command beside the server makes none.
bool no_database_in(const DatabasePlace&);

} // namespace frikort::sync::central::commands
