// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/postgresql/connection.hpp"

namespace frikort::core::store::postgresql {

// Whether what is acknowledged here is anywhere else too (sync.md R4), as far as PostgreSQL tells this role.
struct Replicas {
    enum class State {
        none,           // no standby, and nobody is waited for
        waited_for,     // a commit waits for a standby, and enough of them are there
        not_waited_for, // standbys follow, and no commit waits for one
        missing,        // commits wait for standbys that are not there
        unseen          // some follow; which of them count is hidden from this role
    } state = State::none;
    std::uint64_t connected = 0;
    std::vector<std::string> off{}; // of fsync and full_page_writes
    friend bool operator==(const Replicas&, const Replicas&) = default;
};

Replicas replicas(Connection&);
// Over a connection of its own, also where the database server does not keep what it is given. Throws
// StoreFailure.
Replicas replicas_at(const std::string& url);

} // namespace frikort::core::store::postgresql
