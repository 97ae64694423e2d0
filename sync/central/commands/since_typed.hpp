// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/base/bytes.hpp"

namespace frikort::sync::central::commands {

// Files of erasures that were copied off the machine: --erasures, as often as there are files (sync.md R17).
class ErasuresTyped {
public:
    void add_to(CLI::App& command);
    // All that they name. Says which one is not there, and answers nothing. Throws damaged for what is no
    // such file.
    std::optional<std::vector<core::base::Bytes>> records() const;

private:
    std::vector<std::string> files_;
};

} // namespace frikort::sync::central::commands
