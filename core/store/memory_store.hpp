// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/store/store.hpp"

namespace frikort::core::store {

// The same promises as SqliteStore without a disk: for tests, the tour and simulations. What is "durable"
// lives as long as this object does. For one thread.
class MemoryStore final : public Store {
public:
    MemoryStore();
    ~MemoryStore() override;

    std::unique_ptr<Work> begin() override;

    // From now on every commit that changes something throws this kind, as on a full disk; nothing heals it.
    void fail_commits(std::optional<StoreFailure::Kind>);

    // Another store with all that is committed here, as a disk is copied. While no Work is under way (must).
    std::unique_ptr<MemoryStore> copy() const;
    // Every byte string and text it holds.
    void look_over(const std::function<void(base::BytesView)>&) const;

private:
    struct Disk;
    class Task;
    std::unique_ptr<Disk> disk_;
};

} // namespace frikort::core::store
