// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/store/postgresql/replicas.hpp"
#include "sync/central/database.hpp"

// Whether what is acknowledged lies on a second machine too (R4). PostgreSQL's alone: SQLite has one.
namespace frikort::sync::central {

using core::store::postgresql::Replicas;

// Nothing on SQLite. Throws StoreFailure.
std::optional<Replicas> replicas_of(const DatabasePlace&);

inline constexpr std::array replica_states{Replicas::State::none, Replicas::State::waited_for,
                                           Replicas::State::not_waited_for, Replicas::State::missing,
                                           Replicas::State::unseen};
// A word for programs.
std::string_view word_of(Replicas::State);

// For the person who runs the server: lines that end with '\n'. What is not as it should be begins with
// "WARNING".
std::string told(const Replicas&);

} // namespace frikort::sync::central
