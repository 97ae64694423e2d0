// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/store/central.hpp"

namespace frikort::core::store {

// The same promises as SqliteCentralStore without a disk: for tests and simulations. Works wait in line,
// looking as well.
class MemoryCentralStore final : public CentralStore {
public:
    explicit MemoryCentralStore(std::string epoch);
    ~MemoryCentralStore() override;

    std::unique_ptr<CentralWork> begin() override;
    std::unique_ptr<const CentralWork> look() override;

    // From now on every commit throws this kind, as on a full disk; nothing heals it.
    void fail_commits(std::optional<StoreFailure::Kind>);

private:
    struct Disk;
    std::unique_ptr<Disk> disk_;
};

} // namespace frikort::core::store
