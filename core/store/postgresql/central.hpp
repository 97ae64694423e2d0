// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/chance.hpp"
#include "core/store/central.hpp"
#include "core/store/erasures.hpp"
#include "core/store/revocations.hpp"

namespace frikort::core::store::postgresql {

// A server's store in a PostgreSQL database, durable at every commit but those that may be forgotten, which
// several processes may share. What is kept outside of it is said in README.md.
//
// A Work that cannot be done now is StoreFailure: in_use (another one was in its way for too long, or of two
// that waited for one another it was given up), unreachable (the database server, or a standby it waits for,
// is away; a commit may then be kept or not, and a record that is sent again counts once). The next Work
// looks for the database anew. A process that ends in the middle of a Work leaves nothing of it.
class PostgresCentralStore final : public CentralStore {
public:
    // `url` as libpq reads it ("postgresql://host/name"). The first process brings the schema up to date. A
    // new database, or one that was restored or promoted since, draws its epoch from `chance`, which is used
    // by one thread at a time, and must outlive this.
    //
    // With a file of erasures (of this process alone) for a server that answers kiosks; without one for a
    // command beside it. What is revoked goes into the other file too, and what that names is revoked before
    // anything is answered. Throws StoreFailure: unreachable, foreign, newer, read_only (a standby, or a role
    // that may not write), other (a database server that does not keep what it is given, durable.hpp).
    PostgresCentralStore(const std::string& url, std::optional<Erasures>, base::Chance& chance,
                         std::optional<Revocations> = std::nullopt);
    ~PostgresCentralStore() override;

    std::unique_ptr<CentralWork> begin() override;
    std::unique_ptr<CentralWork> begin_forgettable() override;
    std::unique_ptr<const CentralWork> look() override;

private:
    std::unique_ptr<class Pool> pool_;
};

} // namespace frikort::core::store::postgresql
