// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/store/central.hpp"

namespace frikort::core::store::central_memory {

class Meanwhile;
enum class Counting;
struct Database;

// The same promises as the other central stores without a disk: for tests and simulations. Works are open
// side by side and wait for each other as on PostgreSQL (transaction.hpp); a look waits for nobody. Between
// statements `meanwhile`, which must outlive the store, may let others go on; without one they are threads.
class MemoryCentralStore final : public CentralStore {
public:
    explicit MemoryCentralStore(std::string epoch);
    MemoryCentralStore(std::string epoch, Meanwhile& meanwhile, Counting);
    ~MemoryCentralStore() override;

    std::unique_ptr<CentralWork> begin() override;
    std::unique_ptr<CentralWork> begin_forgettable() override;
    std::unique_ptr<const CentralWork> look() override;

    // From now on every commit throws this kind, as on a full disk; nothing heals it.
    void fail_commits(std::optional<StoreFailure::Kind>);

    // Another store with all that is committed here, as a disk is copied. Works that are open stay here.
    std::unique_ptr<MemoryCentralStore> copy() const;
    // As after a restore (R6).
    void begin_epoch(const std::string&);
    // Every byte string and text it holds.
    void look_over(const std::function<void(base::BytesView)>&) const;

private:
    explicit MemoryCentralStore(std::shared_ptr<Database>);
    std::shared_ptr<Database> database_; // a Work may outlive its store
};

} // namespace frikort::core::store::central_memory
