// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/chance.hpp"
#include "core/store/postgresql/connection.hpp"

namespace frikort::core::store::postgresql {

// Which history of which database this is: the cluster's identifier, its timeline, the database and the
// table. PostgreSQL begins a new timeline whenever a standby is promoted and whenever a cluster is recovered
// from a backup; a dump that is read back makes other tables. None of them can be told by looking at the
// rows.
std::string place_of(Connection&);

// The epoch of this database (sync.md R6). A new one is drawn, and written down, when there is none yet, and
// when the database is in another place than when its epoch began. `chance` is used by one thread at a time.
std::string settle_epoch(Connection&, base::Chance& chance);

} // namespace frikort::core::store::postgresql
