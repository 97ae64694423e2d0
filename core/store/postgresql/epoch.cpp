// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/epoch.hpp"

#include "core/base/id.hpp"
#include "core/store/postgresql/transaction.hpp"

namespace frikort::core::store::postgresql {

namespace {

// The first eight letters of the name of the file that is written to now are the timeline; the last
// checkpoint, where it could be asked for as well, may be from before a promotion.
constexpr const char* place = "SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()),"
                              " left(pg_walfile_name(pg_current_wal_lsn()), 8),"
                              " (SELECT oid FROM pg_database WHERE datname = current_database()),"
                              " 'server'::regclass::oid)";

} // namespace

std::string place_of(Connection& connection)
{
    auto row = connection.ask(place);
    row.step();
    return row.text(0);
}

std::string settle_epoch(Connection& connection, base::Chance& chance)
{
    const auto here = place_of(connection);
    auto known = connection.ask("SELECT epoch FROM server WHERE place = $1::text", std::string_view{here});
    if (known.step()) return known.text(0);

    Undone change{connection, changing};
    const auto fresh = chance.name<base::Id>().hex();
    connection.ask("INSERT INTO server (one, epoch, counter, place) VALUES (1, $1::text, 0, $2::text)"
                   " ON CONFLICT DO NOTHING",
                   std::string_view{fresh}, std::string_view{here});
    // Somebody else may have been faster: then it is theirs, and not changed again.
    connection.ask("UPDATE server SET epoch = $1::text, place = $2::text WHERE place <> $2::text",
                   std::string_view{fresh}, std::string_view{here});
    auto settled = connection.ask("SELECT epoch FROM server");
    settled.step();
    auto epoch = settled.text(0);
    connection.commit();
    return epoch;
}

} // namespace frikort::core::store::postgresql
