// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "sync/central/backup/bring_back.hpp"

namespace frikort::sync::central::commands {

// Files that were copied off a server's machine: --erasures and --revoked, as often as there are files
// (sync.md R17).
class SinceTyped {
public:
    void add_to(CLI::App& command);
    // All that they name. Says which one is not there, and answers nothing. Throws damaged for what is no
    // such file.
    std::optional<backup::Since> read() const;

private:
    std::vector<std::string> erasures_;
    std::vector<std::string> revoked_;
};

// What came of it, in two lines.
std::string told(const backup::Applied&);

} // namespace frikort::sync::central::commands
