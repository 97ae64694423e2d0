// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
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

    // Another store with all that is committed here, as a disk is copied.
    std::unique_ptr<MemoryCentralStore> copy() const;
    // As after a restore (R6).
    void begin_epoch(std::string);
    // Every byte string and text it holds.
    void look_over(const std::function<void(base::BytesView)>&) const;

private:
    struct Disk;
    std::unique_ptr<Disk> disk_;
};

} // namespace frikort::core::store
