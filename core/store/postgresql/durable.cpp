// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/durable.hpp"

namespace frikort::core::store::postgresql {

namespace {

// The turn to write does not come in ten seconds: the kiosk is told to come again. A process of ours that
// stands still with the turn loses it.
//
// Everything here is asked for by its key. Plans are made once, perhaps when a table was nearly empty, and
// must never read one to its end when it has grown.
constexpr const char* settings = "SET lock_timeout = '10s';"
                                 "SET idle_in_transaction_session_timeout = '60s';"
                                 "SET statement_timeout = 0;"
                                 "SET plan_cache_mode = force_generic_plan;"
                                 "SET enable_seqscan = off;"
                                 "SET enable_hashjoin = off;"
                                 "SET enable_mergejoin = off;"
                                 "SET jit = off";

std::string setting(Connection& connection, std::string_view name)
{
    auto row = connection.ask("SELECT current_setting($1::text)", name);
    row.step();
    return row.text(0);
}

} // namespace

void make_durable(Connection& connection)
{
    connection.execute(settings);
    // "remote_apply" waits for more than "on" does: whoever asked for it keeps it.
    if (setting(connection, "synchronous_commit") != "remote_apply")
        connection.execute("SET synchronous_commit = on");
    for (const char* demanded : {"fsync", "full_page_writes"})
        if (setting(connection, demanded) != "on")
            throw StoreFailure{StoreFailure::Kind::other, std::string{"the database server runs with "} +
                                                              demanded +
                                                              " off: what was acknowledged could be lost"};
    if (setting(connection, "server_encoding") != "UTF8")
        throw StoreFailure{StoreFailure::Kind::other, "the database is not in UTF8"};
}

} // namespace frikort::core::store::postgresql
