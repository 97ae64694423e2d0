// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/postgresql/connection.hpp"

namespace frikort::core::store::postgresql {

// Settings of a new connection, and what the database server must hold to before anything is said to be kept
// (sync.md R4): fsync, full_page_writes, and a commit that waits for the disk and for the standbys. Throws
// StoreFailure other, and says which setting is wrong.
//
// full_page_writes is demanded although some file systems never tear a page: from here it cannot be seen
// whether this is one, and what a torn page loses was acknowledged long ago.
void make_durable(Connection&);

} // namespace frikort::core::store::postgresql
