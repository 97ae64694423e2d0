// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/chance.hpp"
#include "core/store/central.hpp"

namespace frikort::core::store {

// A server's store in one SQLite file, "central.db", durable at every commit (WAL, synchronous=FULL), but for
// those that may be forgotten. Writers of this process wait in line; looking needs no turn.
class SqliteCentralStore final : public CentralStore {
public:
    // `first` looks the whole file over and brings its schema up to date; the caller holds the DataFolder.
    // `further` is for a second program beside it, and needs a database that is there and up to date.
    enum class Opening { first, further };

    // A new database draws its epoch from `chance`. Throws StoreFailure as Connection and bring_up_to_date
    // do.
    SqliteCentralStore(const std::filesystem::path& folder, Opening, base::Chance&);
    ~SqliteCentralStore() override;

    std::unique_ptr<CentralWork> begin() override;
    std::unique_ptr<CentralWork> begin_forgettable() override;
    std::unique_ptr<const CentralWork> look() override;

private:
    class Pool;
    std::unique_ptr<Pool> pool_;
};

} // namespace frikort::core::store
