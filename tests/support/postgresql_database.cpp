// SPDX-License-Identifier: MPL-2.0
#include "tests/support/postgresql_database.hpp"

#include <exception>

#include "tests/support/postgresql.hpp"

namespace frikort::tests {

namespace {

// Until the process ends.
PostgresCluster& cluster()
{
    static PostgresCluster shared;
    return shared;
}

std::string next_name()
{
    static int made = 0;
    return "of_a_test_" + std::to_string(++made);
}

void tell(const std::string& sql) { told_by(cluster().url(), sql); }

} // namespace

void PostgresDatabase::create(const std::string& from) const
{
    tell("CREATE DATABASE " + name_ + " TEMPLATE " + from + " STRATEGY file_copy");
}

PostgresDatabase::PostgresDatabase() : name_{next_name()} { create("template1"); }

PostgresDatabase::PostgresDatabase(const CopyOf& copy) : name_{next_name()}
{
    tell("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" +
         copy.other.name_ + "'");
    create(copy.other.name_);
}

PostgresDatabase::~PostgresDatabase()
{
    try {
        tell("DROP DATABASE " + name_ + " WITH (FORCE)");
    } catch (const std::exception&) { // it goes with the cluster
    }
}

std::string PostgresDatabase::url() const { return cluster().url(name_); }

} // namespace frikort::tests
