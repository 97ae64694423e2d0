// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/schema.hpp"

#include "core/store/postgresql/transaction.hpp"

namespace frikort::core::store::postgresql {

namespace {

using Kind = StoreFailure::Kind;
constexpr std::chrono::hours long_patience{24};

// The number of the newest step that this database has run.
std::uint64_t steps_run(Connection& connection, const Schema& schema)
{
    auto table = connection.ask("SELECT to_regclass('migration') IS NOT NULL");
    table.step();
    if (!table.yes(0)) return 0;
    auto newest =
        connection.ask("SELECT coalesce(max(number), 0), coalesce(bool_and(application = $1::bigint),"
                       " true) FROM migration",
                       std::uint64_t{schema.application_id});
    newest.step();
    if (!newest.yes(1)) throw StoreFailure{Kind::foreign, "the database is another program's"};
    const auto found = newest.count(0);
    if (found > schema.steps.size()) throw StoreFailure{Kind::newer, "the database is a newer program's"};
    return found;
}

// Something is in it already that no extension brought.
bool has_tables(Connection& connection)
{
    auto found = connection.ask("SELECT EXISTS (SELECT FROM pg_class c WHERE relkind IN ('r', 'p')"
                                " AND relnamespace = current_schema()::regnamespace AND NOT EXISTS"
                                " (SELECT FROM pg_depend WHERE objid = c.oid AND deptype = 'e'))");
    found.step();
    return found.yes(0);
}

} // namespace

void bring_up_to_date(Connection& connection, const Schema& schema)
{
    Undone change{connection, changing};
    // A step may take its time, and so may another server's.
    connection.execute("SET LOCAL lock_timeout = 0");
    connection.wait_at_most(long_patience);
    connection.ask("SELECT pg_advisory_xact_lock($1::bigint)", std::uint64_t{schema.application_id});
    const auto found = steps_run(connection, schema);
    if (found == 0 && has_tables(connection))
        throw StoreFailure{Kind::foreign, "there are another program's tables in the database"};
    if (found == 0)
        connection.execute("CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY,"
                           " application bigint NOT NULL, name text NOT NULL)");
    for (auto done = found; done < schema.steps.size(); ++done) {
        const auto& step = schema.steps[done];
        connection.execute(std::string{step.sql});
        connection.ask("INSERT INTO migration (number, application, name)"
                       " VALUES ($1::bigint, $2::bigint, $3::text)",
                       std::uint64_t{done + 1}, std::uint64_t{schema.application_id}, step.name);
    }
    connection.commit();
    connection.wait_at_most(Connection::usual_patience);
}

void must_be_up_to_date(Connection& connection, const Schema& schema)
{
    if (steps_run(connection, schema) < schema.steps.size())
        throw StoreFailure{Kind::other, "the database was not brought up to date"};
}

} // namespace frikort::core::store::postgresql
