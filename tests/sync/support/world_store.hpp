// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/must.hpp"
#include "core/store/central_memory/central.hpp"

// What the server of a world keeps its things in.
namespace frikort::tests {

enum class Engine { memory, sqlite, postgresql };

class WorldStore : public core::store::CentralStore {
public:
    // Another store with all that is committed here, as a disk is copied: nobody tells it that it is a copy.
    virtual std::unique_ptr<WorldStore> copy() = 0;
    // As after a restore (R6).
    void begin_epoch(const std::string& epoch)
    {
        const auto work = begin();
        work->stock().begin_epoch(epoch);
        work->commit();
    }
    // From now on every commit throws this kind. In memory only.
    virtual void fail_commits(std::optional<core::store::StoreFailure::Kind>) { core::base::must(false); }
};

class WorldInMemory final : public WorldStore {
public:
    explicit WorldInMemory(std::string epoch)
        : WorldInMemory{std::make_unique<core::store::central_memory::MemoryCentralStore>(std::move(epoch))}
    {
    }
    explicit WorldInMemory(std::unique_ptr<core::store::central_memory::MemoryCentralStore> store)
        : store_{std::move(store)}
    {
    }
    std::unique_ptr<core::store::CentralWork> begin() override { return store_->begin(); }
    std::unique_ptr<core::store::CentralWork> begin_forgettable() override
    {
        return store_->begin_forgettable();
    }
    std::unique_ptr<const core::store::CentralWork> look() override { return store_->look(); }
    std::unique_ptr<WorldStore> copy() override { return std::make_unique<WorldInMemory>(store_->copy()); }
    void fail_commits(std::optional<core::store::StoreFailure::Kind> kind) override
    {
        store_->fail_commits(kind);
    }

private:
    std::unique_ptr<core::store::central_memory::MemoryCentralStore> store_;
};

// On the engine that a test drew.
std::unique_ptr<WorldStore> world_store(Engine, std::string epoch);

} // namespace frikort::tests
