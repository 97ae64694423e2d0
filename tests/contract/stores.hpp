// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/memory_store.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/temporary_folder.hpp"

// Every store there is, behind the same four words: what a store promises is tested once and on all of them.
namespace frikort::tests {

class OnSqlite {
public:
    OnSqlite() { reopen(); }
    core::store::Store& store() { return *store_; }
    // As when the program ends and starts again.
    void reopen()
    {
        store_.reset();
        data_.reset();
        data_.emplace(folder_ / "data");
        store_.emplace(*data_);
    }
    void fill_disk() { full_.emplace(); }
    void free_disk() { full_.reset(); }

private:
    TemporaryFolder folder_;
    std::optional<core::store::DataFolder> data_;
    std::optional<core::store::SqliteStore> store_;
    std::optional<FullDisk> full_;
};

class OnMemory {
public:
    core::store::Store& store() { return store_; }
    void reopen() {}
    void fill_disk() { store_.fail_commits(core::store::StoreFailure::Kind::full); }
    void free_disk() { store_.fail_commits(std::nullopt); }

private:
    core::store::MemoryStore store_;
};

// Does something in a Work of its own and commits it. Answers what it answered.
template <class Deed>
auto done(core::store::Store& store, Deed deed)
{
    const auto work = store.begin();
    if constexpr (std::is_void_v<decltype(deed(*work))>) {
        deed(*work);
        work->commit();
    } else {
        auto answer = deed(*work);
        work->commit();
        return answer;
    }
}

// The same, and then the Work is thrown away.
template <class Deed>
auto undone(core::store::Store& store, Deed deed)
{
    const auto work = store.begin();
    return deed(*work);
}

inline core::store::Records::Added add(core::store::Store& store, const core::records::Record& record,
                                       core::store::Delivery delivery = core::store::Delivery::waiting)
{
    return done(store, [&](core::store::Work& work) { return work.records().add(record, delivery); });
}

} // namespace frikort::tests
