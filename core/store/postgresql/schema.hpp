// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/migrations.hpp"
#include "core/store/postgresql/connection.hpp"

namespace frikort::core::store::postgresql {

// Runs the missing steps of a schema, all in one transaction, while every other server process that wants the
// same waits: several may start at once. A database of a newer program, and one in which somebody else has
// tables, are refused and left as they are (Kind::newer, Kind::foreign).
void bring_up_to_date(Connection&, const Schema&);

// Kind::newer or Kind::other unless the database is of just this schema.
void must_be_up_to_date(Connection&, const Schema&);

} // namespace frikort::core::store::postgresql
