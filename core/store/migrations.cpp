// SPDX-License-Identifier: MPL-2.0
#include "core/store/migrations.hpp"

#include <string>
#include <system_error>
#include <vector>

#include "core/store/disk/disk.hpp"
#include "core/store/store.hpp"

namespace frikort::core::store {

namespace {

using Kind = StoreFailure::Kind;
constexpr std::string_view copied = ".before-";

void run_step(sqlite::Connection& connection, const Migration& step, std::uint32_t number,
              std::uint32_t application_id)
{
    sqlite::Transaction change{connection};
    connection.execute(std::string{step.sql});
    connection.execute("PRAGMA application_id = " + std::to_string(application_id));
    connection.execute("PRAGMA user_version = " + std::to_string(number));
    change.commit();
}

std::vector<std::filesystem::path> copies_of(const std::filesystem::path& database)
{
    const auto start = database.filename().native() + std::string{copied};
    std::vector<std::filesystem::path> found;
    std::error_code error;
    std::filesystem::directory_iterator entry{database.parent_path(), error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        if (entry->path().filename().native().starts_with(start)) found.push_back(entry->path());
    }
    if (error) disk::fail(error.value(), "looking for old copies");
    return found;
}

void remove_copies_but(const std::filesystem::path& kept, const std::filesystem::path& database)
{
    auto removed = false;
    for (const auto& path : copies_of(database)) {
        if (path == kept) continue;
        std::error_code error;
        std::filesystem::remove(path, error);
        if (error) disk::fail(error.value(), "removing an old copy");
        removed = true;
    }
    if (removed) disk::sync(database.parent_path());
}

} // namespace

std::filesystem::path copy_before(const std::filesystem::path& database, std::uint32_t next_step)
{
    auto number = std::to_string(next_step);
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    auto path = database;
    return path += std::string{copied} + number;
}

void remove_copies(const std::filesystem::path& database) { remove_copies_but({}, database); }

void bring_up_to_date(sqlite::Connection& connection, const std::filesystem::path& database,
                      const Schema& schema)
{
    const auto newest = static_cast<std::uint32_t>(schema.steps.size());
    connection.inspect(schema.application_id, newest);
    connection.make_durable();

    const auto found = connection.schema_version();
    if (found > 0 && found < newest) {
        const auto copy = copy_before(database, found + 1);
        connection.copy_to(copy);
        remove_copies_but(copy, database);
    }
    for (auto done = found; done < newest; ++done) {
        run_step(connection, schema.steps[done], done + 1, schema.application_id);
    }
    disk::sync(database.parent_path());
}

void join(sqlite::Connection& connection, const Schema& schema)
{
    const auto newest = static_cast<std::uint32_t>(schema.steps.size());
    const auto found = connection.schema_version();
    if (connection.application_id() != schema.application_id) {
        throw StoreFailure{Kind::foreign, "the database is another program's"};
    }
    if (found > newest) throw StoreFailure{Kind::newer, "the database is a newer program's"};
    if (found < newest) throw StoreFailure{Kind::other, "the database was not brought up to date"};
    connection.make_durable();
}

} // namespace frikort::core::store
