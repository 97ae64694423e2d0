// SPDX-License-Identifier: MPL-2.0
#include "sync/central/database.hpp"

#include <chrono>
#include <thread>

#include "core/store/central_sqlite.hpp"
#include "core/store/postgresql/central.hpp"
#include "core/store/scratch.hpp"

namespace frikort::sync::central {

using core::store::DataFolder;
using core::store::SqliteCentralStore;
using core::store::StoreFailure;
using core::store::postgresql::PostgresCentralStore;
using Engine = DatabasePlace::Engine;
using Opening = SqliteCentralStore::Opening;

namespace {

constexpr auto patience = std::chrono::seconds{5}; // for another command on the same folder
constexpr auto pause = std::chrono::milliseconds{50};

// Tries again for a while what another command on the same folder may be in the way of.
template <class Attempt>
auto patiently(Attempt attempt)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        try {
            return attempt();
        } catch (const StoreFailure& failure) {
            const bool may_pass =
                failure.kind == StoreFailure::Kind::in_use || failure.kind == StoreFailure::Kind::other;
            if (!may_pass || std::chrono::steady_clock::now() > until) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

std::optional<DatabasePlace> read_place(const std::string& database, const std::string& data)
{
    constexpr std::string_view sqlite = "sqlite:";
    if (database.starts_with("postgresql://") || database.starts_with("postgres://"))
        return DatabasePlace{Engine::postgresql, database, data};
    if (database.empty() && !data.empty()) return DatabasePlace{Engine::sqlite, {}, data};
    if (!database.starts_with(sqlite) || database.size() == sqlite.size() || !data.empty())
        return std::nullopt;
    return DatabasePlace{Engine::sqlite, {}, database.substr(sqlite.size())};
}

Database::Database(const DatabasePlace& place, Use use, core::base::Chance& chance)
{
    if (place.engine == Engine::sqlite) {
        open_sqlite(place.folder, use, chance);
        return;
    }
    std::optional<core::store::Erasures> erasures;
    if (use == Use::serving) {
        patiently([&] { folder_.emplace(place.folder); });
        core::store::sweep_scratch(place.folder);
        erasures.emplace(folder_->file("erasures"));
    }
    std::optional<core::store::Revocations> revocations;
    if (!place.folder.empty()) core::store::must_not_be_anothers(place.folder);
    if (!place.folder.empty()) revocations.emplace(place.folder / "revoked");
    store_ = std::make_unique<PostgresCentralStore>(place.address, std::move(erasures), chance,
                                                    std::move(revocations));
}

// A command may run beside the server: with the folder when nobody has it.
void Database::open_sqlite(const std::filesystem::path& data, Use use, core::base::Chance& chance)
{
    if (use == Use::serving) {
        patiently([&] { folder_.emplace(data); });
        core::store::sweep_scratch(data);
        store_ = std::make_unique<SqliteCentralStore>(data, Opening::first, chance);
        return;
    }
    patiently([&] {
        try {
            folder_.emplace(data);
            store_ = std::make_unique<SqliteCentralStore>(data, Opening::first, chance);
        } catch (const StoreFailure& failure) {
            folder_.reset();
            if (failure.kind != StoreFailure::Kind::in_use) throw;
            store_ = std::make_unique<SqliteCentralStore>(data, Opening::further, chance);
        }
    });
}

} // namespace frikort::sync::central
