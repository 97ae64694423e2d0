// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/replicas.hpp"

namespace frikort::core::store::postgresql {

namespace {

// How many standbys a commit waits for: "ANY 2 (…)", "FIRST 2 (…)", "2 (…)", or the first of a list. A copy
// that is being made (pg_basebackup) is no standby. Without the right to see statistics all but the number of
// connections is NULL.
constexpr const char* question =
    "SELECT CASE WHEN names = '' THEN 0"
    " ELSE coalesce((regexp_match(names, '^\\s*(?:any\\s+|first\\s+)?(\\d+)\\s*\\(', 'i'))[1]::bigint, 1) "
    "END,"
    " count(pid), count(pid) FILTER (WHERE state IS NULL),"
    " count(pid) FILTER (WHERE sync_state IN ('sync', 'quorum'))"
    " FROM (SELECT current_setting('synchronous_standby_names') AS names) AS setting"
    " LEFT JOIN pg_stat_replication ON state IS NULL OR state <> 'backup'"
    " GROUP BY names";

constexpr const char* whether_off = "SELECT name FROM pg_settings"
                                    " WHERE name IN ('fsync', 'full_page_writes') AND setting <> 'on'"
                                    " ORDER BY name";

Replicas::State state_of(std::uint64_t wanted, std::uint64_t connected, std::uint64_t hidden,
                         std::uint64_t counting)
{
    using State = Replicas::State;
    if (wanted == 0) return connected == 0 ? State::none : State::not_waited_for;
    if (counting >= wanted) return State::waited_for;
    return counting + hidden >= wanted ? State::unseen : State::missing;
}

} // namespace

Replicas replicas(Connection& connection)
{
    auto row = connection.ask(question);
    row.step();
    Replicas found{state_of(row.count(0), row.count(1), row.count(2), row.count(3)), row.count(1)};
    auto off = connection.ask(whether_off);
    while (off.step()) found.off.push_back(off.text(0));
    return found;
}

Replicas replicas_at(const std::string& url)
{
    Connection connection{url};
    return replicas(connection);
}

} // namespace frikort::core::store::postgresql
