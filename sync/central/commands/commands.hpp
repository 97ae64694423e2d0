// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <functional>

#include <CLI/CLI.hpp>

namespace frikort::sync::central::commands {

// What one word of the command line does: the program's exit status (0 done, 1 it could not be done, 2 it was
// asked wrongly). Throws what the store throws.
using Deed = std::function<int()>;

// Each adds its word and its options to the command line; when that word was typed, `deed` is what it does.
void serve(CLI::App&, Deed& deed);
void enrol(CLI::App&, Deed& deed);
void status(CLI::App&, Deed& deed);
void revoke(CLI::App&, Deed& deed);
void copy(CLI::App&, Deed& deed);
void backup_key(CLI::App&, Deed& deed);
void backup_to(CLI::App&, Deed& deed);
void verify_backup(CLI::App&, Deed& deed);
void verified(CLI::App&, Deed& deed);
void restore(CLI::App&, Deed& deed);
void promoted(CLI::App&, Deed& deed);
void compared(CLI::App&, Deed& deed);
void adopt(CLI::App&, Deed& deed);

// All of them, in the order in which help shows them.
inline constexpr std::array all{&serve,      &enrol,     &status,        &revoke,   &copy,
                                &backup_key, &backup_to, &verify_backup, &verified, &restore,
                                &promoted,   &compared,  &adopt};

} // namespace frikort::sync::central::commands
